#include "toolkit/backup/restic_sample.hpp"

#include "toolkit/backup/restic_listing.hpp"
#include "toolkit/base/file.hpp"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace hdskit {
namespace {

/// A folder that the listing is in.
struct OpenFolder {
  std::string path;
  bool comes_along = false; ///< something in it is restored
  std::string smallest;     ///< of its files that are not wanted
  std::uint64_t smallest_size = 0;
};

class SampleChoice {
public:
  explicit SampleChoice(ResticSample& sample) : sample_{sample} {}

  void enter(const std::string& path) {
    leave_folders_not_holding(path);
    open_.push_back({path, false, {}, 0});
  }
  void include(const std::string& path) {
    leave_folders_not_holding(path);
    add(path);
  }
  void pass_over(const ResticNode& file) {
    leave_folders_not_holding(file.path);
    if (open_.empty()) return;
    auto& folder = open_.back();
    if (folder.smallest.empty() || file.size < folder.smallest_size) folder.smallest = file.path, folder.smallest_size = file.size;
  }
  void finish() { leave_folders_not_holding({}); }

private:
  void add(const std::string& path) {
    sample_.options.push_back("--include=" + restic_pattern(path));
    for (auto folder = open_.rbegin(); folder != open_.rend() && !folder->comes_along; ++folder) folder->comes_along = true;
  }
  void leave_folders_not_holding(std::string_view path) {
    while (!open_.empty() && !path.starts_with(open_.back().path + "/")) {
      const auto folder = open_.back();
      if (!folder.comes_along) {
        if (!folder.smallest.empty()) sample_.companions.push_back(folder.smallest);
        add(folder.smallest.empty() ? folder.path : folder.smallest);
      }
      open_.pop_back();
    }
  }

  ResticSample& sample_;
  std::vector<OpenFolder> open_;
};

} // namespace

std::string restic_pattern(std::string_view path) {
  std::string pattern;
  for (const char byte : path) {
    if (byte == '\\' || byte == '*' || byte == '?' || byte == '[') pattern += '\\';
    pattern += byte;
  }
  return pattern;
}

ResticSample choose_restic_sample(const SourceAccess& access, const std::string& id, const std::function<bool(std::string_view)>& wanted) {
  ResticSample sample;
  SampleChoice choice{sample};
  std::optional<ResticRoot> root;
  walk_restic_snapshot(
      access, id, [&](const ResticSnapshot& snapshot) { root.emplace(snapshot); },
      [&](const ResticNode& node) {
        root->see(node);
        const auto path = root->within(node.path);
        if (node.folder) choice.enter(node.path);
        else if (!node.file || (path && wanted(*path))) choice.include(node.path);
        else choice.pass_over(node);
      });
  choice.finish();
  return sample;
}

void take_out_companions(const std::filesystem::path& into, const ResticSample& sample) {
  for (const auto& path : sample.companions) {
    const auto file = into / std::filesystem::path{path}.relative_path(), folder = file.parent_path();
    struct stat state {};
    if (::stat(folder.c_str(), &state) != 0 || ::unlink(file.c_str()) != 0) fail_on_file(file, errno);
    const struct timespec times[] = {state.st_atim, state.st_mtim};
    if (::utimensat(AT_FDCWD, folder.c_str(), times, 0) != 0) fail_on_file(folder, errno);
  }
}

} // namespace hdskit
