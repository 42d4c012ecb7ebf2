#include "toolkit/certificates/certificate_status.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <openssl/ocsp.h>

#include <ctime>
#include <memory>
#include <utility>

namespace hdskit {
namespace {

template <auto Free> struct Freed {
  template <typename T> void operator()(T* object) const { Free(object); }
};
template <typename T, auto Free> using Owned = std::unique_ptr<T, Freed<Free>>;
using OwnedCertificate = Owned<X509, X509_free>;
using OwnedResponse = Owned<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using OwnedRequest = Owned<OCSP_REQUEST, OCSP_REQUEST_free>;

constexpr std::chrono::minutes skew{5}; ///< between the responder's clock and ours

[[noreturn]] void refuse(const std::string& sentence) { throw Problem{ProblemKind::damaged, "", sentence}; }

/// Empty when it cannot be read, or when bytes are left over.
template <typename Result, typename Read> Result parsed(std::string_view der, Read read) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
  const auto* const end = bytes + der.size();
  Result object{read(nullptr, &bytes, static_cast<long>(der.size()))};
  return bytes == end ? std::move(object) : Result{};
}

OwnedCertificate certificate_of(std::string_view der) {
  auto certificate = parsed<OwnedCertificate>(der, d2i_X509);
  if (!certificate) refuse(tr("It is no sound certificate."));
  return certificate;
}

std::optional<Instant> instant_of(const ASN1_GENERALIZEDTIME* time) {
  std::tm fields{};
  if (!time || ASN1_TIME_to_tm(time, &fields) != 1) return std::nullopt;
  return Instant{std::chrono::sys_seconds{std::chrono::seconds{::timegm(&fields)}}};
}

CertificateStatus unknown(const std::string& sentence) { return {CertificateStatus::State::unknown, sentence, {}}; }

/// The issuer alone is believed, at that moment, whatever the responder sends along.
bool is_signed(OCSP_BASICRESP* answer, X509* issuer, Instant at) {
  const Owned<X509_STORE, X509_STORE_free> store{X509_STORE_new()};
  const std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509)*)> known{sk_X509_new_null(), [](STACK_OF(X509) * stack) { sk_X509_free(stack); }};
  if (!store || !known || X509_STORE_add_cert(store.get(), issuer) != 1 || sk_X509_push(known.get(), issuer) == 0) return false;
  auto* parameters = X509_STORE_get0_param(store.get());
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_PARTIAL_CHAIN);
  X509_VERIFY_PARAM_set_time(parameters, at.seconds().time_since_epoch().count());
  return OCSP_basic_verify(answer, known.get(), store.get(), 0) == 1;
}

/// Why the responder that signed is not believed; "" when it is the authority itself, or one in force. After is_signed().
std::string doubt_of_signer(OCSP_BASICRESP* answer, X509* issuer, Instant at, const ResponderDoubt& doubt) {
  X509* signer = nullptr;
  const std::unique_ptr<STACK_OF(X509), void (*)(STACK_OF(X509)*)> known{sk_X509_new_null(), [](STACK_OF(X509) * stack) { sk_X509_free(stack); }};
  if (!known || sk_X509_push(known.get(), issuer) == 0 || OCSP_resp_get0_signer(answer, &signer, known.get()) != 1)
    return tr("The answer does not tell which certificate signed it.");
  if (X509_cmp(signer, issuer) == 0) return "";
  auto moment = static_cast<std::time_t>(at.seconds().time_since_epoch().count());
  if (X509_cmp_time(X509_get0_notBefore(signer), &moment) >= 0 || X509_cmp_time(X509_get0_notAfter(signer), &moment) <= 0)
    return tr("The responder’s own certificate is out of date.");
  if ((X509_get_extended_key_usage(signer) & XKU_OCSP_SIGN) == 0 || (X509_get_extension_flags(signer) & EXFLAG_XKUSAGE) == 0)
    return tr("The responder’s own certificate is not one for answers.");
  if (X509_NAME_cmp(X509_get_issuer_name(signer), X509_get_subject_name(issuer)) != 0 || X509_verify(signer, X509_get0_pubkey(issuer)) != 1)
    return tr("The responder’s own certificate is of another authority.");
  if (X509_get_ext_by_NID(signer, NID_id_pkix_OCSP_noCheck, -1) >= 0) return "";
  unsigned char* bytes = nullptr;
  const int size = doubt ? i2d_X509(signer, &bytes) : 0;
  if (size <= 0) return tr("Nothing tells whether the responder’s own certificate is revoked.");
  const std::string der{reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size)};
  OPENSSL_free(bytes);
  return doubt(der);
}

