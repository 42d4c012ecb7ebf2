#include "toolkit/workspace/sqlite_dialect.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace hdskit {
namespace {

// Offsets in the header of a database file: https://www.sqlite.org/fileformat2.html#the_database_header
constexpr std::size_t header_size = 100, user_version_at = 60, application_id_at = 68;
constexpr std::string_view magic{"SQLite format 3\0", 16};

std::uint32_t big_endian_at(std::string_view bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<std::uint8_t>(bytes[offset + i]);
  return value;
}

std::string first_bytes(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a named pipe must not make us wait
  if (descriptor < 0) fail_on_file(file, errno);
  std::array<char, header_size> buffer{};
  const auto count = ::read(descriptor, buffer.data(), buffer.size());
  const int error = errno;
  ::close(descriptor);
  if (count < 0) fail_on_file(file, error);
  return {buffer.data(), static_cast<std::size_t>(count)};
}

[[noreturn]] void refuse_taken_path(const std::filesystem::path& file) {
  throw Problem{ProblemKind::bad_input, file.string(), tr("“{1}” already exists; nothing was created.", {file.string()}),
                tr("Choose another path, or open what stands there.")};
}

} // namespace

int examine_workspace_file(const std::filesystem::path& file) {
  const auto name = file.string();
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored))
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is a folder, not a workspace.", {name}),
                  tr("Give the path of the workspace file, for instance “hospital.hds”.")};
  const auto bytes = first_bytes(file);
  if (bytes.empty())
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is an empty file, not a workspace.", {name}),
                  tr("If its creation was interrupted, remove it and create the workspace again.")};
  if (!bytes.starts_with(magic.substr(0, bytes.size())) || bytes.size() < magic.size())
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is not a workspace: it is a file of another kind.", {name}),
                  tr("Check the path; nothing was changed.")};
  if (bytes.size() < header_size)
    throw Problem{ProblemKind::damaged, name, tr("“{1}” is damaged: it ends in the middle of its header.", {name}),
                  tr("Restore the last backup with `hdskit workspace restore`.")};
  if (big_endian_at(bytes, application_id_at) != workspace_application_id)
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is not a workspace: it is a database of another program.", {name}),
                  tr("Check the path; nothing was changed.")};
  return static_cast<int>(big_endian_at(bytes, user_version_at));
}

void refuse_existing_file(const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(file, ignored))) refuse_taken_path(file);
}

void claim_workspace_file(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0 && errno == EEXIST) refuse_taken_path(file);
  if (descriptor < 0) fail_on_file(file, errno);
  ::close(descriptor);
}

void place_workspace_file(const std::filesystem::path& finished, const std::filesystem::path& file) {
  if (::link(finished.c_str(), file.c_str()) != 0) {
    if (errno == EEXIST) refuse_taken_path(file);
    refuse_existing_file(file); // some network shares know no second name for a file: looked at, then moved
    if (::rename(finished.c_str(), file.c_str()) != 0) fail_on_file(file, errno);
  }
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor); // the new name must survive a power cut, as the bytes do
  ::close(descriptor);
}

} // namespace hdskit
