#pragma once

#include "toolkit/base/file.hpp"
#include "toolkit/verification/read_tree.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace tests {

namespace fs = std::filesystem;

inline bool is_root() { return ::geteuid() == 0; }

/// What a run may ask of the machine must have succeeded.
inline void must(bool done, const char* what) {
  if (!done) throw std::runtime_error{what + std::string{": "} + std::strerror(errno)};
}

inline void put(const fs::path& path, std::string_view bytes) {
  std::ofstream file{path, std::ios::binary};
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  must(file.good(), path.c_str());
}

inline void set_time(const fs::path& path, std::int64_t seconds, long nanoseconds) {
  const timespec times[2] = {{seconds, nanoseconds}, {seconds, nanoseconds}};
  must(::utimensat(AT_FDCWD, path.c_str(), times, AT_SYMLINK_NOFOLLOW) == 0, "utimensat");
}

/// Bytes that compress to nothing and repeat nowhere.
inline std::string noise(std::size_t count, std::uint32_t seed = 1) {
  std::string bytes(count, '\0');
  for (auto& byte : bytes) byte = static_cast<char>((seed = seed * 1664525u + 1013904223u) >> 24);
  return bytes;
}

/// A folder that is only there as long as the test.
class Tree {
public:
  fs::path operator/(const std::string& name) const { return root() / name; }
  fs::path root() const { return scratch_.path() / "tree"; }
  fs::path beside(const std::string& name) const { return scratch_.path() / name; }
  Tree() { fs::create_directory(root()); }
  ~Tree() { // folders without rights, for whoever is not root
    for (const auto& path : closed_) ::chmod(path.c_str(), 0700);
  }
  void close(const fs::path& path) {
    closed_.push_back(path);
    must(::chmod(path.c_str(), 0) == 0, "chmod");
  }

private:
  hdskit::ScratchFolder scratch_;
  std::vector<fs::path> closed_;
};

inline std::vector<hdskit::TreeEntry> entries_of(const fs::path& root, const hdskit::TreeReading& reading = {}) {
  std::vector<hdskit::TreeEntry> entries;
  hdskit::read_tree(root, reading, [&](hdskit::TreeEntry& entry) { entries.push_back(std::move(entry)); });
  return entries;
}

inline const hdskit::TreeEntry& at(const std::vector<hdskit::TreeEntry>& entries, const std::string& path) {
  for (const auto& entry : entries)
    if (entry.path == path) return entry;
  throw std::out_of_range{path};
}

inline std::vector<std::string> paths_of(const std::vector<hdskit::TreeEntry>& entries) {
  std::vector<std::string> paths;
  for (const auto& entry : entries) paths.push_back(entry.path);
  return paths;
}

/// A path of some 3,000 bytes, made name by name.
inline std::string make_deep_path(const fs::path& root) {
  std::string path, name(30, 'd');
  int folder = ::open(root.c_str(), O_RDONLY | O_DIRECTORY);
  for (int i = 0; i < 97; ++i) {
    must(::mkdirat(folder, name.c_str(), 0755) == 0, "mkdirat");
    const int inner = ::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY);
    must(inner >= 0, "openat");
    ::close(folder);
    folder = inner;
    path += name + "/";
  }
  const int file = ::openat(folder, "end", O_WRONLY | O_CREAT, 0644);
  must(file >= 0 && ::write(file, "deep", 4) == 4, "write");
  ::close(file);
  ::close(folder);
  return path + "end";
}

/// The access list "u::rw-,u:1:r--,g::r--,m::r--,o::---" as the kernel keeps it.
inline std::string access_list() {
  std::string bytes{"\x02\0\0\0", 4};
  const auto add = [&](unsigned tag, unsigned permissions, std::uint32_t id) {
    for (const auto part : {tag & 0xffu, tag >> 8, permissions, 0u}) bytes += static_cast<char>(part);
    for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(id >> shift);
  };
  constexpr std::uint32_t nobody = 0xffffffff;
  add(0x01, 6, nobody);
  add(0x02, 4, 1);
  add(0x04, 4, nobody);
  add(0x10, 4, nobody);
  add(0x20, 0, nobody);
  return bytes;
}

inline void set_attribute(const fs::path& path, const char* name, const std::string& value) {
  must(::setxattr(path.c_str(), name, value.data(), value.size(), 0) == 0, name);
}

/// Every oddity that a restore may lose. Gives the path of the deepest file.
inline std::string make_odd_tree(const fs::path& root, std::size_t larger = 17'000'001) {
  fs::create_directory(root / "a");
  put(root / "a" / "b", "in the folder");
  put(root / "a.b", "beside it");
  put(root / "empty", "");
  put(root / "acl", "list");
  set_attribute(root / "acl", "system.posix_acl_access", access_list());
  put(root / "attributes", "named");
  set_attribute(root / "attributes", "user.origin", "ward 3");
  put(root / "program", "#!/bin/sh\n");
  must(::chmod((root / "program").c_str(), 04755) == 0, "chmod");
  fs::create_directory(root / "shared");
  must(::chmod((root / "shared").c_str(), 01777) == 0, "chmod");
  put(root / "twin-1", noise(5000));
  fs::create_hard_link(root / "twin-1", root / "twin-2");
  fs::create_hard_link(root / "twin-1", root / "a" / "twin-0");
  put(root / "sparse", "begin");
  fs::resize_file(root / "sparse", 3'000'000);
  must(::mkfifo((root / "fifo").c_str(), 0600) == 0, "mkfifo");
  fs::create_symlink("../outside", root / "link");
  put(root / "old", "1965");
  set_time(root / "old", -157'766'400, 5);
  put(root / "future", "2200");
  set_time(root / "future", 7'258'118'400, 999'999'999);
  put(root / "caf\xe9", "Latin-1");
  put(root / "two\nlines", "newline");
  put(root / "back\\slash", "backslash");
  put(root / std::string(255, 'n'), "long name");
  put(root / "large", noise(1'000'000, 2));
  put(root / "larger", noise(larger, 3)); // read by a thread of its own
  return make_deep_path(root);
}

} // namespace tests
