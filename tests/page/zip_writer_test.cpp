#include "toolkit/page/zip_writer.hpp"

#include "tests/support/golden.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>

#include <cstdlib>
#include <fstream>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace hdskit;
using namespace hdskit::page;

namespace {

const Instant moment = *Instant::parse("2026-11-22T10:15:30Z");

std::string bytes_of(const std::filesystem::path& path) { return tests::read_bytes(path.string()); }

std::string entry_bytes(const std::filesystem::path& path, const char* name) {
  auto* archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  if (!archive) return "NO ARCHIVE";
  std::string bytes = "NO ENTRY";
  zip_stat_t status;
  if (zip_stat(archive, name, 0, &status) == 0) {
    bytes.resize(status.size);
    auto* file = zip_fopen(archive, name, 0);
    zip_fread(file, bytes.data(), bytes.size());
    zip_fclose(file);
  }
  zip_discard(archive);
  return bytes;
}

ProblemKind refused_kind(const std::filesystem::path& file, const std::vector<ZipEntry>& entries, const Progress& progress = {}) {
  try {
    write_zip(file, entries, moment, progress);
  } catch (const Problem& problem) { return problem.kind(); }
  ADD_FAILURE() << "written";
  return ProblemKind::damaged;
}

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder}, std::filesystem::directory_iterator{}));
}

std::vector<ZipEntry> some_entries(const std::filesystem::path& source) {
  std::ofstream{source, std::ios::binary} << std::string(300000, 'x');
  return {{.name = "mimetype", .bytes = "application/x-essai", .compressed = false},
          {.name = "annexes/Politique d’accès.pdf", .file = source},
          {.name = "vide", .bytes = ""}};
}

} // namespace

TEST(Zip, holds_what_was_given) {
  const ScratchFolder folder;
  write_zip(folder.path() / "a.zip", some_entries(folder.path() / "source"), moment);
  EXPECT_EQ(entry_bytes(folder.path() / "a.zip", "mimetype"), "application/x-essai");
  EXPECT_EQ(entry_bytes(folder.path() / "a.zip", "annexes/Politique d’accès.pdf"), std::string(300000, 'x'));
  EXPECT_EQ(entry_bytes(folder.path() / "a.zip", "vide"), "");
}

TEST(Zip, starts_with_an_uncompressed_entry_without_extra_field) {
  const ScratchFolder folder;
  write_zip(folder.path() / "a.zip", some_entries(folder.path() / "source"), moment);
  const auto bytes = bytes_of(folder.path() / "a.zip");
  EXPECT_EQ(bytes.substr(0, 4), "PK\x03\x04");
  EXPECT_EQ(bytes.substr(8, 2), std::string("\0\0", 2)) << "stored";
  EXPECT_EQ(bytes.substr(28, 2), std::string("\0\0", 2)) << "no extra field";
  EXPECT_EQ(bytes.substr(30, 27), "mimetypeapplication/x-essai");
}

TEST(Zip, gives_the_same_bytes_in_every_time_zone_and_for_every_age_of_the_file) {
  const ScratchFolder folder;
  const auto entries = some_entries(folder.path() / "source");
  const char* before = std::getenv("TZ");
  const std::string zone = before ? before : "";
  std::string first;
  for (const auto* tz : {"UTC", "Europe/Paris", "Asia/Tokyo"}) {
    ::setenv("TZ", tz, 1);
    ::tzset();
    write_zip(folder.path() / "a.zip", entries, moment);
    std::filesystem::last_write_time(folder.path() / "source", std::filesystem::file_time_type::clock::now() - std::chrono::hours{1000});
    const auto bytes = bytes_of(folder.path() / "a.zip");
    if (first.empty()) first = bytes;
    EXPECT_TRUE(first == bytes) << tz;
  }
  if (before) ::setenv("TZ", zone.c_str(), 1);
  else ::unsetenv("TZ");
  ::tzset();
  // 10:15:30 and 22 November 2026 in MS-DOS notation, low byte first
  EXPECT_EQ(first.substr(10, 4), std::string("\xEF\x51\x76\x5D", 4));
}

TEST(Zip, is_for_its_owner_only) {
  const ScratchFolder folder;
  write_zip(folder.path() / "a.zip", some_entries(folder.path() / "source"), moment);
  struct stat status {};
  ASSERT_EQ(::stat((folder.path() / "a.zip").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600);
}

TEST(Zip, refuses_names_that_lead_elsewhere) {
  const ScratchFolder folder;
  for (const std::string name : {"", "/etc/passwd", "../a", "a/../b", "a//b", "a/", "a\\b", "./a", "a\nb", "a\xFF"})
    EXPECT_EQ(refused_kind(folder.path() / "a.zip", {{.name = name}}), ProblemKind::bad_input) << name;
  EXPECT_EQ(refused_kind(folder.path() / "a.zip", {{.name = "a"}, {.name = "a"}}), ProblemKind::bad_input);
  EXPECT_EQ(files_in(folder.path()), 0u);
}

TEST(Zip, a_missing_source_or_folder_leaves_nothing_behind) {
  const ScratchFolder folder;
  EXPECT_EQ(refused_kind(folder.path() / "a.zip", {{.name = "a", .file = folder.path() / "absent"}}), ProblemKind::not_found);
  EXPECT_EQ(refused_kind(folder.path() / "absent" / "a.zip", {{.name = "a"}}), ProblemKind::not_found);
  EXPECT_EQ(files_in(folder.path()), 0u);
}

TEST(Zip, stops_when_asked_and_keeps_the_older_file) {
  const ScratchFolder folder;
  const auto entries = some_entries(folder.path() / "source");
  write_file(folder.path() / "a.zip", "ancien");
  EXPECT_EQ(refused_kind(folder.path() / "a.zip", entries, {.cancelled = [] { return true; }}), ProblemKind::cancelled);
  EXPECT_EQ(bytes_of(folder.path() / "a.zip"), "ancien");
  EXPECT_EQ(files_in(folder.path()), 2u);
}

TEST(Zip, tells_its_progress_to_the_end) {
  const ScratchFolder folder;
  std::uint64_t last = 0, total = 0;
  write_zip(folder.path() / "a.zip", some_entries(folder.path() / "source"), moment, {.report = [&](const std::string&, std::uint64_t done, std::uint64_t all) {
              last = done;
              total = all;
            }});
  EXPECT_EQ(total, 300019u);
  EXPECT_EQ(last, total);
}

TEST(Zip, says_that_the_disk_is_full) {
  const ScratchFolder folder;
  if (::mount("none", folder.path().c_str(), "tmpfs", 0, "size=256k") != 0) GTEST_SKIP() << "needs the right to mount a small tmpfs";
  std::string noise(1u << 20, '\0');
  std::uint32_t state = 1;
  for (auto& c : noise) c = static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
  EXPECT_EQ(refused_kind(folder.path() / "a.zip", {{.name = "a", .bytes = noise, .compressed = false}}), ProblemKind::no_space);
  EXPECT_EQ(files_in(folder.path()), 0u);
  ::umount(folder.path().c_str());
}
