#include "toolkit/workspace/foreign_folder.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace hdskit {
namespace {

constexpr std::size_t piece_size = 1u << 20;

struct OpenFile {
  int number;
  ~OpenFile() {
    if (number >= 0) ::close(number);
  }
};

std::string size_sentence(std::uint64_t size, ForeignFolder::Bounds bounds) {
  if (bounds.least == bounds.most) return tr("It has {1} bytes where {2} are expected.", {std::to_string(size), std::to_string(bounds.most)});
  return tr("It has {1} bytes, and at most {2} are read.", {std::to_string(size), std::to_string(bounds.most)});
}

/// "" when it is an ordinary file of a size within the bounds.
std::string fault_of(int descriptor, int error, ForeignFolder::Bounds bounds) {
  if (descriptor < 0 && error == ENOENT) return tr("It is missing.");
  if (descriptor < 0 && (error == ELOOP || error == ENXIO)) return tr("It is no ordinary file.");
  if (descriptor < 0) return tr("It could not be read: {1}.", {std::strerror(error)});
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return tr("It could not be read: {1}.", {std::strerror(errno)});
  if (!S_ISREG(status.st_mode)) return tr("It is no ordinary file.");
  const auto size = static_cast<std::uint64_t>(status.st_size);
  return size < bounds.least || size > bounds.most ? size_sentence(size, bounds) : "";
}

} // namespace

ForeignFolder::ForeignFolder(const std::filesystem::path& path) : descriptor_{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)} {
  if (descriptor_ < 0) fail_on_file(path, errno);
}

ForeignFolder::ForeignFolder(const ForeignFolder& parent, const char* name)
    : descriptor_{::openat(parent.descriptor_, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)} {}

ForeignFolder::~ForeignFolder() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void ForeignFolder::each_name(const std::function<void(const std::string& name)>& take) const {
  if (!is_open()) return;
  const int again = ::openat(descriptor_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC); // with a place of its own in the listing
  auto* listing = again < 0 ? nullptr : ::fdopendir(again);
  if (!listing) {
    const int error = errno;
    if (again >= 0) ::close(again);
    fail_on_file(".", error);
  }
  const std::unique_ptr<DIR, int (*)(DIR*)> closed_at_end{listing, ::closedir};
  while (const auto* entry = ::readdir(listing)) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") take(name);
  }
}

std::string ForeignFolder::read(const std::string& name, Bounds bounds, const std::function<void(std::string_view)>& take) const {
  errno = ENOENT;
  const OpenFile file{is_open() ? ::openat(descriptor_, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) : -1};
  if (auto fault = fault_of(file.number, errno, bounds); !fault.empty()) return fault;
  const auto buffer = std::make_unique_for_overwrite<char[]>(piece_size);
  std::uint64_t done = 0;
  for (;;) {
    const auto count = ::read(file.number, buffer.get(), piece_size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return tr("It could not be read: {1}.", {std::strerror(errno)});
    if (count == 0) break;
    done += static_cast<std::uint64_t>(count);
    if (done > bounds.most) break; // it grows while it is read
    take({buffer.get(), static_cast<std::size_t>(count)});
  }
  return done < bounds.least || done > bounds.most ? size_sentence(done, bounds) : "";
}

} // namespace hdskit
