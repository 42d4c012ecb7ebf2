#pragma once

#include "tests/backup/repository_drill.hpp"

#include <csignal>
#include <thread>

namespace tests {

inline std::string run_restic(const fs::path& repository, std::vector<std::string> words, const fs::path& folder = {}) {
  std::vector<std::string> all{"restic", "--repo", repository.string(), "--password-file", "/dev/fd/3", "--no-cache"};
  all.insert(all.end(), words.begin(), words.end());
  return prepare(std::move(all), folder, repository_password, {{"TZ", "UTC"}});
}

/// Name of a lock that stands; restic writes it under another name first, and takes its right to write last.
inline std::string lock_in(const fs::path& repository) {
  for (const auto& name : names_below(repository / "locks"))
    if (name.size() == 64 && (fs::status(repository / "locks" / name).permissions() & fs::perms::owner_write) == fs::perms::none) return name;
  return {};
}

/// A repository that is made once a program: three backups of one folder with a day without one, and one of another server.
struct ResticOriginal {
  ResticOriginal() {
    run_restic(repository, {"init"});
    make_tree(tree);
    back_up(tree, "2026-11-19 02:00:00", "srv1", "nightly");
    back_up(tree, "2026-11-20 02:00:00", "srv1", "nightly");
    write_bytes(other / "accounts.bin", random_bytes(1 << 20, 11));
    const auto before_other = names_below(repository, true);
    back_up(other, "2026-11-21 12:00:00", "srv2", "weekly");
    other_data_pack = largest_since(before_other);
    write_bytes(tree / "images/new.bin", random_bytes(1 << 20, 8));
    const auto before = names_below(repository, true);
    back_up(tree, "2026-11-22 02:00:00.5", "srv1", "nightly");
    data_pack = largest_since(before);
    tree_pack = smallest_pack_since(before);
    make_lock();
  }

  void back_up(const fs::path& what, const std::string& time, const std::string& host, const std::string& tag) const {
    run_restic(repository, {"backup", "--quiet", "--time", time.substr(0, 19), "--host", host, "--tag", tag, what.string()});
  }
  std::string largest_since(const std::set<std::string>& before) const {
    std::string found;
    for (const auto& name : names_below(repository, true))
      if (!before.contains(name) && (found.empty() || fs::file_size(repository / name) > fs::file_size(repository / found))) found = name;
    return found;
  }
  std::string smallest_pack_since(const std::set<std::string>& before) const {
    std::string found;
    for (const auto& name : names_below(repository, true))
      if (name.starts_with("data/") && !before.contains(name) && (found.empty() || fs::file_size(repository / name) < fs::file_size(repository / found)))
        found = name;
    return found;
  }
  /// The exclusive lock of a `restic check` that was killed: its file is kept beside the repository.
  void make_lock() {
    const auto copy = folder.path() / "locked";
    for (int attempt = 0; attempt < 20 && exclusive_lock.empty(); ++attempt) {
      prepare({"cp", "-a", repository.string(), copy.string()});
      hdskit::ChildCommand check;
      check.words = {"restic", "--repo", copy.string(), "--password-file", "/dev/fd/3", "--no-cache", "check", "--read-data"};
      check.secret = repository_password;
      hdskit::ChildServer server{check, folder.path() / "check.log"};
      while (server.running() && lock_in(copy).empty()) std::this_thread::sleep_for(std::chrono::milliseconds{1});
      server.stop(SIGKILL, std::chrono::seconds{5});
      exclusive_lock = lock_in(copy);
      if (!exclusive_lock.empty()) exclusive_lock_bytes = hdskit::read_file(copy / "locks" / exclusive_lock);
      fs::remove_all(copy);
    }
    if (exclusive_lock.empty()) throw std::runtime_error{"no restic could be caught with its lock"};
  }

  hdskit::ScratchFolder folder;
  fs::path repository = folder.path() / "repository", tree = folder.path() / "srv/dpi", other = folder.path() / "srv/finance";
  std::string data_pack, tree_pack, other_data_pack; ///< of the newest backup, of the other server's
  std::string exclusive_lock, exclusive_lock_bytes;
};

inline const ResticOriginal& restic_original() {
  static const ResticOriginal original;
  return original;
}

class ResticSource : public testing::Test, public RepositoryDrill {
protected:
  ResticSource() : RepositoryDrill{hdskit::SourceKind::restic, hdskit::restic_driver, restic_original().repository} {}
  const ResticOriginal& original = restic_original();
};

} // namespace tests
