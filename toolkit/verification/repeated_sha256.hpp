#pragma once

#include "toolkit/base/digest.hpp"

#include <memory>
#include <string_view>

namespace hdskit {

/// SHA-256 of many messages in turn by OpenSSL: the algorithm is fetched once, the context used again. Throws Problem damaged when OpenSSL fails.
class RepeatedSha256 {
public:
  RepeatedSha256();
  ~RepeatedSha256();
  RepeatedSha256(RepeatedSha256&&) noexcept;

  void begin();
  void update(std::string_view bytes);
  Digest so_far() const; ///< of what was given since begin(); more may follow
  Digest finish();
  Digest digest_of(std::string_view bytes);

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Throws Problem damaged: no digest is better than a wrong one.
[[noreturn]] void fail_on_digest();

} // namespace hdskit
