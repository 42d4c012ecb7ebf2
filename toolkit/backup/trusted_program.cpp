#include "toolkit/backup/trusted_program.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace hdskit {
namespace {

struct stat status_of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) fail_on_file(path, errno);
  return status;
}

[[noreturn]] void refuse(const std::filesystem::path& program, const std::filesystem::path& culprit) {
  throw Problem{ProblemKind::refused, program.string(),
                tr("“{1}” is not run: others than root and you may change “{2}”.", {program.string(), culprit.string()}),
                tr("Take the right to write away from all others: chown root and chmod go-w.")};
}

bool belongs_to_strangers(const struct stat& status) { return status.st_uid != 0 && status.st_uid != ::geteuid(); }

} // namespace

std::filesystem::path trusted_program(std::string_view program) {
  const std::filesystem::path named{program};
  if (!named.is_absolute())
    throw Problem{ProblemKind::bad_input, named.string(), tr("“{1}” is no absolute path of a program.", {named.string()}),
                  tr("Write the whole path, such as /usr/local/bin/check.")};
  std::error_code error;
  const auto path = std::filesystem::canonical(named, error);
  if (error) fail_on_file(named, error.value());
  const auto status = status_of(path);
  if (!S_ISREG(status.st_mode) || ::access(path.c_str(), X_OK) != 0)
    throw Problem{ProblemKind::refused, named.string(), tr("“{1}” is no program that can be run.", {named.string()}),
                  tr("Give it the right to be run: chmod +x.")};
  if (belongs_to_strangers(status) || (status.st_mode & (S_IWGRP | S_IWOTH)) != 0) refuse(named, path);
  for (auto folder = path.parent_path();; folder = folder.parent_path()) {
    const auto its = status_of(folder);
    if (belongs_to_strangers(its) || ((its.st_mode & S_IWOTH) != 0 && (its.st_mode & S_ISVTX) == 0)) refuse(named, folder);
    if (folder == folder.root_path()) return path;
  }
}

} // namespace hdskit
