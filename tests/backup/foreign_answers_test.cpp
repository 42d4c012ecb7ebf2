#include "tests/support/workspaces.hpp"
#include "toolkit/backup/borg_answers.hpp"
#include "toolkit/backup/borg_restore.hpp"
#include "toolkit/backup/iso_instant.hpp"
#include "toolkit/backup/name_pattern.hpp"
#include "toolkit/backup/restic_answers.hpp"
#include "toolkit/backup/restic_listing.hpp"
#include "toolkit/backup/restic_sample.hpp"
#include "toolkit/backup/tool_answer.hpp"

#include <gmock/gmock.h>

namespace {

using namespace hdskit;
using tests::problem_of;

const std::string id(64, 'a');

std::string snapshot(const std::string& time, const std::string& more = {}) {
  return R"({"time":")" + time + R"(","paths":["/srv/dpi"],"hostname":"srv1","tags":["x"],"id":")" + id + "\"" + more + "}";
}

TEST(ForeignInstant, is_read_with_its_fraction_and_its_offset) {
  for (const char* text : {"2026-11-22T02:00:00Z", "2026-11-22T02:00:00.999999999Z", "2026-11-22T03:00:00.5+01:00", "2026-11-21T22:30:00-0330",
                           "2026-11-22 04:00:00+02", "2026-11-22T02:00:00.000000", "2026-11-22T02:00:00"})
    EXPECT_EQ(read_iso_instant(text), Instant::parse("2026-11-22T02:00:00Z")) << text;
}

TEST(ForeignInstant, is_nothing_for_any_other_text) {
  for (const char* text :
       {"", "2026-11-22", "2026-11-22T25:00:00Z", "2026-02-30T02:00:00Z", "2026-11-22T02:00:00.Z", "2026-11-22T02:00:00+1", "2026-11-22T02:00:00+99:00",
        "2026-11-22T02:00:00+01:0", "2026-11-22T02:00:00+01:000", "2026-11-22T02:00:00 CET", "2026-11-22x02:00:00Z"})
    EXPECT_EQ(read_iso_instant(text), std::nullopt) << text;
}

TEST(NamePattern, stands_for_the_whole_name) {
  EXPECT_TRUE(matches_pattern("dpi-2026-11-22", "dpi-*"));
  EXPECT_TRUE(matches_pattern("dpi-2026-11-22", "*-?1-22"));
  EXPECT_TRUE(matches_pattern("", "*"));
  EXPECT_TRUE(matches_pattern("aXbXc", "a*X*c"));
  EXPECT_FALSE(matches_pattern("dpi-2026", "dpi"));
  EXPECT_FALSE(matches_pattern("dpi", "dpi?"));
  EXPECT_FALSE(matches_pattern("a[b]", "a[bc]")); // no sets of characters
  EXPECT_FALSE(matches_pattern(std::string(2000, 'a'), "*a*a*a*a*a*a*a*a*b"));
}

TEST(ResticAnswers, tell_what_newer_versions_add) {
  const auto snapshots = read_restic_snapshots(
      "[" + snapshot("2026-11-22T03:00:00+01:00", R"(,"summary":{"backup_end":"2026-11-22T02:10:00Z","total_bytes_processed":123})") + "]");
  ASSERT_EQ(snapshots.size(), 1u);
  EXPECT_EQ(snapshots[0].time, *Instant::parse("2026-11-22T02:00:00Z"));
  EXPECT_EQ(snapshots[0].ended, Instant::parse("2026-11-22T02:10:00Z"));
  EXPECT_EQ(snapshots[0].bytes, 123u);
  const auto progress = read_restic_progress(R"({"message_type":"status","percent_done":0.5,"total_bytes":200,"bytes_restored":100})");
  ASSERT_TRUE(progress);
  EXPECT_EQ(progress->done, 100u);
  EXPECT_EQ(progress->total, 200u);
  EXPECT_FALSE(read_restic_progress("finished verifying 6 files in out1 (took 1ms)"));
}

TEST(ResticAnswers, are_none_when_they_are_anything_else) {
  EXPECT_TRUE(read_restic_snapshots("null").empty());
  for (const std::string& text :
       std::vector<std::string>{"", "{}", "[1]", "[", "[" + snapshot("yesterday") + "]", "[{\"id\":\"--exec\",\"time\":\"2026-11-22T02:00:00Z\"}]"})
    EXPECT_EQ(problem_of([&] { read_restic_snapshots(text); }).kind(), ProblemKind::bad_input) << text;
  EXPECT_EQ(problem_of([] { read_restic_node(R"({"type":"file","path":"../etc/passwd"})"); }).kind(), ProblemKind::bad_input);
  EXPECT_FALSE(read_restic_node(R"({"struct_type":"snapshot"})"));
}

