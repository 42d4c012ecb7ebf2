#include "toolkit/base/file.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace hdskit {
namespace {

constexpr std::size_t piece_size = 1u << 20;
constexpr std::uint64_t most_reserved = 256u << 20; // bytes: a sparse file may call itself larger than all memory

struct Descriptor {
  int number;
  explicit Descriptor(int n) : number{n} {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

int open_for_reading(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail_on_file(path, errno);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || S_ISDIR(status.st_mode)) {
    ::close(descriptor);
    throw Problem{ProblemKind::bad_input, path.string(), tr("“{1}” is a folder, a file is expected.", {path.string()}), tr("Give the path of a file.")};
  }
  return descriptor;
}

void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_on_file(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// The folder's own entry must reach the disk too, or a power cut could take the renamed file away again.
void flush_folder(const std::filesystem::path& folder) {
  const Descriptor descriptor{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (descriptor.number >= 0) ::fsync(descriptor.number);
}

std::filesystem::path folder_of(const std::filesystem::path& path) { return path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."}; }

std::size_t read_some(const Descriptor& file, char* place, std::size_t count, const std::filesystem::path& path) {
  for (;;) {
    const auto read = ::read(file.number, place, count);
    if (read >= 0) return static_cast<std::size_t>(read);
    if (errno != EINTR) fail_on_file(path, errno);
  }
}

} // namespace

void fail_on_file(const std::filesystem::path& path, int error) {
  const auto name = path.string();
  switch (error) {
    case ENOENT:
    case ENOTDIR: throw Problem{ProblemKind::not_found, name, tr("“{1}” does not exist.", {name}), tr("Check the path; nothing was created.")};
    case EACCES:
    case EPERM:
    case EROFS:
      throw Problem{ProblemKind::refused, name, tr("“{1}” may not be read or written with your rights.", {name}),
                    tr("Ask for the rights on this folder, or choose another place.")};
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      throw Problem{ProblemKind::no_space, name, tr("There is no room left on the disk to write “{1}”.", {name}),
                    tr("Free some space or choose another place, then start again; nothing was changed.")};
    case EISDIR: throw Problem{ProblemKind::bad_input, name, tr("“{1}” is a folder, a file is expected.", {name}), tr("Give the path of a file.")};
    default:
      throw Problem{ProblemKind::damaged, name, tr("“{1}” could not be read or written: {2}.", {name, std::strerror(error)}),
                    tr("Check the disk, then start again.")};
  }
}

namespace {

template <typename Take> void take_pieces(const Descriptor& file, const std::filesystem::path& path, Take take) {
  const auto buffer = std::make_unique_for_overwrite<char[]>(piece_size); // zeros first would cost more than most files
  while (const auto count = read_some(file, buffer.get(), piece_size, path)) take(std::string_view{buffer.get(), count});
}

} // namespace

void read_in_pieces(const std::filesystem::path& path, const std::function<void(std::string_view)>& take) {
  take_pieces(Descriptor{open_for_reading(path)}, path, take);
}

std::string read_start(const std::filesystem::path& path, std::size_t count) {
  const Descriptor file{open_for_reading(path)};
  std::string bytes(count, '\0');
  std::size_t length = 0;
  while (length < count) {
    const auto more = read_some(file, bytes.data() + length, count - length, path);
    if (more == 0) break;
    length += more;
  }
  bytes.resize(length);
  return bytes;
}

std::string read_file(const std::filesystem::path& path, std::uint64_t limit) {
  const Descriptor file{open_for_reading(path)};
  std::string bytes;
  struct stat status {};
  if (::fstat(file.number, &status) == 0 && S_ISREG(status.st_mode)) // growing by and by would copy a large file twice
    bytes.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(static_cast<std::uint64_t>(status.st_size), std::min(limit, most_reserved))));
  take_pieces(file, path, [&](std::string_view piece) {
    if (bytes.size() + piece.size() > limit)
      throw Problem{ProblemKind::bad_input, path.string(), tr("“{1}” is larger than the {2} accepted here.", {path.string(), french_bytes(limit)}),
                    tr("Check that it is the right file.")};
    bytes += piece;
  });
  return bytes;
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  PendingFile file{path};
  file.write(bytes);
  file.commit();
}

PendingFile::PendingFile(std::filesystem::path path) : path_{std::move(path)} {
  auto pattern = (folder_of(path_) / ("." + path_.filename().string() + ".XXXXXX")).string();
  descriptor_ = ::mkostemp(pattern.data(), O_CLOEXEC); // mkostemp creates with mode 0600
  if (descriptor_ < 0) fail_on_file(path_, errno);
  temporary_ = pattern;
}

PendingFile::~PendingFile() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
    ::unlink(temporary_.c_str());
  }
}

void PendingFile::write(std::string_view bytes) {
  size_ += bytes.size();
  if (buffer_.size() + bytes.size() > piece_size) flush_buffer();
  if (bytes.size() > piece_size) return write_all(descriptor_, bytes, path_);
  buffer_ += bytes;
}

void PendingFile::flush_buffer() {
  write_all(descriptor_, buffer_, path_);
  buffer_.clear();
}

void PendingFile::commit() {
  flush_buffer();
  if (::fsync(descriptor_) != 0) fail_on_file(path_, errno);
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) fail_on_file(path_, errno);
  ::close(descriptor_);
  descriptor_ = -1;
  flush_folder(folder_of(path_));
}

ScratchFolder::ScratchFolder(const std::filesystem::path& parent) {
  auto pattern = (parent / "hdskit-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) fail_on_file(parent, errno); // mkdtemp creates with mode 0700
  path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

} // namespace hdskit
