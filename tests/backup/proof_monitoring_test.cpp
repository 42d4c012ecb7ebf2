#include "toolkit/backup/proof_monitoring.hpp"

#include "toolkit/backup/proof_metrics.hpp"
#include "toolkit/backup/test_world.hpp"
#include "toolkit/base/file.hpp"

#include <gmock/gmock.h>

#include <regex>

#include <sys/stat.h>

using namespace hdskit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

const Date today = *Date::of(2026, 11, 22);
using State = ProofLine::State;

RestoreRun run(const std::string& source, const char* day, RunVerdict verdict) {
  RestoreRun result;
  result.source = source;
  result.started = std::string{day} + "T02:00:00Z";
  result.verdict = verdict;
  result.restore_seconds = 62;
  result.rpo_seconds = 7200;
  result.rto = Minutes{240};
  result.rpo = Minutes{1440};
  result.files = 101;
  return result;
}

const BackupSource dpi{.reference = "DPI"}, pacs{.reference = "PACS", .test_every = 30};

TEST(ProofLine, is_red_for_a_timer_that_stopped) {
  const std::vector<BackupSource> sources{dpi, pacs};
  const std::vector<RestoreRun> runs{run("DPI", "2026-11-01", RunVerdict::proven), run("PACS", "2026-10-01", RunVerdict::proven)};
  const auto line = proof_line(sources, runs, today);
  EXPECT_EQ(line.state, State::critical);
  EXPECT_THAT(line.text, AllOf(testing::StartsWith("HDSKIT CRITICAL - 1 of 2 sources proven; PACS: "), HasSubstr("'proven'=1;;;0;2"),
                               HasSubstr("'PACS_proof_age'=52;;30;0"), HasSubstr("'DPI_restore'=62s;;14400;0"), HasSubstr("'DPI_data_age'=7200s;;86400;0")));
  EXPECT_EQ(proof_line(std::vector{dpi}, runs, today).state, State::ok);
  EXPECT_EQ(proof_line(std::vector{pacs}, std::vector{run("PACS", "2026-10-24", RunVerdict::proven)}, today).state, State::warning);
}

TEST(ProofLine, says_nothing_good_of_no_source) { EXPECT_EQ(proof_line({}, {}, today).state, State::unknown); }

TEST(ProofLine, follows_the_grammar_of_plugins) {
  const auto line = unknown_proof_line("a bar | and\na line feed");
  EXPECT_EQ(line.text, "HDSKIT UNKNOWN - a bar / and a line feed");
  const auto with_figures = proof_line(std::vector{dpi}, std::vector{run("DPI", "2026-11-01", RunVerdict::proven)}, today).text;
  const std::regex grammar{R"(HDSKIT [A-Z]+ - [^|\n]*\|( '[^'=|]+'=\d+s?(;\d*){0,4})+)"};
  EXPECT_TRUE(std::regex_match(with_figures, grammar)) << with_figures;
}

TEST(TestsLine, tells_the_worst) {
  const auto proven = run("DPI", "2026-11-22", RunVerdict::proven), missed = run("DPI", "2026-11-22", RunVerdict::objective_missed);
  const auto differs = run("PACS", "2026-11-22", RunVerdict::difference), broken = run("PACS", "2026-11-22", RunVerdict::inconclusive);
  EXPECT_EQ(tests_line(std::vector{proven}, {}).state, State::ok);
  EXPECT_EQ(tests_line(std::vector{proven, missed}, {}).state, State::warning);
  EXPECT_EQ(tests_line(std::vector{missed, broken}, {}).state, State::unknown);
  EXPECT_EQ(tests_line(std::vector{differs, broken}, {}).state, State::critical);
  EXPECT_EQ(tests_line(std::vector{proven}, std::vector<std::string>{"PACS: busy"}).state, State::unknown);
  EXPECT_EQ(tests_line({}, {}).state, State::ok); // nothing was due
}

TEST(ProofMetrics, are_gauges_with_escaped_labels) {
  const BackupSource odd{.reference = "A\"B\\C\nD"};
  const auto text =
      proof_metrics(std::vector{dpi, odd}, std::vector{run("DPI", "2026-11-01", RunVerdict::difference)}, *Instant::parse("2026-11-22T10:00:00Z"), today);
  EXPECT_THAT(text, HasSubstr("# TYPE hdskit_restore_proven gauge\nhdskit_restore_proven{source=\"DPI\",kind=\"directory\",service=\"\"} 0\n"));
  EXPECT_THAT(text, HasSubstr(R"(source="A\"B\\C\nD")"));
  EXPECT_THAT(text, HasSubstr("hdskit_restore_last_test_status{source=\"DPI\",kind=\"directory\",service=\"\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("hdskit_restore_sources 2\n"));
  EXPECT_THAT(text, Not(HasSubstr("last_proof"))); // none: no line rather than a zero
  const std::regex line{R"((# (HELP|TYPE) [a-z_]+ .+)|([a-z_]+(\{.*\})? -?\d+))"};
  std::istringstream lines{text};
  for (std::string one; std::getline(lines, one);) EXPECT_TRUE(std::regex_match(one, line)) << one;
}

TEST(ProofMetrics, can_be_read_by_the_group_of_the_collector) {
  const ScratchFolder folder;
  const auto file = folder.path() / "hdskit.prom";
  write_metrics(file, "a 1\n");
  write_metrics(file, "a 2\n");
  EXPECT_EQ(read_file(file), "a 2\n");
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0640u);
}

TEST(TestWorld, runs_nothing_from_the_working_directory_and_the_newest_server) {
  const ScratchFolder folder;
  for (const auto* version : {"9.6", "13", "15", "readme"})
    if (std::string_view{version} != "readme") std::filesystem::create_directories(folder.path() / version / "bin");
  const auto world = test_world({.path = ".:/opt/restic::bin:/usr/bin", .program_folder = "/usr/bin", .as_root = true}, folder.path());
  EXPECT_EQ(world.tools.path, "/opt/restic:/usr/bin:/usr/local/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin");
  ASSERT_EQ(world.tools.postgresql_folders.size(), 3u);
  EXPECT_THAT(world.tools.postgresql_folders[0], testing::EndsWith("15/bin"));
  EXPECT_THAT(world.tools.postgresql_folders[2], testing::EndsWith("9.6/bin"));
  EXPECT_EQ(world.tools.unpacker, "/usr/bin/hdskit-unpack");
}

} // namespace
