#include "toolkit/access/ocsp_probe.hpp"

#include "toolkit/access/web_address.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <new>

namespace hdskit {
namespace {

constexpr std::size_t largest_answer = 64u << 10; // bytes
constexpr long ok = 200;

std::size_t take_bytes(char* bytes, std::size_t, std::size_t count, void* text) {
  auto& answer = *static_cast<std::string*>(text);
  if (answer.size() + count > largest_answer) return 0;
  answer.append(bytes, count);
  return count;
}

/// Throws Problem unreachable.
std::string post(const OcspOrder& order, const std::string& request) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle{ready == CURLE_OK ? curl_easy_init() : nullptr, curl_easy_cleanup};
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers{curl_slist_append(nullptr, "Content-Type: application/ocsp-request"),
                                                                            curl_slist_free_all};
  if (!handle || !headers) throw std::bad_alloc{};
  std::string answer;
  const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(handle.get(), option, value); };
  set(CURLOPT_URL, order.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PROXY, order.proxy.c_str());
  set(CURLOPT_NOPROXY, "");
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_USERAGENT, "hdskit");
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(order.patience.count()));
  set(CURLOPT_HTTPHEADER, headers.get());
  set(CURLOPT_POSTFIELDSIZE, static_cast<long>(request.size()));
  set(CURLOPT_POSTFIELDS, request.data());
  set(CURLOPT_WRITEFUNCTION, take_bytes);
  set(CURLOPT_WRITEDATA, &answer);
  const auto code = curl_easy_perform(handle.get());
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  if (code != CURLE_OK) throw Problem{ProblemKind::unreachable, order.url, tr("The responder gives no answer: {1}.", {curl_easy_strerror(code)})};
  if (status != ok)
    throw Problem{ProblemKind::unreachable, order.url, tr("The responder gives no answer: {1}.", {tr("HTTP status {1}", {std::to_string(status)})})};
  return answer;
}

void take_answer(const CertificateStatus& status, CheckedCertificate& checked) {
  using enum CertificateFault;
  if (status.state == CertificateStatus::State::unknown) return;
  std::erase(checked.faults, revocation_unknown);
  if (status.state != CertificateStatus::State::revoked || checked.has(revoked)) return;
  checked.faults.push_back(revoked);
  std::ranges::sort(checked.faults);
  checked.revocation = status.revocation;
}

} // namespace

OcspProbe::OcspProbe(OcspOrder order, const TrustSetting& trust) : order_{std::move(order)}, trust_{trust}, listed_trust_{trust} {
  if (auto defect = web_address_defect(order_.url, ""); !defect.empty()) throw Problem{ProblemKind::bad_input, "--ocsp", defect, tr("Check the address.")};
  trust_.lists.clear();
  book_ = std::make_unique<AuthorityBook>(trust_);
}

CertificateStatus OcspProbe::ask(const CheckedCertificate& checked, const Authority& issuer) {
  order_.pace();
  ++asked_;
  try {
    const auto request = status_request(checked.fields.der, issuer.der, order_.nonce());
    return read_status(post(order_, request), request, issuer.der, trust_.at,
                       [&](std::string_view responder) { return doubt_of_responder(responder, issuer); });
  } catch (const Problem& problem) {
    if (problem.kind() == ProblemKind::cancelled) throw;
    return {CertificateStatus::State::unknown, problem.what(), {}};
  }
}

/// By the lists that were given: a responder is revoked by the authority that named it.
std::string OcspProbe::doubt_of_responder(std::string_view certificate, const Authority& issuer) {
  constexpr int removed_from_list = 8;
  if (const auto known = responders_.find(certificate); known != responders_.end()) return known->second;
  if (!listed_) listed_ = std::make_unique<AuthorityBook>(listed_trust_);
  auto doubt = tr("Nothing tells whether the responder’s own certificate is revoked.");
  const auto found = std::ranges::find(listed_->all(), issuer.der, &Authority::der);
  if (found != listed_->all().end() && found->list && found->list_fresh) {
    const auto revocation = found->list->find(read_certificate(certificate).serial);
    doubt = revocation && revocation->reason != removed_from_list ? tr("The responder’s own certificate is revoked.") : "";
  }
  responders_.emplace(certificate, doubt);
  return doubt;
}

void OcspProbe::resolve(CheckedCertificate& checked) {
  using enum CertificateFault;
  constexpr CertificateFault unproven[] = {malformed, unknown_issuer, issuer_named_only, bad_signature, issuer_faulty};
  if (std::ranges::any_of(unproven, [&](CertificateFault fault) { return checked.has(fault); })) return;
  if (!order_.all && !checked.has(revocation_unknown)) return;
  bool named = false;
  for (const auto* issuer : book_->issuers_of(checked.fields, named)) {
    if (!issuer->key->verifies(checked.fields.signed_part, checked.fields.signature, checked.fields.signature_algorithm)) continue;
    if (asked_ == order_.most) {
      ++left_out_;
      return;
    }
    const auto status = ask(checked, *issuer);
    if (!status.sentence.empty()) ++remarks_[status.sentence];
    if (status.state == CertificateStatus::State::good && checked.has(revoked)) ++remarks_[tr("It calls good what a list revokes: the list is believed.")];
    return take_answer(status, checked);
  }
}

std::vector<std::string> OcspProbe::findings() const {
  std::vector<std::string> findings;
  for (const auto& [sentence, count] : remarks_) findings.push_back(tr("OCSP, {1} times: {2}", {std::to_string(count), sentence}));
  if (left_out_ > 0)
    findings.push_back(tr("OCSP: {1} certificates were not asked about, beyond the limit of {2}.", {std::to_string(left_out_), std::to_string(order_.most)}));
  return findings;
}

} // namespace hdskit
