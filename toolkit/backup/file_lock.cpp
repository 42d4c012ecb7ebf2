#include "toolkit/backup/file_lock.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace hdskit {

FileLock::FileLock(const std::filesystem::path& file, const std::string& what, Wait wait) {
  // Never through a link: scratch space may lie where others may write.
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor_ < 0) fail_on_file(file, errno == ELOOP ? EACCES : errno);
  const int operation = wait == Wait::yes ? LOCK_EX : LOCK_EX | LOCK_NB;
  int outcome = 0;
  do outcome = ::flock(descriptor_, operation);
  while (outcome != 0 && errno == EINTR);
  if (outcome == 0) return;
  const int error = errno;
  ::close(descriptor_);
  if (error != EWOULDBLOCK) fail_on_file(file, error);
  throw Problem{ProblemKind::busy, what, tr("Another process is testing {1}.", {what}), tr("Wait until it has ended, then start again.")};
}

FileLock::~FileLock() { ::close(descriptor_); }

std::filesystem::path source_lock_file(const std::filesystem::path& scratch_parent, std::string_view workspace_mark, std::string_view source) {
  constexpr std::size_t enough_digits = 16; // two hospitals may test on one machine, each a source DPI
  return scratch_parent / ("hdskit-test-" + std::string{workspace_mark.substr(0, enough_digits)} + "-" + folded(source) + ".lock");
}

} // namespace hdskit
