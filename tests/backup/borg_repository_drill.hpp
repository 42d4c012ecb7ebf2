#pragma once

#include "tests/backup/repository_drill.hpp"

namespace tests {

inline std::string run_borg(const fs::path& base, std::vector<std::string> words, const fs::path& folder = {}) {
  words.insert(words.begin(), "borg");
  return prepare(std::move(words), folder, repository_password,
                 {{"TZ", "UTC"},
                  {"BORG_BASE_DIR", base.string()},
                  {"BORG_PASSPHRASE_FD", "3"},
                  {"BORG_RELOCATED_REPO_ACCESS_IS_OK", "yes"},
                  {"BORG_CHECK_I_KNOW_WHAT_I_AM_DOING", "YES"}});
}

/// A repository that is made once a program: three backups of one folder with a day without one, and one of another.
struct BorgOriginal {
  BorgOriginal() {
    run_borg(base, {"init", "--encryption=repokey-blake2", repository.string()});
    make_tree(tree);
    back_up(tree, "dpi-2026-11-19", "2026-11-19T02:00:00");
    back_up(tree, "dpi-2026-11-20", "2026-11-20T02:00:00");
    write_bytes(other / "accounts.bin", random_bytes(1 << 20, 11));
    auto before = names_below(repository, true);
    back_up(other, "finance", "2026-11-21T12:00:00");
    other_segment = largest_since(before);
    write_bytes(tree / "images/new.bin", random_bytes(1 << 20, 8));
    before = names_below(repository, true);
    back_up(tree, "dpi-2026-11-22", "2026-11-22T02:00:00");
    segment = largest_since(before);
  }
  void back_up(const fs::path& what, const std::string& name, const std::string& time) const {
    run_borg(base, {"create", "--timestamp", time, repository.string() + "::" + name, what.string()});
  }
  std::string largest_since(const std::set<std::string>& before) const {
    std::string found;
    for (const auto& name : names_below(repository, true))
      if (name.starts_with("data/") && !before.contains(name) && (found.empty() || fs::file_size(repository / name) > fs::file_size(repository / found)))
        found = name;
    return found;
  }

  hdskit::ScratchFolder folder;
  fs::path base = folder.path() / "borg", repository = folder.path() / "repository", tree = folder.path() / "srv/dpi", other = folder.path() / "srv/finance";
  std::string segment, other_segment; ///< of the newest backup, of the other folder
};

inline const BorgOriginal& borg_original() {
  static const BorgOriginal original;
  return original;
}

class BorgSource : public testing::Test, public RepositoryDrill {
protected:
  BorgSource() : RepositoryDrill{hdskit::SourceKind::borg, hdskit::borg_driver, borg_original().repository} {}
  std::string repair(std::vector<std::string> words) { return run_borg(folder() / "base", std::move(words)); }
  const BorgOriginal& original = borg_original();
};

} // namespace tests
