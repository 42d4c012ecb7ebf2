#pragma once

#include "tests/support/workspaces.hpp"
#include "toolkit/backup/source_driver.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include <sys/stat.h>
#include <unistd.h>

namespace hdskit {
extern const SourceDriver restic_driver, borg_driver;
}

namespace tests {

namespace fs = std::filesystem;

inline const std::string repository_password = "correct horse battery";
inline const std::string latin_name = "r\xE9sum\xE9.txt"; // "résumé.txt" in Latin-1: no UTF-8

inline void write_bytes(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream{path, std::ios::binary} << bytes;
}

inline std::string random_bytes(std::size_t count, unsigned seed) {
  std::mt19937 random{seed};
  std::string bytes(count, '\0');
  for (auto& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

/// What a hospital might save: a scan of 1 MiB, small files with awkward names, a folder with nothing in it, a link that leads outside, a pipe.
inline void make_tree(const fs::path& root) {
  write_bytes(root / "images/scan.bin", random_bytes(1 << 20, 7));
  write_bytes(root / "patients/a.txt", "a\n");
  write_bytes(root / "patients/we[i]rd *?.txt", "b\n");
  write_bytes(root / "patients/back\\slash", "c\n");
  write_bytes(root / "patients/two\nlines", "d\n");
  write_bytes(root / "patients/it's \"é\" ", "e\n");
  write_bytes(root / "patients" / latin_name, "f\n");
  write_bytes(root / "patients/old/zeros.bin", std::string(200'000, '\0'));
  fs::create_directories(root / "nothing");
  fs::create_symlink("/etc/hostname", root / "outside");
  ::mkfifo((root / "pipe").c_str(), 0600);
}

/// Paths below `root`; regular files only when asked for.
inline std::set<std::string> names_below(const fs::path& root, bool files_only = false) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator{root})
    if (!files_only || (entry.is_regular_file() && !entry.is_symlink())) names.insert(entry.path().lexically_relative(root).string());
  return names;
}

/// Contents of all regular files, by path.
inline std::map<std::string, std::string> contents_of(const fs::path& root) {
  std::map<std::string, std::string> contents;
  for (const auto& name : names_below(root, true)) contents[name] = hdskit::digest_of_file(root / name).hex();
  return contents;
}

/// Every byte of a repository, its names, modes and times of change.
inline std::string fingerprint_of(const fs::path& repository) {
  std::string text;
  for (const auto& name : names_below(repository)) {
    struct stat state {};
    ::lstat((repository / name).c_str(), &state);
    text += name + ' ' + std::to_string(state.st_mode) + ' ' + std::to_string(state.st_mtim.tv_sec) + '.' + std::to_string(state.st_mtim.tv_nsec) + ' ';
    text += S_ISREG(state.st_mode) ? hdskit::digest_of_file(repository / name).hex() : "-";
    text += '\n';
  }
  return text;
}

inline void change_byte(const fs::path& file, std::uint64_t at) {
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  std::fstream stream{file, std::ios::binary | std::ios::in | std::ios::out};
  stream.seekg(static_cast<std::streamoff>(at));
  const char byte = static_cast<char>(stream.get() ^ 1);
  stream.seekp(static_cast<std::streamoff>(at));
  stream.put(byte);
}

inline void cut_file(const fs::path& file, std::uint64_t size) {
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  fs::resize_file(file, size);
}

/// Runs a tool for the preparation of a test and requires success.
inline std::string prepare(std::vector<std::string> words, const fs::path& folder = {}, const std::string& secret = {},
                           std::vector<std::pair<std::string, std::string>> environment = {}) {
  hdskit::ChildCommand command;
  command.words = std::move(words);
  command.folder = folder;
  command.environment = std::move(environment);
  if (!secret.empty()) command.secret = secret;
  const auto result = hdskit::run_child(command);
  if (result.status != 0) throw std::runtime_error{hdskit::joined(command.words, " ") + ": " + result.errors};
  return result.output;
}

/// A program in a folder of its own that stands before the real ones in the path.
inline std::string path_with(const fs::path& folder, const std::string& program, const std::string& script) {
  write_bytes(folder / program, "#!/bin/sh\n" + script);
  fs::permissions(folder / program, fs::perms::owner_all);
  return folder.string() + ":" + hdskit::ToolShelf{}.path;
}

inline std::string real_program(const char* name) { return hdskit::find_program(name, hdskit::ToolShelf{}.path).value().string(); }

/// All that a driver is given. The repository must be the same at the end, to the last byte, as when the fault was planted.
class RepositoryDrill {
public:
  RepositoryDrill(hdskit::SourceKind kind, const hdskit::SourceDriver& driver, const fs::path& original) : driver_{driver} {
    repository = folder_.path() / "repository";
    prepare({"cp", "-a", original.string(), repository.string()});
    source.reference = "DPI";
    source.kind = kind;
    source.location = repository.string();
    secret = repository_password;
    tools.as_root = ::geteuid() == 0;
  }
  ~RepositoryDrill() {
    EXPECT_THAT(hdskit::split(before_.empty() ? "" : fingerprint_of(repository), '\n'), testing::ContainerEq(hdskit::split(before_, '\n')))
        << "the test altered the repository";
    EXPECT_EQ(log.find("correct horse"), std::string::npos) << "the password stands in the log";
  }
  RepositoryDrill(const RepositoryDrill&) = delete;
  RepositoryDrill& operator=(const RepositoryDrill&) = delete;

  /// As a site that sees the repository for the first time, unless the workshop is kept.
  hdskit::SourceAccess access() {
    if (before_.empty()) before_ = fingerprint_of(repository);
    const auto workshop = folder_.path() / "workshop";
    fs::create_directories(workshop);
    return {source, secret, tools, limits, progress, workshop, [this](std::string_view line) { log += std::string{line} + "\n"; }};
  }
  /// From here on it must stay as it is: for faults that come after a first look.
  void repository_changed() { before_ = fingerprint_of(repository); }
  std::vector<hdskit::BackupPoint> inventory() { return driver_.inventory(access()); }
  hdskit::BackupPoint newest() { return inventory().at(0); }
  std::vector<hdskit::NativeCheck> examine() { return driver_.examine(access(), newest()); }
  hdskit::RestoredState restore(const hdskit::BackupPoint& point, std::function<bool(std::string_view)> wanted = {}) {
    into = folder_.path() / ("restored" + std::to_string(++restores_));
    fs::create_directories(into);
    return driver_.restore(access(), point, {into, std::move(wanted)});
  }
  hdskit::RestoredState restore_newest() { return restore(newest()); }
  std::map<std::string, std::uint64_t> files(const hdskit::BackupPoint& point) {
    std::map<std::string, std::uint64_t> files;
    driver_.list_files(access(), point, [&](std::string_view path, std::uint64_t size) { files.emplace(path, size); });
    return files;
  }
  const fs::path& folder() const { return folder_.path(); }

  fs::path repository, into;
  hdskit::BackupSource source;
  std::optional<std::string> secret;
  hdskit::ToolShelf tools;
  hdskit::ChildLimits limits;
  hdskit::Progress progress;
  std::string log;

private:
  hdskit::ScratchFolder folder_;
  const hdskit::SourceDriver& driver_;
  std::string before_;
  int restores_ = 0;
};

} // namespace tests
