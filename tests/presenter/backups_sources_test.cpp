#include "gui/presenter/backups_sources.hpp"

#include "tests/presenter/backups_setting.hpp"

#include <algorithm>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using testing::UnorderedElementsAre;
using tests::keys;

namespace {

enum Column { proof, name, last_proof, next_test, restored_in };

class BackupsSources : public tests::BackupsSetting {
protected:
  std::vector<Cell> cells_of(const std::string& reference) {
    const auto rows = source_rows(*map(), false);
    for (std::size_t row = 0; row < rows.count; ++row)
      if (rows.key(row) == reference) return rows.cells(row);
    return {};
  }
};

TEST_F(BackupsSources, say_what_to_do_first_where_there_are_none) {
  const auto sentence = sources_sentence(*map());
  EXPECT_THAT(sentence.text, HasSubstr("New source"));
  EXPECT_EQ(sentence.tone, Tone::faint);
}

TEST_F(BackupsSources, tell_the_last_proof_and_the_next_test) {
  add_source("DPI", {{"rto", "4h"}, {"test_every", "90"}});
  test(5);
  const auto cells = cells_of("DPI");
  ASSERT_FALSE(cells.empty());
  EXPECT_EQ(cells[proof], (Cell{"✔ proven", Tone::good}));
  EXPECT_EQ(cells[last_proof].text, "2026-11-06");
  EXPECT_EQ(cells[next_test], (Cell{"2027-02-04"}));
  EXPECT_THAT(cells[restored_in].text, testing::AllOf(StartsWith("1\u00A0min\u00A002\u00A0s"), HasSubstr(" / ")));
}

TEST_F(BackupsSources, never_tested_are_bad_and_due_today) {
  add_source("LABO");
  const auto cells = cells_of("LABO");
  EXPECT_EQ(cells[proof], (Cell{"○ never proven", Tone::bad}));
  EXPECT_EQ(cells[last_proof].text, "");
  EXPECT_EQ(cells[restored_in].text, "–");
  EXPECT_EQ(cells[next_test].text, "2026-11-22");
}

TEST_F(BackupsSources, whose_day_has_passed_show_the_next_test_as_late) {
  add_source("DPI", {{"test_every", "7"}});
  test(1);
  const auto cells = cells_of("DPI");
  EXPECT_EQ(cells[proof], (Cell{"⚠ proof too old", Tone::bad}));
  EXPECT_EQ(cells[next_test].tone, Tone::bad);
}

TEST_F(BackupsSources, that_take_longer_than_promised_say_so_with_a_sign) {
  add_source("DPI", {{"rto", "1min"}});
  test(1, RunVerdict::objective_missed);
  EXPECT_EQ(cells_of("DPI")[restored_in].tone, Tone::bad);
  EXPECT_THAT(cells_of("DPI")[restored_in].text, StartsWith("✖ "));
}

TEST_F(BackupsSources, that_need_attention_are_those_without_a_good_proof) {
  add_source("DPI");
  add_source("LABO");
  test(1);
  EXPECT_THAT(keys(source_rows(*map(), true)), ElementsAre("LABO"));
  EXPECT_THAT(keys(source_rows(*map(), false)), UnorderedElementsAre("DPI", "LABO"));
}

TEST_F(BackupsSources, are_found_by_what_their_rows_say) {
  add_source("DPI");
  add_source("LABO");
  EXPECT_THAT(keys(source_rows(*map(), false, "sauvegardes labo")), ElementsAre("LABO"));
  EXPECT_THAT(keys(source_rows(*map(), false, "nothing like it")), IsEmpty());
}

TEST_F(BackupsSources, count_those_that_are_proven) {
  add_source("DPI");
  add_source("LABO");
  test(1);
  EXPECT_EQ(sources_sentence(*map()).tone, Tone::warning);
  EXPECT_THAT(sources_sentence(*map()).text, HasSubstr("1 of 2"));
  test(2, RunVerdict::proven, [](RestoreReport& report) { report.source = "LABO"; });
  EXPECT_EQ(sources_sentence(*map()).tone, Tone::good);
}

TEST_F(BackupsSources, tell_whose_promise_they_are_measured_against) {
  add_source("DPI", {{"rto", "4h"}});
  const auto read = map();
  const auto lines = source_sentences(*read, *read->source("DPI"));
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].tone, Tone::bad);
  EXPECT_THAT(lines[0].text, StartsWith("○ never proven. "));
  EXPECT_THAT(lines[1].text, HasSubstr("source DPI"));
  EXPECT_THAT(lines[1].text, HasSubstr("No recovery point is promised."));
}

TEST_F(BackupsSources, have_a_long_form_in_parts) {
  std::vector<std::string> headings;
  for (const auto& field : form_fields(workspace, backup_kind("backup_source"), backups_ways()))
    if (!field.heading.empty()) headings.push_back(field.heading);
  EXPECT_GE(headings.size(), 6u);
}

TEST_F(BackupsSources, are_told_of_before_they_were_read_again) {
  add_source("DPI");
  const auto before = map();
  add_source("AAA"); // the order of the records changes
  EXPECT_THAT(source_sentences(*before, *before->source("DPI")), testing::SizeIs(2));
}

} // namespace
