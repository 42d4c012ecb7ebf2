#include "toolkit/certificates/issuer_key.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certificates/der.hpp"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <algorithm>

namespace hdskit {
namespace {

using namespace std::string_view_literals;

constexpr auto rsa_oid = "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01"sv;

struct Algorithm {
  std::string_view oid;
  const char* digest;
  bool rsa, weak;
};
constexpr Algorithm algorithms[] = {
    {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b"sv, "SHA256", true, false}, {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c"sv, "SHA384", true, false},
    {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d"sv, "SHA512", true, false}, {"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05"sv, "SHA1", true, true},
    {"\x2a\x86\x48\xce\x3d\x04\x03\x02"sv, "SHA256", false, false},    {"\x2a\x86\x48\xce\x3d\x04\x03\x03"sv, "SHA384", false, false},
    {"\x2a\x86\x48\xce\x3d\x04\x03\x04"sv, "SHA512", false, false}};

const Algorithm* algorithm_of(std::string_view identifier) {
  DerReader parts{whole_element(identifier).content};
  const auto oid = parts.expect(DerTag::oid).content;
  const auto found = std::ranges::find(algorithms, oid, &Algorithm::oid);
  return found == std::end(algorithms) ? nullptr : found;
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

} // namespace

struct IssuerKey::Key {
  EVP_PKEY* key = nullptr;
  bool rsa = false;
  Key() = default;
  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;
  ~Key() { EVP_PKEY_free(key); }
};

IssuerKey::IssuerKey(std::string_view public_key) : key_{std::make_unique<Key>()} {
  const auto* place = bytes_of(public_key);
  key_->key = d2i_PUBKEY(nullptr, &place, static_cast<long>(public_key.size()));
  ERR_clear_error();
  if (!key_->key) refuse_der(marked("the public key cannot be read"));
  key_->rsa = EVP_PKEY_is_a(key_->key, "RSA") == 1;
}
IssuerKey::~IssuerKey() = default;
IssuerKey::IssuerKey(IssuerKey&&) noexcept = default;
IssuerKey& IssuerKey::operator=(IssuerKey&&) noexcept = default;

bool IssuerKey::verifies(std::string_view signed_part, std::string_view signature, std::string_view algorithm) const {
  const auto* known = algorithm_of(algorithm);
  if (!known || known->rsa != key_->rsa) return false;
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
  if (!context || EVP_DigestVerifyInit_ex(context.get(), nullptr, known->digest, nullptr, nullptr, key_->key, nullptr) != 1)
    throw Problem{ProblemKind::damaged, "", tr("OpenSSL cannot check signatures with {1}.", {known->digest}), tr("Check the installation of OpenSSL.")};
  const int verdict = EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(signed_part), signed_part.size());
  ERR_clear_error();
  return verdict == 1; // a signature of a wrong form gives less than 0: it is none
}

bool is_weak_key(std::string_view public_key) {
  constexpr std::size_t least = 2048; // bits
  DerReader parts{whole_element(public_key).content};
  if (parts.inside(DerTag::sequence).expect(DerTag::oid).content != rsa_oid) return false;
  unsigned unused = 0;
  const auto modulus = der_magnitude(DerReader{whole_element(der_bits(parts.next(), unused)).content}.expect(DerTag::integer));
  return modulus.size() * 8 < least;
}

bool is_weak_signature(std::string_view algorithm) {
  const auto* known = algorithm_of(algorithm);
  return known && known->weak;
}

} // namespace hdskit
