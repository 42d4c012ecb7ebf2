#include "unpack/gzip_input.hpp"
#include "unpack/member.hpp"

#include <algorithm>
#include <vector>
#include <zlib.h>

namespace hdskit::unpack {

namespace {
constexpr std::size_t piece_size = 256 * 1024;
constexpr int gzip_only = 15 + 16; // the largest window, with gzip's own head and checksums
} // namespace

struct GzipInput::State {
  z_stream stream{};
  std::vector<unsigned char> piece = std::vector<unsigned char>(piece_size);
  bool within = true; ///< a stream has begun and not ended
  bool done = false;
};

GzipInput::GzipInput(InputHook& compressed) : compressed_{compressed}, state_{std::make_unique<State>()} {
  if (::inflateInit2(&state_->stream, gzip_only) != Z_OK) throw Stop{StopReason::no_space, "memory"};
}

GzipInput::~GzipInput() { ::inflateEnd(&state_->stream); }

bool GzipInput::begins_so(std::string_view start) {
  using namespace std::string_view_literals;
  return start.starts_with("\x1F\x8B\x08"sv);
}

/// False at the end of the compressed bytes.
bool GzipInput::fill() {
  auto& stream = state_->stream;
  if (stream.avail_in > 0) return true;
  const auto bytes = compressed_.next();
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib's old interface: it only reads
  stream.avail_in = static_cast<uInt>(bytes.size());
  return !bytes.empty();
}

/// Streams may follow each other, and tapes fill up with zeros.
bool GzipInput::start_next_stream() {
  auto& stream = state_->stream;
  while (fill() && *stream.next_in == 0) ++stream.next_in, --stream.avail_in;
  if (stream.avail_in == 0) return false;
  if (*stream.next_in != 0x1F) throw StreamDamage{"foreign bytes after the gzip stream"};
  ::inflateReset(&stream);
  state_->within = true;
  return true;
}

std::string_view GzipInput::next() {
  auto& stream = state_->stream;
  stream.next_out = state_->piece.data();
  stream.avail_out = piece_size;
  while (stream.avail_out == piece_size && !state_->done) {
    if (!state_->within && !start_next_stream()) {
      state_->done = true;
      break;
    }
    if (!fill()) throw StreamDamage{"truncated gzip input"};
    const auto result = ::inflate(&stream, Z_NO_FLUSH);
    if (result == Z_STREAM_END) state_->within = false;
    else if (result != Z_OK) throw StreamDamage{stream.msg == nullptr ? std::string{"gzip: wrong data"} : std::string{"gzip: "} + stream.msg};
  }
  const auto count = piece_size - stream.avail_out;
  taken_ += count;
  return {reinterpret_cast<const char*>(state_->piece.data()), count};
}

} // namespace hdskit::unpack
