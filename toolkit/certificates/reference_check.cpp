#include "toolkit/certificates/reference_check.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/der.hpp"
#include "toolkit/certificates/pem.hpp"

#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <algorithm>

namespace hdskit {
namespace {

template <auto Free> struct Freed {
  template <typename T> void operator()(T* object) const { Free(object); }
};
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using List = std::unique_ptr<X509_CRL, Freed<X509_CRL_free>>;

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

Certificate certificate_of(std::string_view der) {
  const auto* place = bytes_of(der);
  Certificate certificate{d2i_X509(nullptr, &place, static_cast<long>(der.size()))};
  ERR_clear_error();
  if (!certificate) refuse_der(marked("OpenSSL cannot read it"));
  return certificate;
}

List list_of(const std::filesystem::path& file) {
  constexpr std::uint64_t largest = 1u << 30;
  auto bytes = read_file(file, largest);
  if (auto decoded = decode_pem(bytes, "X509 CRL")) bytes = std::move(*decoded);
  const auto* place = bytes_of(bytes);
  List list{d2i_X509_CRL(nullptr, &place, static_cast<long>(bytes.size()))};
  ERR_clear_error();
  if (!list) refuse_der(marked("OpenSSL cannot read it"));
  return list;
}

/// What the callback of one verification gathers.
struct Gathered {
  std::vector<CertificateFault> faults;
  const TrustSetting* setting = nullptr;
};

/// A list that went out of date less than the tolerance ago still counts.
bool within_tolerance(X509_STORE_CTX* context, const TrustSetting& setting) {
  const auto* list = X509_STORE_CTX_get0_current_crl(context);
  const auto* next = list ? X509_CRL_get0_nextUpdate(list) : nullptr;
  const auto limit = setting.at.seconds() - setting.list_tolerance;
  return next && ASN1_TIME_cmp_time_t(next, limit.time_since_epoch().count()) >= 0;
}

std::optional<CertificateFault> fault_of(int error, int depth) {
  using enum CertificateFault;
  switch (error) {
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: return unknown_issuer;
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY: return depth == 0 ? bad_signature : issuer_faulty;
    case X509_V_ERR_CERT_HAS_EXPIRED: return depth == 0 ? expired : issuer_faulty;
    case X509_V_ERR_CERT_NOT_YET_VALID: return depth == 0 ? not_yet_valid : issuer_faulty;
    case X509_V_ERR_CERT_REVOKED: return revoked;
    case X509_V_ERR_UNABLE_TO_GET_CRL:
    case X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER:
    case X509_V_ERR_CRL_SIGNATURE_FAILURE:
    case X509_V_ERR_CRL_NOT_YET_VALID:
    case X509_V_ERR_CRL_HAS_EXPIRED:
    case X509_V_ERR_KEYUSAGE_NO_CRL_SIGN:
    case X509_V_ERR_DIFFERENT_CRL_SCOPE:
    case X509_V_ERR_UNHANDLED_CRITICAL_CRL_EXTENSION:
    case X509_V_ERR_CRL_PATH_VALIDATION_ERROR: return revocation_unknown;
    case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION: return depth == 0 ? unknown_critical_extension : issuer_faulty;
    default: return issuer_faulty; // a path too long, an issuer that is no authority
  }
}

int gather(int good, X509_STORE_CTX* context) {
  if (good == 1) return 1;
  auto& gathered = *static_cast<Gathered*>(X509_STORE_CTX_get_app_data(context));
  const int error = X509_STORE_CTX_get_error(context);
  if (error == X509_V_ERR_CRL_HAS_EXPIRED && within_tolerance(context, *gathered.setting)) return 1;
  if (const auto fault = fault_of(error, X509_STORE_CTX_get_error_depth(context))) gathered.faults.push_back(*fault);
  return 1; // all faults are wanted, not the first
}

} // namespace

struct ReferenceCheck::Store {
  const TrustSetting& setting;
  std::unique_ptr<X509_STORE, Freed<X509_STORE_free>> store{X509_STORE_new()};
  std::vector<Certificate> authorities;
  std::vector<List> lists;
  STACK_OF(X509) * intermediates = sk_X509_new_null();

  explicit Store(const TrustSetting& given) : setting{given} {
    const auto hold = [&](const std::string& der) { return authorities.emplace_back(certificate_of(der)).get(); };
    for (const auto& der : setting.anchors) X509_STORE_add_cert(store.get(), hold(der));
    for (const auto& der : setting.intermediates) sk_X509_push(intermediates, hold(der));
    for (const auto& file : setting.lists) X509_STORE_add_crl(store.get(), lists.emplace_back(list_of(file)).get());
    X509_STORE_set_verify_cb(store.get(), gather);
  }
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store() { sk_X509_free(intermediates); }

  bool named(const X509* certificate) const {
    return std::ranges::any_of(authorities,
                               [&](const Certificate& one) { return X509_NAME_cmp(X509_get_subject_name(one.get()), X509_get_issuer_name(certificate)) == 0; });
  }

  /// An anchor that is no root ends a chain too: the person trusts it.
  void set_parameters(X509_STORE_CTX* context) const {
    auto* parameters = X509_STORE_CTX_get0_param(context);
    X509_VERIFY_PARAM_set_time(parameters, setting.at.seconds().time_since_epoch().count());
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_CRL_CHECK | X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_USE_DELTAS | X509_V_FLAG_EXTENDED_CRL_SUPPORT);
    X509_VERIFY_PARAM_set_auth_level(parameters, 0); // short keys are judged apart
  }
};

ReferenceCheck::ReferenceCheck(const TrustSetting& setting) : store_{std::make_unique<Store>(setting)} {}
ReferenceCheck::~ReferenceCheck() = default;

void ReferenceCheck::check(CheckedCertificate& checked) const {
  const auto certificate = certificate_of(checked.der);
  const std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX_free>> context{X509_STORE_CTX_new()};
  Gathered gathered{{}, &store_->setting};
  if (!context || X509_STORE_CTX_init(context.get(), store_->store.get(), certificate.get(), store_->intermediates) != 1)
    throw Problem{ProblemKind::damaged, checked.origin, tr("OpenSSL cannot verify certificates."), tr("Check the installation of OpenSSL.")};
  X509_STORE_CTX_set_app_data(context.get(), &gathered);
  store_->set_parameters(context.get());
  if (X509_verify_cert(context.get()) < 0) gathered.faults.push_back(CertificateFault::unknown_issuer);
  ERR_clear_error();
  auto& faults = gathered.faults;
  std::ranges::sort(faults);
  faults.erase(std::unique(faults.begin(), faults.end()), faults.end()); // clang 14 does not know std::ranges::unique of g++ 12
  const auto has = [&](CertificateFault fault) { return std::ranges::find(faults, fault) != faults.end(); };
  // Without an issuer nothing can be said of signature and revocation; a revoked certificate stays so whatever the age of the list.
  if (has(CertificateFault::unknown_issuer) || has(CertificateFault::bad_signature)) {
    std::erase(faults, CertificateFault::revocation_unknown);
    std::erase(faults, CertificateFault::revoked);
    std::erase(faults, CertificateFault::issuer_faulty);
  }
  if (has(CertificateFault::revoked)) std::erase(faults, CertificateFault::revocation_unknown);
  for (auto& fault : faults)
    if (fault == CertificateFault::unknown_issuer && store_->named(certificate.get())) fault = CertificateFault::issuer_named_only;
  if (has(CertificateFault::revoked)) checked.revocation = Revocation{};
  checked.faults.insert(checked.faults.end(), faults.begin(), faults.end());
}

} // namespace hdskit