CertificateStatus judged(OCSP_BASICRESP* answer, OCSP_CERTID* id, Instant at) {
  int state = -1, reason = -1;
  ASN1_GENERALIZEDTIME *revoked = nullptr, *from = nullptr, *until = nullptr;
  if (OCSP_resp_find_status(answer, id, &state, &reason, &revoked, &from, &until) != 1) return unknown(tr("The answer is about another certificate."));
  const auto begins = instant_of(from), ends = instant_of(until);
  if (!begins || begins->seconds() > at.seconds() + skew) return unknown(tr("The answer is of the future."));
  if (!ends || ends->seconds() + skew < at.seconds()) return unknown(tr("The answer is out of date."));
  if (state == V_OCSP_CERTSTATUS_GOOD) return {CertificateStatus::State::good, "", {}};
  if (state != V_OCSP_CERTSTATUS_REVOKED) return unknown(tr("The responder does not know this certificate."));
  Revocation revocation{instant_of(revoked), {}};
  if (reason >= 0) revocation.reason = reason;
  return {CertificateStatus::State::revoked, "", revocation};
}

} // namespace

std::string status_request(std::string_view certificate, std::string_view issuer, std::string nonce) {
  const auto subject = certificate_of(certificate), authority = certificate_of(issuer);
  const OwnedRequest request{OCSP_REQUEST_new()};
  Owned<OCSP_CERTID, OCSP_CERTID_free> id{OCSP_cert_to_id(EVP_sha1(), subject.get(), authority.get())}; // the digest that every responder knows
  if (!request || !id || !OCSP_request_add0_id(request.get(), id.get())) refuse(tr("No question about this certificate can be made."));
  (void)id.release();
  if (OCSP_request_add1_nonce(request.get(), reinterpret_cast<unsigned char*>(nonce.data()), static_cast<int>(nonce.size())) != 1)
    refuse(tr("No question about this certificate can be made."));
  unsigned char* bytes = nullptr;
  const int size = i2d_OCSP_REQUEST(request.get(), &bytes);
  if (size <= 0) refuse(tr("No question about this certificate can be made."));
  std::string der{reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size)};
  OPENSSL_free(bytes);
  return der;
}

CertificateStatus read_status(std::string_view answer, std::string_view request, std::string_view issuer, Instant at, const ResponderDoubt& doubt) {
  const auto asked = parsed<OwnedRequest>(request, d2i_OCSP_REQUEST);
  if (!asked || OCSP_request_onereq_count(asked.get()) != 1) refuse(tr("This is no question about a certificate."));
  const auto authority = certificate_of(issuer);
  const auto response = parsed<OwnedResponse>(answer, d2i_OCSP_RESPONSE);
  if (!response) return unknown(tr("The answer cannot be read."));
  if (const int status = OCSP_response_status(response.get()); status != OCSP_RESPONSE_STATUS_SUCCESSFUL)
    return unknown(tr("The responder does not answer the question: {1}.", {OCSP_response_status_str(status)}));
  const Owned<OCSP_BASICRESP, OCSP_BASICRESP_free> basic{OCSP_response_get1_basic(response.get())};
  if (!basic) return unknown(tr("The answer cannot be read."));
  if (!is_signed(basic.get(), authority.get(), at)) return unknown(tr("The answer is signed neither by the authority nor by a responder that it named."));
  if (auto reason = doubt_of_signer(basic.get(), authority.get(), at, doubt); !reason.empty()) return unknown(reason);
  const int nonce = OCSP_check_nonce(asked.get(), basic.get());
  if (nonce == 0) return unknown(tr("The answer is to another question: somebody plays an old one back."));
  auto status = judged(basic.get(), OCSP_onereq_get0_id(OCSP_request_onereq_get0(asked.get(), 0)), at);
  if (nonce != 1 && status.sentence.empty())
    status.sentence = tr("The responder does not repeat the nonce: its answer could be an older one that is still in date.");
  return status;
}

} // namespace hdskit
