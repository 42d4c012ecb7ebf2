#define OPENSSL_SUPPRESS_DEPRECATED // a state begun in a lane can only be gone on with by the older interface of OpenSSL

#include "toolkit/verification/wide_reading.hpp"

#include <algorithm>

#include <openssl/sha.h>

namespace hdskit {

WideReading::WideReading(EntryReading& reading, SharedReading& shared)
    : reading_{reading}, shared_{shared}, room_{std::make_unique<std::uint8_t[]>(WideSha256::lanes * (piece + apart))} {}

void WideReading::read(const std::function<WalkedEntry*()>& next, const std::function<void(WalkedEntry&)>& done) {
  while (!shared_.stop) {
    for (std::size_t lane = 0; lane < WideSha256::lanes; ++lane)
      if (!lanes_[lane].walked && !take_up(lane, next)) break;
    if (active_ == 0) return;
    if (active_ < worth_it) {
      for (std::size_t lane = 0; lane < WideSha256::lanes; ++lane)
        if (lanes_[lane].walked) finish(lane, done);
      continue;
    }
    step();
    for (std::size_t lane = 0; lane < WideSha256::lanes; ++lane)
      if (const auto& one = lanes_[lane]; one.walked && (one.error != 0 || (one.last && one.at == one.end))) finish(lane, done);
  }
}

bool WideReading::take_up(std::size_t lane, const std::function<WalkedEntry*()>& next) {
  auto* const walked = next();
  if (!walked) return false;
  auto& one = lanes_[lane];
  one = Lane{};
  one.walked = walked;
  one.file = reading_.begin(*walked);
  one.last = !one.file.is_open();
  sha_.begin(lane);
  ++active_;
  return true;
}

/// Reads on once all was hashed; what ends a message is set behind its last bytes.
void WideReading::fill(std::size_t lane) {
  auto& one = lanes_[lane];
  if (one.at < one.end || one.last || one.error != 0) return;
  const auto size = one.walked->entry.size;
  auto* const place = reinterpret_cast<char*>(room(lane));
  one.at = one.end = 0;
  const auto asked = std::min<std::uint64_t>(piece, size - one.read);
  const auto reading = read_through(one.file.number(), asked, place, piece, shared_.stop, [](std::string_view) {});
  one.error = reading.error;
  one.end = static_cast<std::size_t>(reading.bytes);
  one.read += reading.bytes;
  shared_.bytes += reading.bytes;
  if (one.read < size && reading.bytes == asked) return;
  one.end += WideSha256::pad(room(lane) + one.end, one.read);
  one.last = true;
}

/// As many blocks as all lanes have.
void WideReading::step() {
  const std::uint8_t* places[WideSha256::lanes];
  std::size_t least = piece;
  for (std::size_t lane = 0; lane < WideSha256::lanes; ++lane) {
    auto& one = lanes_[lane];
    if (one.walked) fill(lane);
    const bool hashes = one.walked && one.error == 0 && one.at < one.end;
    places[lane] = room(lane) + (hashes ? one.at : 0); // an idle lane hashes what nobody looks at
    if (hashes) least = std::min(least, one.end - one.at);
  }
  const auto count = least / WideSha256::block;
  sha_.compress(places, count);
  for (auto& one : lanes_)
    if (one.walked && one.error == 0) one.at = std::min(one.end, one.at + count * WideSha256::block);
}

void WideReading::finish(std::size_t lane, const std::function<void(WalkedEntry&)>& done) {
  auto& one = lanes_[lane];
  if (one.file.is_open()) {
    const auto digest = one.last ? finished_in_room(lane) : finished_alone(lane);
    reading_.end(*one.walked, one.file.number(), {one.read, one.error}, digest);
  }
  auto* const walked = std::exchange(one.walked, nullptr);
  one.file = Descriptor{};
  --active_;
  done(*walked);
}

/// What is left of a message that is in the room with its padding: in all lanes of a copy, of which one is looked at.
Digest WideReading::finished_in_room(std::size_t lane) const {
  const auto& one = lanes_[lane];
  auto copy = sha_;
  const std::uint8_t* places[WideSha256::lanes];
  std::ranges::fill(places, room_.get() + lane * (piece + apart) + one.at);
  copy.compress(places, (one.end - one.at) / WideSha256::block);
  return copy.digest(lane);
}

/// The rest of a file when too few others are left to fill the lanes.
Digest WideReading::finished_alone(std::size_t lane) {
  auto& one = lanes_[lane];
  SHA256_CTX context;
  if (SHA256_Init(&context) != 1) fail_on_digest();
  for (std::size_t i = 0; i < 8; ++i) context.h[i] = sha_.state[i][lane];
  const auto bits = (one.read - one.end + one.at) * 8; // hashed so far
  context.Nl = static_cast<SHA_LONG>(bits);
  context.Nh = static_cast<SHA_LONG>(bits >> 32);
  const TakeBytes update = [&](std::string_view bytes) {
    if (SHA256_Update(&context, bytes.data(), bytes.size()) != 1) fail_on_digest();
  };
  auto* const place = reinterpret_cast<char*>(room(lane));
  update({place + one.at, one.end - one.at});
  if (one.error == 0) {
    const auto rest = read_through(one.file.number(), one.walked->entry.size - one.read, place, piece, shared_.stop, update);
    one.read += rest.bytes;
    one.error = rest.error;
    shared_.bytes += rest.bytes;
  }
  std::array<std::uint8_t, Digest::size> bytes;
  if (SHA256_Final(bytes.data(), &context) != 1) fail_on_digest();
  return Digest{bytes};
}

} // namespace hdskit
