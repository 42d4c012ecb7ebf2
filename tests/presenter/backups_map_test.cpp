#include "tests/presenter/backups_setting.hpp"

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class BackupsReading : public tests::BackupsSetting {};

TEST_F(BackupsReading, is_empty_where_nothing_was_recorded) {
  const auto read = map();
  EXPECT_THAT(read->backups.sources, IsEmpty());
  EXPECT_EQ(read->source("DPI"), nullptr);
  EXPECT_EQ(read->run("TR1"), nullptr);
  EXPECT_EQ(read->day, today);
}

TEST_F(BackupsReading, knows_of_each_source_its_standing_and_its_objectives) {
  add_source("LABO");
  add_source("DPI", {{"rto", "4h"}});
  test(1);
  const auto read = map();
  ASSERT_EQ(read->standings.size(), read->backups.sources.size());
  ASSERT_EQ(read->objectives.size(), read->backups.sources.size());
  for (std::size_t place = 0; place < read->standings.size(); ++place) {
    const bool tested = read->backups.sources[place].reference == "DPI";
    EXPECT_EQ(read->standings[place].source, read->backups.sources[place].reference);
    EXPECT_EQ(read->standings[place].state, tested ? ProofState::proven : ProofState::never);
    EXPECT_EQ(read->objectives[place].rto, tested ? std::optional{Minutes{240}} : std::nullopt);
  }
}

TEST_F(BackupsReading, finds_sources_and_tests_whatever_the_case_of_the_letters) {
  add_source("DPI");
  test(1);
  const auto read = map();
  ASSERT_NE(read->source("dpi"), nullptr);
  ASSERT_NE(read->run("tr1"), nullptr);
  EXPECT_EQ(read->run("TR2"), nullptr);
}

TEST_F(BackupsReading, gives_the_tests_of_a_source_the_newest_first) {
  add_source("DPI");
  test(1);
  test(2, RunVerdict::difference);
  test(3, RunVerdict::proven, [](RestoreReport& report) { report.source = "LABO"; });
  std::vector<std::string> references;
  const auto read = map();
  for (const auto* run : read->runs_of("dpi")) references.push_back(run->reference);
  EXPECT_THAT(references, ElementsAre("TR2", "TR1"));
}

TEST_F(BackupsReading, holds_the_state_of_the_chain) {
  add_source("DPI");
  test(1);
  EXPECT_EQ(map()->chain.runs, 1u);
  EXPECT_THAT(map()->chain.faults, IsEmpty());
  tamper("update restore_run set verdict = 'difference' where id = 1");
  EXPECT_THAT(map()->chain.faults, testing::SizeIs(1));
}

TEST(BackupsSubjects, are_sources_tests_and_machines_alone) {
  EXPECT_EQ(backups_subject("restore_run:TR12"), (BackupsSubject{"restore_run", "TR12"}));
  EXPECT_EQ(backups_subject("backup_source:DPI"), (BackupsSubject{"backup_source", "DPI"}));
  EXPECT_EQ(backups_subject("backup_machine"), (BackupsSubject{"backup_machine", ""}));
  EXPECT_EQ(backups_subject("backup_arrangement:SV2"), std::nullopt) << "that one is of continuity";
  EXPECT_EQ(backups_subject(""), std::nullopt);
}

} // namespace
