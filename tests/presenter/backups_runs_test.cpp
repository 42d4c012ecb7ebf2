#include "gui/presenter/backups_runs.hpp"

#include "gui/presenter/backups_order.hpp"
#include "gui/presenter/journal.hpp"
#include "tests/presenter/backups_setting.hpp"

using namespace hdskit;
using namespace hdskit::gui;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;
using tests::column;
using tests::keys;

namespace {

class BackupsRuns : public tests::BackupsSetting {};

std::vector<std::string> texts(const std::vector<Cell>& cells) {
  std::vector<std::string> found;
  for (const auto& cell : cells) found.push_back(cell.text);
  return found;
}

TEST_F(BackupsRuns, are_listed_the_newest_first_with_sign_and_word) {
  test(1);
  test(2, RunVerdict::difference);
  test(3, RunVerdict::objective_missed);
  test(4, RunVerdict::inconclusive);
  const auto rows = run_rows(*map());
  EXPECT_THAT(keys(rows), ElementsAre("TR4", "TR3", "TR2", "TR1"));
  EXPECT_THAT(column(rows, 0), ElementsAre("? Test could not be carried out", "⚠ Objective missed", "✖ Difference found", "✔ Restore proven"));
  EXPECT_EQ(rows.cells(2)[0].tone, Tone::bad);
  EXPECT_EQ(rows.cells(3)[0].tone, Tone::good);
}

TEST_F(BackupsRuns, of_one_source_or_with_some_words_are_listed_alone) {
  test(1);
  test(2, RunVerdict::difference, [](RestoreReport& report) { report.source = "LABO"; });
  EXPECT_THAT(keys(run_rows(*map(), "labo")), ElementsAre("TR2"));
  EXPECT_THAT(keys(run_rows(*map(), {}, "dpi proven")), ElementsAre("TR1"));
}

TEST_F(BackupsRuns, chain_says_what_to_do_before_the_first_test) {
  const auto lines = chain_sentences(*map());
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_THAT(lines[0].text, HasSubstr("Test now…"));
}

TEST_F(BackupsRuns, chain_that_holds_shows_its_head) {
  const auto last = (test(1), test(2));
  const auto lines = chain_sentences(*map());
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].tone, Tone::good);
  EXPECT_THAT(lines[0].text, AllOf(StartsWith("✔ 2 tests"), HasSubstr(last.digest.substr(0, 12))));
}

TEST_F(BackupsRuns, chain_that_is_broken_says_where_and_nothing_good) {
  test(1);
  test(2, RunVerdict::difference);
  tamper("update restore_run set verdict = 'proven' where id = 2");
  const auto lines = chain_sentences(*map());
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].tone, Tone::bad);
  EXPECT_THAT(lines[0].text, AllOf(StartsWith("✖ "), HasSubstr("TR2")));
}

TEST_F(BackupsRuns, results_that_never_came_are_told_even_before_the_first_test) {
  auto read = *map();
  read.machine_findings = {"NAS: result 2 never came."};
  EXPECT_THAT(texts(chain_sentences(read)), Contains("⚠ NAS: result 2 never came."));
  EXPECT_THAT(chain_sentences(read), testing::SizeIs(2));
}

TEST_F(BackupsRuns, tell_what_they_found_and_how_far_it_goes) {
  const auto run = test(1, RunVerdict::difference, [](RestoreReport& report) {
    report.suspicions = {{.kind = SuspicionKind::shrunk, .sentence = "La sauvegarde a rétréci.", .grave = true}};
  });
  const auto lines = run_sentences(run, report_of(workspace, run));
  EXPECT_EQ(lines.front(), (Cell{"TR1 – ✖ Difference found", Tone::bad}));
  EXPECT_THAT(texts(lines), Contains("Phrase du test 1."));
  EXPECT_THAT(lines, Contains(Cell{"⚠ La sauvegarde a rétréci.", Tone::bad}));
}

TEST_F(BackupsRuns, show_steps_checks_and_measures_in_their_order) {
  const auto run = test(1, RunVerdict::proven, [](RestoreReport& report) {
    report.phases = {{"inventory", std::chrono::milliseconds{40}, false}, {"restore", std::chrono::seconds{61}, true}};
    report.checks = {{.name = "restic check", .passed = false, .status = 1, .sentence = "Un paquet manque.", .grave = true}};
    report.tools = {{"restic", "0.14.0"}};
  });
  const auto rows = run_detail_rows(run, report_of(workspace, run));
  EXPECT_THAT(column(rows, 0), ElementsAre("Backup", "Time to restore", "Age of data", "Inventory of backups", "Restore", "restic check", "restic"));
  EXPECT_THAT(column(rows, 1), ElementsAre("point1", StartsWith("1\u00A0min\u00A002\u00A0s / "), StartsWith("2"), "40\u00A0ms", "1\u00A0min\u00A001\u00A0s",
                                           "✖ failed", "0.14.0"));
  EXPECT_EQ(rows.cells(3)[1].tone, Tone::faint) << "this step does not count towards the time to restore";
}

TEST_F(BackupsRuns, shorten_the_digits_by_which_repositories_name_backups) {
  const auto run = test(1, RunVerdict::proven, [](RestoreReport& report) { report.point->id = std::string(64, 'a'); });
  EXPECT_EQ(column(run_detail_rows(run, report_of(workspace, run)), 1).front(), "aaaaaaaaaaaa…");
}

TEST_F(BackupsRuns, are_told_with_their_verdict_once_they_are_over) {
  EXPECT_EQ(told_of(test(1)), (Cell{"TR1 of “DPI”: Restore proven.", Tone::good}));
  EXPECT_EQ(told_of(test(2, RunVerdict::difference)).tone, Tone::bad);
}

TEST_F(BackupsRuns, are_never_taken_back_and_the_journal_says_so) {
  test(1);
  const auto entries = journal_entries(workspace, {.kind = "restore_run"});
  ASSERT_EQ(entries.size(), 1u);
  const auto detail = journal_detail(workspace, entries[0].number);
  ASSERT_TRUE(detail);
  EXPECT_THAT(detail->kept, HasSubstr("is a restore test"));
  EXPECT_THAT(detail->sentence, HasSubstr("restore test “TR1”"));
  Session session{location, {"Hélène Rousset", [] { return *Instant::parse("2026-11-22T10:15:00Z"); }}};
  EXPECT_EQ(tests::problem_of([&] { take_back(session, entries[0].number); }).kind(), ProblemKind::refused);
}

TEST(BackupsWords, say_times_as_people_do) {
  EXPECT_EQ(seconds_in_words(0), "0\u00A0s");
  EXPECT_EQ(seconds_in_words(59), "59\u00A0s");
  EXPECT_EQ(seconds_in_words(125), "2\u00A0min\u00A005\u00A0s");
  EXPECT_EQ(measure_cell(std::nullopt, Minutes{60}), (Cell{"–", Tone::faint}));
  EXPECT_EQ(measure_cell(60, Minutes{1}).tone, Tone::neutral) << "just in time";
  EXPECT_EQ(measure_cell(61, Minutes{1}).tone, Tone::bad);
  EXPECT_EQ(measure_cell(61, std::nullopt).text, "1\u00A0min\u00A001\u00A0s");
}

} // namespace
