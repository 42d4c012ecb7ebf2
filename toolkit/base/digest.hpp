#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

/// A SHA-256 digest (FIPS 180-4), the digest of record of the whole project.
class Digest {
public:
  static constexpr std::size_t size = 32;
  explicit Digest(const std::array<std::uint8_t, size>& bytes) : bytes_{bytes} {}
  /// Reads 64 hexadecimal digits, either case.
  static std::optional<Digest> parse(std::string_view hex);

  std::string hex() const; ///< 64 lower-case digits
  const std::array<std::uint8_t, size>& bytes() const { return bytes_; }

  auto operator<=>(const Digest&) const = default;

private:
  std::array<std::uint8_t, size> bytes_;
};

/// Computes a digest piece by piece. Throws Problem if the cryptographic library fails: an empty digest is never returned.
class Sha256 {
public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void update(std::string_view bytes);
  Digest finish(); ///< once

private:
  struct State;
  std::unique_ptr<State> state_;
};

Digest digest_of(std::string_view bytes);

/// Reads the whole file. Throws Problem not_found, refused or damaged (read error).
Digest digest_of_file(const std::filesystem::path& path);

} // namespace hdskit
