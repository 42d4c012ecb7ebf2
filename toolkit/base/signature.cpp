#include "toolkit/base/signature.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <array>
#include <memory>
#include <optional>

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace hdskit {
namespace {

constexpr std::size_t longest_key_text = 16 << 10;
constexpr std::size_t longest_signature = 72; // DER of two integers of 256 bits

template <auto release> struct Release {
  template <typename Object> void operator()(Object* object) const { release(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using Memory = std::unique_ptr<BIO, Release<BIO_free_all>>;
using Signing = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;

[[noreturn]] void fail_in_library() {
  ::ERR_clear_error();
  throw Problem{ProblemKind::damaged, "ECDSA", tr("The signature could not be computed."),
                tr("The cryptographic library of this machine is not usable: reinstall libssl3, then start again.")};
}

[[noreturn]] void fail_on_key() {
  ::ERR_clear_error();
  throw Problem{ProblemKind::bad_input, "", tr("This is no ECDSA key on the curve P-256 in PEM."),
                tr("Give the key as “hdskit” made it, whole and unchanged.")};
}

Memory memory_with(std::string_view bytes) {
  Memory memory{::BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()))};
  if (!memory) fail_in_library();
  return memory;
}

std::string text_of(const Memory& memory) {
  char* bytes = nullptr;
  const long length = BIO_get_mem_data(memory.get(), &bytes);
  if (length <= 0 || !bytes) fail_in_library();
  return {bytes, static_cast<std::size_t>(length)};
}

/// OpenSSL would ask the terminal for the passphrase of a protected key.
int no_passphrase(char*, int, int, void*) { return -1; }

bool is_on_p256(const EVP_PKEY* key) {
  std::array<char, 64> group{};
  std::size_t length = 0;
  return ::EVP_PKEY_is_a(key, "EC") == 1 && ::EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) == 1 &&
         std::string_view{group.data(), length} == "prime256v1";
}

template <typename Read> Key key_from(std::string_view pem, Read read) {
  if (pem.size() > longest_key_text) fail_on_key();
  const auto memory = memory_with(pem);
  Key key{read(memory.get(), nullptr, no_passphrase, nullptr)};
  if (!key || !is_on_p256(key.get())) fail_on_key();
  ::ERR_clear_error();
  return key;
}

Key private_key(std::string_view pem) { return key_from(pem, ::PEM_read_bio_PrivateKey); }
Key public_key(std::string_view pem) { return key_from(pem, ::PEM_read_bio_PUBKEY); }

std::string to_base64(std::string_view bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0'); // and the zero that OpenSSL writes behind
  const int length =
      ::EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

/// Only the one spelling that to_base64 gives: otherwise a signature could be written in several ways.
std::optional<std::string> from_base64(std::string_view text) {
  if (text.empty() || text.size() % 4 != 0 || text.size() > 4 * ((longest_signature + 2) / 3)) return std::nullopt;
  std::string bytes(text.size() / 4 * 3, '\0');
  const int length =
      ::EVP_DecodeBlock(reinterpret_cast<unsigned char*>(bytes.data()), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (length < 0) return std::nullopt;
  const auto padding = text.ends_with("==") ? 2u : text.ends_with('=') ? 1u : 0u;
  bytes.resize(static_cast<std::size_t>(length) - padding); // the decoder counts padding as zero bytes
  return to_base64(bytes) == text ? std::optional{bytes} : std::nullopt;
}

} // namespace

KeyPair make_key_pair() {
  const Key key{::EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")};
  const Memory own{::BIO_new(::BIO_s_secmem())}, shown{::BIO_new(::BIO_s_mem())};
  if (!key || !own || !shown || ::PEM_write_bio_PKCS8PrivateKey(own.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
      ::PEM_write_bio_PUBKEY(shown.get(), key.get()) != 1) {
    fail_in_library();
  }
  return {text_of(own), text_of(shown)};
}

std::string sign(std::string_view bytes, std::string_view private_pem) {
  const auto key = private_key(private_pem);
  const Signing signing{::EVP_MD_CTX_new()};
  std::array<unsigned char, longest_signature> der{};
  std::size_t length = der.size();
  const auto* start = reinterpret_cast<const unsigned char*>(bytes.data());
  if (!signing || ::EVP_DigestSignInit(signing.get(), nullptr, ::EVP_sha256(), nullptr, key.get()) != 1 ||
      ::EVP_DigestSign(signing.get(), der.data(), &length, start, bytes.size()) != 1 || length == 0 || length > der.size()) {
    fail_in_library();
  }
  return to_base64({reinterpret_cast<const char*>(der.data()), length});
}

bool signature_matches(std::string_view bytes, std::string_view signature, std::string_view public_pem) {
  const auto key = public_key(public_pem);
  const auto der = from_base64(signature);
  if (!der) return false;
  const Signing checking{::EVP_MD_CTX_new()};
  if (!checking || ::EVP_DigestVerifyInit(checking.get(), nullptr, ::EVP_sha256(), nullptr, key.get()) != 1) fail_in_library();
  const int verdict = ::EVP_DigestVerify(checking.get(), reinterpret_cast<const unsigned char*>(der->data()), der->size(),
                                         reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  ::ERR_clear_error();
  return verdict == 1; // 0: another signature, less: no signature at all
}

std::string key_fingerprint(std::string_view public_pem) {
  const auto key = public_key(public_pem);
  const Memory der{::BIO_new(::BIO_s_mem())};
  if (!der || ::i2d_PUBKEY_bio(der.get(), key.get()) != 1) fail_in_library();
  return digest_of(text_of(der)).hex();
}

} // namespace hdskit
