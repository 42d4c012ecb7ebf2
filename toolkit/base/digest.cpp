#include "toolkit/base/digest.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <openssl/evp.h>

namespace hdskit {
namespace {

[[noreturn]] void fail() {
  throw Problem{ProblemKind::damaged, "SHA-256", tr("The SHA-256 digest could not be computed."),
                tr("The cryptographic library of this machine is not usable: reinstall libssl3, then start again.")};
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

} // namespace

std::optional<Digest> Digest::parse(std::string_view hex) {
  if (hex.size() != 2 * size) return std::nullopt;
  std::array<std::uint8_t, size> bytes{};
  for (std::size_t i = 0; i < size; ++i) {
    const int high = hex_digit(hex[2 * i]), low = hex_digit(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return Digest{bytes};
}

std::string Digest::hex() const {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(2 * size);
  for (const auto byte : bytes_) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

struct Sha256::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_{std::make_unique<State>()} {
  if (!state_->context || EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr) != 1) fail();
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
  if (EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) != 1) fail();
}

Digest Sha256::finish() {
  std::array<std::uint8_t, Digest::size> bytes{};
  unsigned int length = 0;
  if (EVP_DigestFinal_ex(state_->context, bytes.data(), &length) != 1 || length != bytes.size()) fail();
  return Digest{bytes};
}

Digest digest_of(std::string_view bytes) {
  Sha256 sha;
  sha.update(bytes);
  return sha.finish();
}

Digest digest_of_file(const std::filesystem::path& path) {
  Sha256 sha;
  read_in_pieces(path, [&](std::string_view piece) { sha.update(piece); });
  return sha.finish();
}

} // namespace hdskit
