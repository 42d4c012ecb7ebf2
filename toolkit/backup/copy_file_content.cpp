#include "toolkit/backup/copy_file_content.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

#include <sys/xattr.h>
#include <unistd.h>

namespace hdskit {
namespace {

constexpr std::size_t piece_size = 1u << 20;

/// errno of a write that failed, 0 when all was written.
int write_whole(int into, const char* bytes, std::size_t count, off_t at) {
  while (count > 0) {
    const auto written = ::pwrite(into, bytes, count, at);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes += written;
    count -= static_cast<std::size_t>(written);
    at += written;
  }
  return 0;
}

/// Where data begin and end from `at` on; the whole rest where the file system does not know holes. False when only a hole is left.
bool next_data(int from, off_t at, off_t size, off_t& begin, off_t& end) {
  begin = ::lseek(from, at, SEEK_DATA);
  if (begin < 0) {
    if (errno == ENXIO) return false;
    begin = at;
    end = size;
    return true;
  }
  end = ::lseek(from, begin, SEEK_HOLE);
  if (end < 0) end = size;
  return begin < size;
}

} // namespace

ContentCopy copy_file_content(int from, int into, std::uint64_t size, const std::function<void(std::uint64_t bytes)>& took) {
  static thread_local std::vector<char> buffer(piece_size);
  ContentCopy copy;
  const auto whole = static_cast<off_t>(size);
  off_t begin = 0, end = 0;
  for (off_t at = 0; at < whole && next_data(from, at, whole, begin, end); at = end) {
    end = std::min(end, whole);
    for (off_t place = begin; place < end;) {
      const auto wanted = std::min(buffer.size(), static_cast<std::size_t>(end - place));
      const auto read = ::pread(from, buffer.data(), wanted, place);
      if (read < 0 && errno == EINTR) continue;
      if (read < 0) copy.read_error = errno;
      else if (read == 0) copy.read_error = EIO; // it was cut while it was read
      else copy.write_error = write_whole(into, buffer.data(), static_cast<std::size_t>(read), place);
      if (copy.read_error != 0 || copy.write_error != 0) return copy;
      place += read;
      copy.bytes += static_cast<std::uint64_t>(read);
      if (took) took(static_cast<std::uint64_t>(read));
    }
  }
  if (::ftruncate(into, whole) != 0) copy.write_error = errno;
  return copy;
}

unsigned copy_extended_attributes(const char* from, const char* into) {
  std::string names(static_cast<std::size_t>(std::max<ssize_t>(0, ::llistxattr(from, nullptr, 0))), '\0');
  const auto length = names.empty() ? 0 : ::llistxattr(from, names.data(), names.size());
  if (length < 0) return 1;
  names.resize(static_cast<std::size_t>(length));
  unsigned lost = 0;
  for (std::size_t at = 0; at < names.size(); at += std::strlen(names.c_str() + at) + 1) {
    const char* name = names.c_str() + at;
    // labels of the machine's own security modules are made anew by the machine
    if (std::strncmp(name, "security.", 9) == 0 && std::strcmp(name, "security.capability") != 0) continue;
    std::string value(static_cast<std::size_t>(std::max<ssize_t>(0, ::lgetxattr(from, name, nullptr, 0))), '\0');
    const auto got = ::lgetxattr(from, name, value.data(), value.size());
    if (got < 0 || ::lsetxattr(into, name, value.data(), static_cast<std::size_t>(got), 0) != 0) ++lost;
  }
  return lost;
}

} // namespace hdskit
