#include "toolkit/demonstration/lookalike_authority.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace hdskit {
namespace {

template <auto Free> struct Freed {
  template <typename T> void operator()(T* object) const { Free(object); }
};
using Key = std::shared_ptr<EVP_PKEY>;
using Certificate = std::shared_ptr<X509>;
using Name = std::unique_ptr<X509_NAME, Freed<X509_NAME_free>>;

[[noreturn]] void fail() {
  throw Problem{ProblemKind::damaged, "", tr("OpenSSL cannot make the look-alike certificates."), tr("Check the installation of OpenSSL.")};
}
void ensure(bool done) {
  if (!done) fail();
}

Key new_key(int bits) {
  Key key{EVP_RSA_gen(static_cast<unsigned>(bits)), EVP_PKEY_free};
  ensure(key != nullptr);
  return key;
}

const Key& leaf_key() {
  constexpr int bits = 2048;
  static const Key key = new_key(bits);
  return key;
}

std::string text_of(BIO* memory) {
  char* place = nullptr;
  const auto size = BIO_get_mem_data(memory, &place);
  return {place, static_cast<std::size_t>(size)};
}

template <typename Object, typename Encode> std::string der_of(Object* object, Encode encode) {
  unsigned char* bytes = nullptr;
  const int size = encode(object, &bytes);
  ensure(size > 0);
  std::string der{reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size)};
  OPENSSL_free(bytes);
  return der;
}

void add_entry(X509_NAME* name, const char* field, const std::string& value, int set = 0) {
  if (value.empty()) return;
  const int type = std::string_view{field} == "C" ? V_ASN1_PRINTABLESTRING : MBSTRING_UTF8;
  ensure(X509_NAME_add_entry_by_txt(name, field, type, reinterpret_cast<const unsigned char*>(value.data()), static_cast<int>(value.size()), -1, set) == 1);
}

Name authority_name(const std::string& common_name) {
  Name name{X509_NAME_new()};
  add_entry(name.get(), "C", "FR");
  add_entry(name.get(), "O", "ASIP-SANTE");
  add_entry(name.get(), "OU", "0002 187512751");
  add_entry(name.get(), "OU", common_name.starts_with("TEST ") ? "IGC-SANTE TEST" : "IGC-SANTE");
  add_entry(name.get(), "CN", common_name);
  return name;
}

/// The last part of a person's name has three values, as cards have it.
Name person_name(const LookalikePerson& person) {
  Name name{X509_NAME_new()};
  add_entry(name.get(), "C", "FR");
  add_entry(name.get(), "O", person.organisation);
  add_entry(name.get(), "OU", person.structure_id);
  add_entry(name.get(), "title", person.title);
  add_entry(name.get(), "pseudonym", person.pseudonym);
  add_entry(name.get(), "CN", person.national_id);
  add_entry(name.get(), "SN", person.surname, -1);
  add_entry(name.get(), "GN", person.given_name, -1);
  return name;
}

void set_dates(X509* certificate, Instant from, Instant to) {
  ensure(ASN1_TIME_set(X509_getm_notBefore(certificate), from.seconds().time_since_epoch().count()) != nullptr);
  ensure(ASN1_TIME_set(X509_getm_notAfter(certificate), to.seconds().time_since_epoch().count()) != nullptr);
}

