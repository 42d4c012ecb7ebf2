#pragma once

#include "toolkit/verification/repeated_sha256.hpp"

#include <optional>
#include <span>

namespace hdskit {

/// SHA-256 of many short messages side by side, one in each lane of the processor's vectors (libipsec-mb, loaded when first asked for). What it cannot take
/// goes through OpenSSL: messages longer than `longest`, and empty ones. One object serves one thread at a time.
class LaneHasher {
public:
  /// libipsec-mb 1.3 refuses 65,535 bytes and more, leaving the place of the digest as it was.
  static constexpr std::size_t longest = 63 * 1024;

  /// Nothing where the processor hashes one message after the other as fast, where the library is missing, or where it does not agree with OpenSSL.
  static std::unique_ptr<LaneHasher> create();
  ~LaneHasher();

  struct Message {
    std::string_view bytes;
    std::optional<Digest>* digest = nullptr; ///< where it goes
  };
  /// Throws Problem damaged if a single digest could not be computed.
  void hash(std::span<const Message> messages);

private:
  struct State;
  explicit LaneHasher(std::unique_ptr<State> state);
  bool agrees_with_openssl();
  std::unique_ptr<State> state_;
};

} // namespace hdskit
