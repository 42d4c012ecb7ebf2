#pragma once

#include "toolkit/backup/judge_restore.hpp"
#include "toolkit/backup/run_restore_test.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tests {

namespace fs = std::filesystem;

inline void put(const fs::path& file, const std::string& bytes) {
  std::ofstream stream{file, std::ios::binary};
  stream << bytes;
  if (!stream.flush()) throw std::runtime_error{"cannot write " + file.string()};
}

/// Bytes without a pattern, the same ones every time.
inline std::string noise(std::size_t count, std::uint64_t seed = 1) {
  std::string bytes;
  for (std::uint64_t state = seed * 0x9E3779B97F4A7C15u; bytes.size() < count; bytes += static_cast<char>(state >> 33))
    state = state * 6364136223846793005u + 1442695040888963407u;
  return bytes;
}

inline hdskit::Instant now() { return hdskit::Instant{std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())}; }

inline hdskit::TestWorld real_world() {
  hdskit::TestWorld world;
  world.now = now;
  world.elapsed = [] { return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()); };
  world.random = [drawn = 0](std::size_t count) mutable { return noise(count, static_cast<std::uint64_t>(++drawn)); };
  world.tools.as_root = ::geteuid() == 0;
  return world;
}

/// A source, its copy, and the folders that a test wants.
struct RestoreSetting : testing::Test {
  hdskit::ScratchFolder place;
  const fs::path source = place.path() / "source", copy = place.path() / "copy", scratch = place.path() / "scratch", results = place.path() / "results";
  hdskit::TestWorld world = real_world();
  hdskit::RestoreTestOrder order;

  RestoreSetting() {
    for (const auto& folder : {source, scratch, results}) fs::create_directory(folder);
    order.source.reference = "DPI";
    order.source.kind = hdskit::SourceKind::directory;
    order.source.location = copy.string();
    order.scratch_parent = scratch;
    order.results = results;
    order.host = "srv";
    order.operator_name = "op";
    order.hdskit_version = "test";
  }

  /// Texts of a hospital: words, so that nothing looks scrambled, older than the copy.
  void fill_source(int files = 20) {
    for (int i = 0; i < files; ++i) {
      const auto folder = source / ("service-" + std::to_string(i % 4));
      fs::create_directories(folder);
      std::string text;
      for (int line = 0; line < 40 + i; ++line) text += "Compte rendu " + std::to_string(i) + ", ligne " + std::to_string(line) + "\n";
      put(folder / ("compte-rendu-" + std::to_string(i) + ".txt"), text);
    }
    fs::create_symlink("compte-rendu-0.txt", source / "service-0" / "dernier.txt");
    age(source, std::chrono::hours{1});
  }
  void back_up() { run("cp -a '" + source.string() + "' '" + copy.string() + "'"); }

  static void run(const std::string& command) { ASSERT_EQ(std::system(command.c_str()), 0) << command; }

  /// Everything below is dated that long ago.
  static void age(const fs::path& folder, std::chrono::seconds ago) {
    run("find '" + folder.string() + "' -exec touch -h -d '" + std::to_string(ago.count()) + " seconds ago' {} +");
  }

  hdskit::RestoreTestOutcome test(const hdskit::Progress& progress = {}) {
    auto outcome = hdskit::run_restore_test(order, world, progress);
    EXPECT_TRUE(fs::is_empty(scratch)) << "restored data stay behind";
    return outcome;
  }
  hdskit::RestoreReport report() { return test().report; }

  void expect(const hdskit::RestoreReport& report, hdskit::RunVerdict verdict, const std::string& reason) const {
    EXPECT_EQ(report.verdict, verdict) << said(report);
    EXPECT_EQ(report.reason, reason) << said(report);
  }
  static std::string said(const hdskit::RestoreReport& report) {
    std::string text = report.reason;
    for (const auto& sentence : report.sentences) text += "\n" + sentence;
    return text;
  }
  std::vector<hdskit::Difference> differences() const { return hdskit::read_differences(hdskit::read_file(results / "differences"), 1000); }
};

} // namespace tests
