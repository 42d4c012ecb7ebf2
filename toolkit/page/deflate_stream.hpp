#pragma once

#include <functional>
#include <memory>
#include <string_view>

namespace hdskit::page {

/// zlib as a stream: bytes go in, compressed pieces come out at `take`. A fixed level, so that the same bytes give the same result.
class DeflateStream {
public:
  explicit DeflateStream(std::function<void(std::string_view)> take);
  ~DeflateStream();
  DeflateStream(const DeflateStream&) = delete;
  DeflateStream& operator=(const DeflateStream&) = delete;

  void write(std::string_view bytes);
  void finish(); ///< once, after the last write

private:
  void run(std::string_view bytes, bool last);
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace hdskit::page