TEST(ResticRoot, is_the_one_path_that_was_saved) {
  const auto seen = [](const std::vector<std::string>& folders) {
    ResticRoot root{read_restic_heading(snapshot("2026-11-22T02:00:00Z"))};
    for (const auto& folder : folders) root.see({folder, false, true, 0});
    return root;
  };
  const auto root = seen({"/srv", "/srv/dpi", "/srv/dpi/a"});
  EXPECT_EQ(root.path(), "/srv/dpi");
  EXPECT_EQ(root.within("/srv/dpi/a/b"), "a/b");
  EXPECT_EQ(root.within("/srv/dpi"), std::nullopt);
  EXPECT_EQ(root.within("/srv/dpi2/a"), std::nullopt);
  const auto from_within = seen({"/images"});
  EXPECT_EQ(from_within.path(), "");
  EXPECT_EQ(from_within.within("/images/a"), "images/a");
}

TEST(ResticPattern, means_one_name_only) { EXPECT_EQ(restic_pattern("/a*b/[c]?\\d"), "/a\\*b/\\[c]\\?\\\\d"); }

TEST(BorgAnswers, give_names_back_byte_by_byte) {
  EXPECT_EQ(read_borg_item(R"(- 12 'srv/a')").path, "srv/a");
  EXPECT_EQ(read_borg_item(R"(- 12 'it\'s \xe9 \U0001f600 "q\t\x01\\')").path, "it's é 😀 \"q\t\x01\\");
  EXPECT_EQ(read_borg_item(R"(- 12 "a'b")").path, "a'b");
  EXPECT_EQ(read_borg_item(R"(- 12 'latin\udce9\n')").path, "latin\xE9\n");
  EXPECT_EQ(read_borg_item(R"(- 12 '/srv/\u20ac')").path, "srv/€");
  const auto item = read_borg_item("d 0 'srv'");
  EXPECT_TRUE(item.folder);
  EXPECT_FALSE(item.file);
  EXPECT_TRUE(read_borg_item("h 7 'srv/b'").file);
  EXPECT_EQ(read_borg_item("- 18446744073709551615 'x'").size, 18446744073709551615u);
}

TEST(BorgAnswers, are_none_when_they_are_anything_else) {
  for (const char* line : {"", "-", "- 1", "- x 'a'", "- 1 a", "- 1 'a", "- 1 ''", "- 1 '\\q'", "- 1 '\\x4'", "- 1 '\\x00'", "- 1 '\\ud800'",
                           "- 1 '\\U00110000'", "- 1 'a\\'", "- 99999999999999999999 'a'", "- 1 'é'"})
    EXPECT_EQ(problem_of([&] { read_borg_item(line); }).kind(), ProblemKind::bad_input) << line;
  for (const char* json : {"", "[]", "{}", R"({"archives":[{"name":"a"}]})", R"({"archives":[{"start":"2026-11-22T02:00:00.000000"}]})"})
    EXPECT_EQ(problem_of([&] { read_borg_archives(json); }).kind(), ProblemKind::bad_input) << json;
}

TEST(BorgAnswers, are_understood_though_their_start_was_cut) {
  const auto messages =
      read_borg_messages("sage\": \"cut\"}\n{\"type\": \"log_message\", \"message\": \"wrong\", \"levelname\": \"ERROR\", \"msgid\": \"PassphraseWrong\"}\n"
                         "{\"type\": \"log_message\", \"message\": \"a: chown: [Errno 1] Operation not permitted\", \"levelname\": \"WARNING\"}\n{\"ty");
  EXPECT_TRUE(messages.named("PassphraseWrong"));
  EXPECT_EQ(messages.errors, 1u);
  EXPECT_EQ(messages.warnings, 1u);
  EXPECT_EQ(messages.rights, 1u);
}

TEST(BorgPatternFile, holds_only_names_that_come_back_from_it) {
  EXPECT_TRUE(fits_pattern_file("srv/dpi/it's é.txt"));
  for (const char* path : {"a\nb", "blank ", "latin\xE9x", "nbsp\u00A0", "tab\tx"}) EXPECT_FALSE(fits_pattern_file(path)) << path;
}

TEST(LineCutter, gives_lines_whatever_the_pieces) {
  std::vector<std::string> lines;
  LineCutter cutter{"tool", [&](std::string_view line) { lines.emplace_back(line); }, 10};
  for (const char* piece : {"a", "b\nc\n", "\nd", "e"}) cutter.see(piece);
  cutter.finish();
  EXPECT_THAT(lines, testing::ElementsAre("ab", "c", "", "de"));
  EXPECT_EQ(problem_of([&] { cutter.see("01234567890"); }).kind(), ProblemKind::bad_input);
}

TEST(Arguments, are_parted_by_number_and_by_bytes) {
  const std::vector<std::string> arguments(10, std::string(91, 'x')); // 100 bytes each with pointer and zero
  EXPECT_EQ(batches_of_arguments(arguments, 100, 350).size(), 4u);
  EXPECT_EQ(batches_of_arguments(arguments, 4).size(), 3u);
  EXPECT_EQ(batches_of_arguments(arguments, 100, 10).size(), 10u);
  EXPECT_TRUE(batches_of_arguments({}, 100).empty());
}

} // namespace
