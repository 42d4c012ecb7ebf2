#pragma once

#include "tests/support/tar_members.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/backup/source_driver.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/verification/read_tree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

namespace hdskit {
extern const SourceDriver archive_driver, sqlite_driver;
}

namespace tests {

/// A drill over backups that are files in a folder. They must be the same at the end, to the last byte and time, as before.
class FileDrill {
public:
  FileDrill(hdskit::SourceKind kind, const hdskit::SourceDriver& driver) : driver_{driver} {
    source.reference = "DPI";
    source.kind = kind;
    std::filesystem::create_directory(backups());
    std::filesystem::create_directory(scratch_.path() / "workshop");
    source.location = backups().string();
    tools.as_root = ::geteuid() == 0;
    tools.unpacker = BINARY_DIR "/bin/hdskit-unpack";
  }
  std::filesystem::path folder() const { return scratch_.path(); }
  std::filesystem::path backups() const { return scratch_.path() / "backups"; }
  std::filesystem::path restored() const { return scratch_.path() / "restored"; }
  void sh(const std::string& command) const { in_shell("cd '" + folder().string() + "'; { " + command + "; } > /dev/null"); }

  hdskit::SourceAccess access() {
    return {source, secret, tools, limits, progress, scratch_.path() / "workshop", [this](std::string_view line) { log += std::string{line} + "\n"; }};
  }
  std::vector<hdskit::BackupPoint> inventory() { return driver_.inventory(access()); }

  hdskit::RestoredState restore(const std::function<bool(std::string_view)>& wanted = {}) {
    std::filesystem::remove_all(restored());
    std::filesystem::remove_all(scratch_.path() / "workshop");
    std::filesystem::create_directory(scratch_.path() / "workshop");
    std::filesystem::create_directory(restored());
    const auto before = fingerprint();
    auto state = driver_.restore(access(), inventory().at(0), {restored(), wanted});
    EXPECT_EQ(fingerprint(), before) << "the test altered the backup";
    return state;
  }
  std::vector<std::string> listed() {
    std::vector<std::string> paths;
    driver_.list_files(access(), inventory().at(0), [&](std::string_view path, std::uint64_t) { paths.emplace_back(path); });
    std::ranges::sort(paths);
    return paths;
  }

  hdskit::BackupSource source;
  std::optional<std::string> secret;
  hdskit::ToolShelf tools;
  hdskit::ChildLimits limits;
  hdskit::Progress progress;
  std::string log;

private:
  std::string fingerprint() const {
    std::string text;
    for (const auto& entry : std::filesystem::directory_iterator{backups()}) {
      struct stat state {};
      ::lstat(entry.path().c_str(), &state);
      text += entry.path().filename().string() + ' ' + std::to_string(state.st_mode) + ' ' + std::to_string(state.st_mtim.tv_sec) + '.' +
              std::to_string(state.st_mtim.tv_nsec) + ' ' + hdskit::digest_of_file(entry.path()).hex() + '\n';
    }
    return text;
  }
  const hdskit::SourceDriver& driver_;
  hdskit::ScratchFolder scratch_;
};

inline const hdskit::NativeCheck* find_check(const hdskit::RestoredState& state, std::string_view name) {
  const auto found = std::ranges::find(state.checks, name, &hdskit::NativeCheck::name);
  return found == state.checks.end() ? nullptr : &*found;
}
inline bool passed(const hdskit::RestoredState& state, std::string_view name) {
  const auto* check = find_check(state, name);
  EXPECT_NE(check, nullptr) << name << " was not asked";
  return check != nullptr && check->passed;
}
/// What makes a restore a difference.
inline bool has_alarm(const hdskit::RestoredState& state) {
  return std::ranges::any_of(state.checks, [](const auto& check) { return check.grave && !check.passed; });
}

inline hdskit::ComparisonTotals compare_trees(const std::filesystem::path& expected, const std::filesystem::path& found, hdskit::ComparisonPolicy policy = {},
                                              std::vector<hdskit::Difference>* differences = nullptr) {
  std::vector<hdskit::TreeEntry> entries;
  hdskit::read_tree(expected, {}, [&](hdskit::TreeEntry& entry) { entries.push_back(std::move(entry)); });
  std::size_t next = 0;
  hdskit::TreeComparison comparison{[&](hdskit::TreeEntry& entry) {
                                      if (next == entries.size()) return false;
                                      entry = entries[next++];
                                      return true;
                                    },
                                    policy,
                                    [&](const hdskit::Difference& difference) {
                                      if (differences != nullptr) differences->push_back(difference);
                                    }};
  hdskit::read_tree(found, {}, [&](hdskit::TreeEntry& entry) { comparison.found(entry); });
  return comparison.finish();
}

} // namespace tests
