#include "toolkit/page/deflate_stream.hpp"

#include <array>
#include <new>
#include <zlib.h>

namespace hdskit::page {

struct DeflateStream::State {
  std::function<void(std::string_view)> take;
  z_stream zlib{};
  std::array<char, 65'536> buffer;
};

DeflateStream::DeflateStream(std::function<void(std::string_view)> take) : state_{std::make_unique<State>()} {
  state_->take = std::move(take);
  if (deflateInit(&state_->zlib, 6) != Z_OK) throw std::bad_alloc{};
}

DeflateStream::~DeflateStream() { deflateEnd(&state_->zlib); }

void DeflateStream::write(std::string_view bytes) { run(bytes, false); }
void DeflateStream::finish() { run({}, true); }

void DeflateStream::run(std::string_view bytes, bool last) {
  auto& zlib = state_->zlib;
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib reads only
  zlib.avail_in = static_cast<uInt>(bytes.size());
  do {
    zlib.next_out = reinterpret_cast<Bytef*>(state_->buffer.data());
    zlib.avail_out = static_cast<uInt>(state_->buffer.size());
    ::deflate(&zlib, last ? Z_FINISH : Z_NO_FLUSH);
    const auto count = state_->buffer.size() - zlib.avail_out;
    if (count > 0) state_->take({state_->buffer.data(), count});
  } while (zlib.avail_out == 0);
}

} // namespace hdskit::page
