#include "toolkit/workspace/output_folder.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <cerrno>
#include <sys/stat.h>

namespace hdskit {

OutputFolder::OutputFolder(std::filesystem::path path) : path_{std::move(path)} {
  const auto name = path_.string();
  made_ = ::mkdir(path_.c_str(), 0700) == 0;
  if (!made_ && errno != EEXIST) fail_on_file(path_, errno);
  std::error_code error;
  if (!std::filesystem::is_directory(path_, error))
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is a file; a folder is expected.", {name}), tr("Name a folder that does not exist yet.")};
  const bool empty = std::filesystem::is_empty(path_, error);
  if (error) fail_on_file(path_, error.value());
  if (!empty)
    throw Problem{ProblemKind::bad_input, name, tr("The folder “{1}” is not empty; nothing was written.", {name}),
                  tr("Name a folder that does not exist yet, or an empty one.")};
  if (!made_ && ::chmod(path_.c_str(), 0700) != 0) fail_on_file(path_, errno);
}

OutputFolder::~OutputFolder() {
  if (kept_) return;
  std::error_code ignored;
  if (made_) {
    std::filesystem::remove_all(path_, ignored);
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator{path_, ignored}) std::filesystem::remove_all(entry.path(), ignored);
}

void OutputFolder::add_folder(const char* name) {
  if (::mkdir((path_ / name).c_str(), 0700) != 0) fail_on_file(path_ / name, errno);
}

void require_free_space(const std::filesystem::path& path, std::uint64_t needed) {
  std::error_code error;
  const auto free = std::filesystem::space(path, error).available;
  if (error || free >= needed) return; // a file system that does not tell: writing will
  throw Problem{ProblemKind::no_space, path.string(),
                tr("“{1}” has {2} free, and about {3} are needed.", {path.string(), french_bytes(free), french_bytes(needed)}),
                tr("Free some space or choose another place, then start again; nothing was changed.")};
}

} // namespace hdskit
