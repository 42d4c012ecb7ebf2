#include "gui/presenter/habilitations_map.hpp"
#include "gui/presenter/table_check.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/habilitation/habilitation_store.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::acting;

namespace {

class HabilitationsTest : public testing::Test {
protected:
  void add(std::string_view kind, const Assignments& values) {
    workspace.change(acting(), [&](Change& change) { habilitation_kind(kind).add(change, values); });
  }
  void person(const std::string& name, const std::string& start, const std::string& closed = "") {
    add("authorised_person", {{"project", "PRJ1"},
                              {"name", name},
                              {"starts_on", start},
                              {"ends_on", "2027-06-01"},
                              {"closed_on", closed},
                              {"trained_on", "2020-01-01"},
                              {"undertaking_on", "2020-01-01"},
                              {"conditions_on", "2020-01-01"},
                              {"registration_authority", "ATIH"}});
  }
  std::shared_ptr<const HabilitationsMap> map() { return read_habilitations_map(workspace, *Date::of(2026, 11, 22)); }

  ScratchFolder folder;
  Workspace workspace = Workspace::create((folder.path() / "hopital.hds").string(), acting());
};

} // namespace

TEST_F(HabilitationsTest, a_register_without_records_says_what_to_do_first) {
  EXPECT_THAT(habilitation_sentence(*map(), "access_project").text, HasSubstr("“New”"));
  EXPECT_EQ(habilitation_rows(*map(), "authorised_person").count, 0u);
}

TEST_F(HabilitationsTest, persons_are_open_to_be_reviewed_or_ended_and_listed_by_that) {
  add("access_project", {{"title", "Parcours AVC"}, {"frame", "snds-project"}});
  person("Anne Leroy", "2026-06-01");
  person("Bruno Petit", "2024-06-01"); // never reviewed
  person("Claire Martin", "2024-06-01", "2025-06-01");
  const auto read = map();
  ASSERT_EQ(read->habilitation.people.size(), 3u);
  EXPECT_EQ(state_of(*read, read->habilitation.people[0]), PersonState::open);
  EXPECT_EQ(state_of(*read, read->habilitation.people[1]), PersonState::to_review);
  EXPECT_EQ(state_of(*read, read->habilitation.people[2]), PersonState::ended);
  EXPECT_EQ(habilitation_rows(*read, "authorised_person", "", PersonFilter::open).count, 2u);
  EXPECT_EQ(habilitation_rows(*read, "authorised_person", "", PersonFilter::to_review).count, 1u);
  EXPECT_EQ(habilitation_rows(*read, "authorised_person", "leroy").count, 1u);
  EXPECT_THAT(habilitation_sentences(*read, "authorised_person", read->habilitation.people[1].id.number()).size(), testing::Ge(2u));
}

TEST_F(HabilitationsTest, a_table_with_small_counts_begins_a_line_of_the_log_with_what_was_found) {
  const auto file = folder.path() / "table.csv";
  write_file(file, "Service;Effectif\nCardiologie;250\nNeurologie;4\n");
  const auto check = check_table(file, usual_small_count);
  ASSERT_EQ(check.report.findings.size(), 1u);
  EXPECT_EQ(table_sentence(check).tone, Tone::warning);
  EXPECT_EQ(table_finding_rows(check).cells(0).at(0).text, "3");
  const auto output = output_of(check, *Instant::parse("2026-11-22T09:15:00Z"));
  EXPECT_THAT(output, testing::Contains(Assignments::value_type{"moment", "2026-11-22T10:15"}));
  EXPECT_THAT(output, testing::Contains(Assignments::value_type{"digest", check.digest}));
  EXPECT_TRUE(check_table(file, 3).report.clean());
}

TEST(TableCheck, a_threshold_is_a_number_within_reason) {
  EXPECT_EQ(typed_threshold(" 11 "), 11);
  EXPECT_FALSE(typed_threshold("0"));
  EXPECT_FALSE(typed_threshold("11a"));
  EXPECT_THAT(threshold_fault("many"), Not(IsEmpty()));
  EXPECT_THAT(threshold_fault("5"), IsEmpty());
}

TEST(Habilitations, know_the_subjects_that_lead_to_them) {
  EXPECT_EQ(habilitations_subject("authorised_person:HAB1")->reference, "HAB1");
  EXPECT_FALSE(habilitations_subject("risk:R1"));
}