void add_extension(X509* certificate, X509* issuer, int nid, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension{X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str())};
  ensure(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

void add_raw(X509* certificate, const char* oid, std::string_view value, bool critical = false) {
  const std::unique_ptr<ASN1_OBJECT, Freed<ASN1_OBJECT_free>> type{OBJ_txt2obj(oid, 1)};
  const std::unique_ptr<ASN1_OCTET_STRING, Freed<ASN1_OCTET_STRING_free>> bytes{ASN1_OCTET_STRING_new()};
  ensure(ASN1_OCTET_STRING_set(bytes.get(), reinterpret_cast<const unsigned char*>(value.data()), static_cast<int>(value.size())) == 1);
  const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> extension{X509_EXTENSION_create_by_OBJ(nullptr, type.get(), critical ? 1 : 0, bytes.get())};
  ensure(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

/// A short element: tag, length, content.
std::string short_der(char tag, std::string_view content) { return std::string{tag} + static_cast<char>(content.size()) + std::string{content}; }

void add_card(X509* certificate, const LookalikePerson& person) {
  constexpr char octets = 0x04, integer = 0x02, printable = 0x13;
  add_raw(certificate, "1.2.250.1.71.1.2.5", short_der(octets, std::string(1, static_cast<char>(person.category))));
  constexpr int software = 3;
  if ((person.category & 0x7f) == software) return;
  add_raw(certificate, "1.2.250.1.71.1.2.2", short_der(integer, std::string(1, static_cast<char>(person.card_type))));
  add_raw(certificate, "1.2.250.1.71.1.2.3", short_der(printable, "8025000001/" + person.card_number));
  add_raw(certificate, "1.2.250.1.71.1.2.7", short_der(integer, std::string(1, static_cast<char>(person.profession))));
}

Certificate new_certificate(const X509_NAME* subject, EVP_PKEY* key, const X509_NAME* issuer, std::uint64_t serial, Instant from, Instant to) {
  constexpr long version_3 = 2;
  Certificate certificate{X509_new(), X509_free};
  ensure(certificate && X509_set_version(certificate.get(), version_3) == 1);
  ensure(ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial) == 1);
  ensure(X509_set_subject_name(certificate.get(), subject) == 1 && X509_set_issuer_name(certificate.get(), issuer) == 1);
  ensure(X509_set_pubkey(certificate.get(), key) == 1);
  set_dates(certificate.get(), from, to);
  return certificate;
}

void add_authority_extensions(X509* certificate, X509* issuer, bool root) {
  add_extension(certificate, issuer, NID_basic_constraints, root ? "critical,CA:TRUE" : "critical,CA:TRUE,pathlen:0");
  add_extension(certificate, issuer, NID_key_usage, "critical,keyCertSign,cRLSign");
  add_extension(certificate, issuer, NID_subject_key_identifier, "hash");
  add_extension(certificate, issuer, NID_authority_key_identifier, "keyid");
}

} // namespace

struct LookalikeAuthority::State {
  Key key;
  Certificate certificate;
};

LookalikeAuthority::LookalikeAuthority(std::unique_ptr<State> state) : state_{std::move(state)} {}
LookalikeAuthority::LookalikeAuthority(LookalikeAuthority&&) noexcept = default;
LookalikeAuthority& LookalikeAuthority::operator=(LookalikeAuthority&&) noexcept = default;
LookalikeAuthority::~LookalikeAuthority() = default;

LookalikeAuthority LookalikeAuthority::root(const std::string& name, int bits, Instant from, Instant to) {
  const auto subject = authority_name(name);
  auto key = new_key(bits);
  auto certificate = new_certificate(subject.get(), key.get(), subject.get(), 1, from, to);
  add_authority_extensions(certificate.get(), certificate.get(), true);
  ensure(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);
  return LookalikeAuthority{std::make_unique<State>(State{std::move(key), std::move(certificate)})};
}

LookalikeAuthority LookalikeAuthority::below(const std::string& name, int bits, Instant from, Instant to, std::uint64_t serial) const {
  const auto subject = authority_name(name);
  auto key = new_key(bits);
  auto certificate = new_certificate(subject.get(), key.get(), X509_get_subject_name(state_->certificate.get()), serial, from, to);
  add_authority_extensions(certificate.get(), state_->certificate.get(), false);
  ensure(X509_sign(certificate.get(), state_->key.get(), EVP_sha256()) > 0);
  return LookalikeAuthority{std::make_unique<State>(State{std::move(key), std::move(certificate)})};
}

LookalikeAuthority LookalikeAuthority::forged() const {
  auto key = new_key(EVP_PKEY_get_bits(state_->key.get()));
  Certificate certificate{X509_dup(state_->certificate.get()), X509_free};
  ensure(certificate && X509_set_pubkey(certificate.get(), key.get()) == 1 && X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);
  return LookalikeAuthority{std::make_unique<State>(State{std::move(key), std::move(certificate)})};
}

std::string LookalikeAuthority::der() const {
  return der_of(state_->certificate.get(), [](X509* certificate, unsigned char** bytes) { return i2d_X509(certificate, bytes); });
}
std::string LookalikeAuthority::pem() const { return pem_of(der(), "CERTIFICATE"); }

std::string LookalikeAuthority::key_pem() const {
  const std::unique_ptr<BIO, Freed<BIO_free>> memory{BIO_new(BIO_s_mem())};
  ensure(PEM_write_bio_PKCS8PrivateKey(memory.get(), state_->key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
  return text_of(memory.get());
}

std::string LookalikeAuthority::leaf_key_pem() {
  const std::unique_ptr<BIO, Freed<BIO_free>> memory{BIO_new(BIO_s_mem())};
  ensure(PEM_write_bio_PKCS8PrivateKey(memory.get(), leaf_key().get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
  return text_of(memory.get());
}

std::string LookalikeAuthority::issue(const LookalikePerson& person) const {
  auto* issuer = state_->certificate.get();
  const auto certificate =
      new_certificate(person_name(person).get(), leaf_key().get(), X509_get_subject_name(issuer), person.serial, person.not_before, person.not_after);
  add_extension(certificate.get(), issuer, NID_basic_constraints, "CA:FALSE");
  add_extension(certificate.get(), issuer, NID_subject_key_identifier, "hash");
  add_extension(certificate.get(), issuer, NID_authority_key_identifier, "keyid");
  add_extension(certificate.get(), issuer, NID_key_usage, person.authentication ? "critical,digitalSignature" : "critical,nonRepudiation");
  add_extension(certificate.get(), issuer, NID_ext_key_usage, person.authentication ? "clientAuth" : "emailProtection");
  add_card(certificate.get(), person);
  constexpr std::string_view null_value{"\x05\x00", 2};
  if (person.critical_stranger) add_raw(certificate.get(), "1.2.250.1.999.1", null_value, true);
  ensure(X509_sign(certificate.get(), state_->key.get(), EVP_sha256()) > 0);
  return der_of(certificate.get(), [](X509* made, unsigned char** bytes) { return i2d_X509(made, bytes); });
}

std::string LookalikeAuthority::issue_server(const std::string& host, std::uint64_t serial, Instant from, Instant to) const {
  auto* issuer = state_->certificate.get();
  const Name name{X509_NAME_new()};
  add_entry(name.get(), "CN", host);
  const auto certificate = new_certificate(name.get(), leaf_key().get(), X509_get_subject_name(issuer), serial, from, to);
  add_extension(certificate.get(), issuer, NID_basic_constraints, "CA:FALSE");
  add_extension(certificate.get(), issuer, NID_authority_key_identifier, "keyid");
  add_extension(certificate.get(), issuer, NID_key_usage, "critical,digitalSignature,keyEncipherment");
  add_extension(certificate.get(), issuer, NID_ext_key_usage, "serverAuth");
  add_extension(certificate.get(), issuer, NID_subject_alt_name, "DNS:" + host + ",IP:127.0.0.1");
  ensure(X509_sign(certificate.get(), state_->key.get(), EVP_sha256()) > 0);
  return der_of(certificate.get(), [](X509* made, unsigned char** bytes) { return i2d_X509(made, bytes); });
}

namespace {

using List = std::unique_ptr<X509_CRL, Freed<X509_CRL_free>>;

void add_revoked(X509_CRL* list, const LookalikeRevocation& revocation, ASN1_TIME* at) {
  const std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER_free>> serial{ASN1_INTEGER_new()};
  ensure(ASN1_INTEGER_set_uint64(serial.get(), revocation.serial) == 1);
  ensure(ASN1_TIME_set(at, revocation.at.seconds().time_since_epoch().count()) != nullptr);
  auto* entry = X509_REVOKED_new();
  ensure(X509_REVOKED_set_serialNumber(entry, serial.get()) == 1 && X509_REVOKED_set_revocationDate(entry, at) == 1);
  if (revocation.reason >= 0) {
    const std::unique_ptr<ASN1_ENUMERATED, Freed<ASN1_ENUMERATED_free>> reason{ASN1_ENUMERATED_new()};
    ensure(ASN1_ENUMERATED_set(reason.get(), revocation.reason) == 1);
    ensure(X509_REVOKED_add1_ext_i2d(entry, NID_crl_reason, reason.get(), 0, 0) == 1);
  }
  ensure(X509_CRL_add0_revoked(list, entry) == 1);
}

void add_number(X509_CRL* list, int nid, std::uint64_t number, bool critical) {
  const std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER_free>> value{ASN1_INTEGER_new()};
  ensure(ASN1_INTEGER_set_uint64(value.get(), number) == 1);
  ensure(X509_CRL_add1_ext_i2d(list, nid, value.get(), critical ? 1 : 0, 0) == 1);
}

} // namespace

std::string LookalikeAuthority::list(const std::vector<LookalikeRevocation>& revoked, Instant this_update, Instant next_update, std::uint64_t number,
                                     std::uint64_t base) const {
  const List list{X509_CRL_new()};
  ensure(list && X509_CRL_set_version(list.get(), 1) == 1);
  ensure(X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(state_->certificate.get())) == 1);
  const std::unique_ptr<ASN1_TIME, Freed<ASN1_TIME_free>> moment{ASN1_TIME_new()};
  ensure(ASN1_TIME_set(moment.get(), this_update.seconds().time_since_epoch().count()) && X509_CRL_set1_lastUpdate(list.get(), moment.get()) == 1);
  ensure(ASN1_TIME_set(moment.get(), next_update.seconds().time_since_epoch().count()) && X509_CRL_set1_nextUpdate(list.get(), moment.get()) == 1);
  for (const auto& revocation : revoked) add_revoked(list.get(), revocation, moment.get());
  add_number(list.get(), NID_crl_number, number, false);
  if (base != 0) add_number(list.get(), NID_delta_crl, base, true);
  X509V3_CTX context;
  X509V3_set_ctx(&context, state_->certificate.get(), nullptr, nullptr, list.get(), 0);
  const std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>> key{X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid")};
  ensure(key && X509_CRL_add_ext(list.get(), key.get(), -1) == 1);
  X509_CRL_sort(list.get());
  ensure(X509_CRL_sign(list.get(), state_->key.get(), EVP_sha256()) > 0);
  return der_of(list.get(), [](X509_CRL* made, unsigned char** bytes) { return i2d_X509_CRL(made, bytes); });
}

std::string pem_of(std::string_view der, std::string_view label) {
  constexpr std::size_t line = 64; // RFC 7468 2
  std::string base64(4 * ((der.size() + 2) / 3) + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()), reinterpret_cast<const unsigned char*>(der.data()), static_cast<int>(der.size()));
  base64.resize(static_cast<std::size_t>(size));
  std::string pem = "-----BEGIN " + std::string{label} + "-----\n";
  for (std::size_t place = 0; place < base64.size(); place += line) pem += base64.substr(place, line) + "\n";
  return pem + "-----END " + std::string{label} + "-----\n";
}

} // namespace hdskit
