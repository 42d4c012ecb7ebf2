#include "unpack/archive_input.hpp"
#include "unpack/member.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace hdskit::unpack {

namespace {
constexpr std::size_t piece_size = 256 * 1024;
}

std::string ArchiveInput::read_at(std::uint64_t place, std::size_t count) {
  const auto back = this->place();
  const auto taken = taken_;
  go_to(place);
  std::string bytes;
  while (bytes.size() < count) {
    const auto piece = next();
    if (piece.empty()) break;
    bytes += piece.substr(0, count - bytes.size());
  }
  go_to(back);
  taken_ = taken;
  return bytes;
}

FileInput::FileInput(int descriptor) : descriptor_{descriptor}, piece_(piece_size) {
  struct stat state {};
  if (::fstat(descriptor, &state) == 0 && S_ISREG(state.st_mode)) size_ = static_cast<std::uint64_t>(state.st_size);
}

std::string_view FileInput::next() {
  ssize_t count = 0;
  do count = size_ ? ::pread(descriptor_, piece_.data(), piece_.size(), static_cast<off_t>(place_)) : ::read(descriptor_, piece_.data(), piece_.size());
  while (count < 0 && errno == EINTR);
  if (count < 0) throw Stop{StopReason::io, std::strerror(errno)};
  place_ += static_cast<std::uint64_t>(count);
  taken_ += static_cast<std::uint64_t>(count);
  return {piece_.data(), static_cast<std::size_t>(count)};
}

std::string_view MemoryInput::next() {
  const auto piece = bytes_.substr(std::min<std::uint64_t>(place_, bytes_.size()), piece_size);
  place_ += piece.size();
  taken_ += piece.size();
  return piece;
}

} // namespace hdskit::unpack
