#include "toolkit/verification/repeated_sha256.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <openssl/evp.h>

namespace hdskit {
namespace {

/// The implicit fetch of EVP_sha256() costs more than the digest of a short file.
const EVP_MD* fetched_sha256() {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return algorithm;
}

Digest finished(EVP_MD_CTX* context) {
  std::array<std::uint8_t, Digest::size> bytes{};
  unsigned int length = 0;
  if (EVP_DigestFinal_ex(context, bytes.data(), &length) != 1 || length != bytes.size()) fail_on_digest();
  return Digest{bytes};
}

} // namespace

void fail_on_digest() {
  throw Problem{ProblemKind::damaged, "SHA-256", tr("The SHA-256 digest could not be computed."),
                tr("The cryptographic library of this machine is not usable: reinstall libssl3, then start again.")};
}

struct RepeatedSha256::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  EVP_MD_CTX* copy = EVP_MD_CTX_new();
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    EVP_MD_CTX_free(context);
    EVP_MD_CTX_free(copy);
  }
};

RepeatedSha256::RepeatedSha256() : state_{std::make_unique<State>()} {
  if (!state_->context || !state_->copy || !fetched_sha256()) fail_on_digest();
}
RepeatedSha256::~RepeatedSha256() = default;
RepeatedSha256::RepeatedSha256(RepeatedSha256&&) noexcept = default;

void RepeatedSha256::begin() {
  if (EVP_DigestInit_ex2(state_->context, fetched_sha256(), nullptr) != 1) fail_on_digest();
}

void RepeatedSha256::update(std::string_view bytes) {
  if (EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) != 1) fail_on_digest();
}

Digest RepeatedSha256::so_far() const {
  if (EVP_MD_CTX_copy_ex(state_->copy, state_->context) != 1) fail_on_digest();
  return finished(state_->copy);
}

Digest RepeatedSha256::finish() { return finished(state_->context); }

Digest RepeatedSha256::digest_of(std::string_view bytes) {
  begin();
  update(bytes);
  return finish();
}

} // namespace hdskit
