#include "toolkit/backup/borg_command.hpp"
#include "toolkit/backup/borg_repository.hpp"
#include "toolkit/backup/borg_restore.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"

namespace hdskit {
namespace {

constexpr const char* item_format = "--format={type} {size} {bpath!a}{NL}";

/// The first entry, as long as it is a folder that holds everything that came after it.
class SharedRoot {
public:
  void see(const BorgItem& item) {
    if (first_) path_ = item.folder && item.path != "." ? item.path : std::string{};
    else if (!path_.empty() && !within_borg_root(path_, item.path)) path_.clear();
    first_ = false;
  }
  const std::string& path() const { return path_; }

private:
  std::string path_;
  bool first_ = true;
};

} // namespace

std::optional<std::string> within_borg_root(const std::string& root, std::string_view path) {
  if (root.empty()) return path == "." ? std::nullopt : std::optional{std::string{path}};
  if (path.size() <= root.size() + 1 || !path.starts_with(root) || path[root.size()] != '/') return {};
  return std::string{path.substr(root.size() + 1)};
}

void walk_borg_archive(const SourceAccess& access, const std::string& archive, const std::function<void(const std::string& root)>& begin,
                       const std::function<void(const BorgItem&)>& take) {
  const auto kept = access.workshop / "borg-items";
  SharedRoot root;
  {
    PendingFile file{kept};
    LineCutter lines{"borg", [&](std::string_view line) { root.see(read_borg_item(line)); }};
    const auto result =
        access.run(borg_command(access, {"list", item_format, borg_repository(access) + "::" + archive}), borg_package, [&](std::string_view piece) {
          file.write(piece);
          lines.see(piece);
        });
    lines.finish();
    require_success_of_borg(access, result);
    file.commit();
  }
  begin(root.path());
  LineCutter lines{"borg", [&](std::string_view line) { take(read_borg_item(line)); }};
  read_in_pieces(kept, [&](std::string_view piece) { lines.see(piece); });
  lines.finish();
  std::filesystem::remove(kept);
}

} // namespace hdskit
