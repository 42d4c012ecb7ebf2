#include "toolkit/certificates/chain_check.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/authority_book.hpp"
#include "toolkit/certificates/proven_signatures.hpp"
#include "toolkit/certificates/reference_check.hpp"

#include <algorithm>
#include <atomic>
#include <thread>

namespace hdskit {
namespace {

struct FaultWords {
  std::string_view word;
  const char* sentence; ///< marked message
};
constexpr FaultWords fault_words[] = {
    {"malformed", marked("It is no sound certificate.")},
    {"unknown_issuer", marked("It comes from no authority that the hospital trusts.")},
    {"issuer_named_only", marked("It names an authority that the hospital trusts, but another key issued it.")},
    {"bad_signature", marked("Its signature is not that of the authority that it names.")},
    {"revoked", marked("It was revoked.")},
    {"expired", marked("It has expired.")},
    {"not_yet_valid", marked("It is not valid yet.")},
    {"revocation_unknown", marked("Whether it was revoked is unknown: there is no fresh list of its authority.")},
    {"unknown_critical_extension", marked("It holds a critical extension that nobody may pass over.")},
    {"authority_as_person", marked("It is the certificate of an authority, not that of a person.")},
    {"weak_key", marked("Its key is shorter than 2048 bits, or it is signed with SHA-1.")},
    {"issuer_faulty", marked("The authority that issued it is out of date, revoked, or may not issue.")},
};

void add(CheckedCertificate& checked, CertificateFault fault) { checked.faults.push_back(fault); }

} // namespace

std::string_view word_of(CertificateFault fault) { return fault_words[static_cast<std::size_t>(fault)].word; }
std::string sentence_of(CertificateFault fault) { return tr(fault_words[static_cast<std::size_t>(fault)].sentence); }

bool CheckedCertificate::has(CertificateFault fault) const { return std::ranges::find(faults, fault) != faults.end(); }

struct CertificateCheck::State {
  TrustSetting setting;
  CheckEngine engine;
  AuthorityBook book;
  std::unique_ptr<ReferenceCheck> reference;
  mutable ProvenSignatures proven;

  State(TrustSetting given, CheckEngine chosen)
      : setting{std::move(given)}, engine{chosen}, book{setting},
        reference{chosen == CheckEngine::reference ? std::make_unique<ReferenceCheck>(setting) : nullptr}, proven{setting.cache} {}

  bool signed_by(const Authority& issuer, const CertificateFields& fields) const {
    const auto mark = proven.mark_of(fields.der, *issuer.digest);
    if (mark && proven.holds(*mark)) return true;
    const bool good = issuer.key->verifies(fields.signed_part, fields.signature, fields.signature_algorithm);
    if (good && mark) proven.add(*mark);
    return good;
  }

  void check_trust(CheckedCertificate& checked) const {
    const auto& fields = checked.fields;
    bool named = false;
    const auto issuers = book.issuers_of(fields, named);
    const auto issuer = std::ranges::find_if(issuers, [&](const Authority* one) { return signed_by(*one, fields); });
    if (issuers.empty()) add(checked, named ? CertificateFault::issuer_named_only : CertificateFault::unknown_issuer);
    else if (issuer == issuers.end()) add(checked, CertificateFault::bad_signature);
    else {
      if (!(*issuer)->sound) add(checked, CertificateFault::issuer_faulty);
      check_revocation(checked, **issuer);
    }
    if (setting.at > fields.not_after) add(checked, CertificateFault::expired);
    if (setting.at < fields.not_before) add(checked, CertificateFault::not_yet_valid);
    if (fields.unknown_critical) add(checked, CertificateFault::unknown_critical_extension);
  }

  void check_revocation(CheckedCertificate& checked, const Authority& issuer) const {
    if (issuer.list) checked.revocation = issuer.list->find(checked.fields.serial);
    if (checked.revocation) add(checked, CertificateFault::revoked);
    else if (!issuer.list_fresh) add(checked, CertificateFault::revocation_unknown);
  }
};

CertificateCheck::CertificateCheck(TrustSetting setting, CheckEngine engine) : state_{std::make_unique<State>(std::move(setting), engine)} {}
CertificateCheck::~CertificateCheck() = default;

const std::vector<std::string>& CertificateCheck::findings() const { return state_->book.findings(); }

CheckedCertificate CertificateCheck::check(std::string der, std::string origin) const {
  CheckedCertificate checked;
  checked.der = std::move(der);
  checked.origin = std::move(origin);
  try {
    checked.fields = read_certificate(checked.der);
    if (state_->reference) state_->reference->check(checked);
    else state_->check_trust(checked);
    if (checked.fields.is_authority) add(checked, CertificateFault::authority_as_person);
    if (is_weak_key(checked.fields.public_key) || is_weak_signature(checked.fields.signature_algorithm)) add(checked, CertificateFault::weak_key);
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::damaged) throw;
    checked.fields = {};
    checked.revocation.reset();
    checked.faults = {CertificateFault::malformed};
  }
  std::ranges::sort(checked.faults);
  return checked;
}

void CertificateCheck::check_all(const std::function<bool(std::string& der, std::string& origin)>& next, unsigned threads, const Progress& progress,
                                 const std::function<void(const CheckedCertificate&)>& take) const {
  constexpr std::size_t batch_size = 512; // certificates: some tens of milliseconds of arithmetic
  std::uint64_t done = 0;
  for (bool more = true; more;) {
    std::vector<std::pair<std::string, std::string>> batch;
    while (batch.size() < batch_size) {
      auto& one = batch.emplace_back();
      more = next(one.first, one.second);
      if (more) continue;
      batch.pop_back();
      break;
    }
    std::vector<CheckedCertificate> checked(batch.size());
    std::atomic<std::size_t> place = 0;
    const auto work = [&] {
      for (auto i = place++; i < batch.size(); i = place++) {
        checked[i] = check(std::move(batch[i].first), std::move(batch[i].second));
        if (!checked[i].fields.der.empty()) checked[i].fields = read_certificate(checked[i].der); // its text moved with it
      }
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
    work();
    others.clear();
    for (const auto& one : checked) take(one);
    progress.tell(tr("Checking certificates"), done += checked.size(), 0);
    progress.stop_if_cancelled();
  }
}

} // namespace hdskit
