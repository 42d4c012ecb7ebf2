#include "tests/support/golden.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/settings.hpp"

#include <gmock/gmock.h>

namespace {

using namespace hdskit;
using tests::acting;
using tests::problem_of;

class Answers : public tests::OnEachEngine {
protected:
  void SetUp() override {
    workspace_.emplace(fresh_workspace());
    workspace_->change(acting(), [](Change& change) { adopt_checklist(change, std::string{shipped_checklist("agrement-2006")}); });
  }
  Workspace& workspace() { return *workspace_; }

  void give(const Answer& answer) {
    const auto checklist = workspace_checklist(workspace());
    workspace().change(acting(), [&](Change& change) { give_answer(change, checklist, answer); });
  }
  std::int64_t journal_end() { return journal_position(workspace()).number; }

private:
  std::optional<Workspace> workspace_;
};

Answer sample() {
  return {.item = "R1111-9-1",
          .state = DemonstrationState::written,
          .statement = "Première ligne.\n\n- point [PSSI]",
          .owner = "RSSI",
          .due = Date::of(2026, 11, 22)};
}

TEST_P(Answers, come_back_as_they_were_given) {
  give(sample());
  const auto answer = answer_to(workspace(), "r1111-9-1");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->item, "R1111-9-1");
  EXPECT_EQ(answer->state, DemonstrationState::written);
  EXPECT_EQ(answer->statement, "Première ligne.\n\n- point [PSSI]");
  EXPECT_EQ(answer->owner, "RSSI");
  EXPECT_EQ(answer->due, Date::of(2026, 11, 22));
  EXPECT_FALSE(answer_to(workspace(), "R1111-9-2"));
}

TEST_P(Answers, replace_the_one_before_whatever_the_letter_case) {
  give(sample());
  auto again = sample();
  again.item = " r1111-9-1 ";
  again.state = DemonstrationState::demonstrated;
  give(again);
  ASSERT_EQ(all_answers(workspace()).size(), 1u);
  EXPECT_EQ(all_answers(workspace())[0].item, "R1111-9-1");
  EXPECT_EQ(all_answers(workspace())[0].state, DemonstrationState::demonstrated);
  EXPECT_EQ(journal_entries(workspace(), {.kind = "answer"}).back().verb, "edit");
}

TEST_P(Answers, are_given_many_at_once_as_one_by_one) {
  give(sample());
  auto again = sample(), other = sample(), twice = sample();
  again.item = "r1111-9-1";
  again.owner = "DSI";
  other.item = "R1111-9-2";
  twice.item = "r1111-9-2";
  twice.owner = "DPO";
  const auto checklist = workspace_checklist(workspace());
  workspace().change(acting(), [&](Change& change) { give_answers(change, checklist, {again, other, twice}); });
  const auto answers = all_answers(workspace());
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_EQ(answers[0].owner, "DSI");
  EXPECT_EQ(answers[1].item, "R1111-9-2");
  EXPECT_EQ(answers[1].owner, "DPO");
}

TEST_P(Answers, to_an_item_whose_letter_case_has_changed_since_are_found_and_replaced) {
  give(sample());
  workspace().change(acting(), [](Change& change) {
    auto xml = std::string{shipped_checklist("agrement-2006")};
    for (auto at = xml.find("R1111-9-1\""); at != std::string::npos; at = xml.find("R1111-9-1\"", at)) xml[at] = 'r';
    adopt_checklist(change, xml);
  });
  EXPECT_EQ(answer_to(workspace(), "r1111-9-1")->owner, "RSSI");
  auto again = sample();
  again.owner = "DSI";
  give(again);
  ASSERT_EQ(all_answers(workspace()).size(), 1u);
  EXPECT_EQ(all_answers(workspace())[0].item, "r1111-9-1");
}

TEST_P(Answers, write_nothing_when_they_are_the_same_again) {
  give(sample());
  const auto end = journal_end();
  give(sample());
  auto from_windows = sample();
  from_windows.statement = "Première ligne.\r\n\r\n- point [PSSI]";
  give(from_windows);
  EXPECT_EQ(journal_end(), end);
}

TEST_P(Answers, to_an_unknown_item_are_refused_with_the_closest_ids) {
  const auto end = journal_end();
  auto lost = sample();
  lost.item = "R1111-9-7";
  const auto problem = problem_of([&] { give(lost); });
  EXPECT_EQ(problem.kind(), ProblemKind::not_found);
  EXPECT_EQ(problem.subject(), "R1111-9-7");
  EXPECT_THAT(problem.remedy(), testing::HasSubstr("R1111-9-1, R1111-9-2, R1111-9-3"));
  EXPECT_EQ(journal_end(), end);
  EXPECT_TRUE(all_answers(workspace()).empty());
}

TEST_P(Answers, to_an_item_unlike_any_other_are_refused_with_the_way_to_the_list) {
  auto lost = sample();
  lost.item = "sauvegarde des bases";
  EXPECT_THAT(problem_of([&] { give(lost); }).remedy(), testing::HasSubstr("hdskit requirement list"));
}

TEST_P(Answers, outlive_a_checklist_that_no_longer_asks_for_them) {
  give(sample());
  const auto other = tests::read_bytes(std::string{TESTS_DIR} + "/fixtures/checklists/sound.xml");
  workspace().change(acting(), [&](Change& change) { adopt_checklist(change, other); });
  EXPECT_EQ(workspace_checklist(workspace()).id, "small");
  EXPECT_TRUE(answer_to(workspace(), "R1111-9-1"));
}

TEST_P(Answers, stay_with_their_checklist_when_a_broken_one_is_offered) {
  const auto end = journal_end();
  const auto broken = tests::read_bytes(std::string{TESTS_DIR} + "/fixtures/checklists/ten-defects.xml");
  EXPECT_EQ(problem_of([&] { workspace().change(acting(), [&](Change& change) { adopt_checklist(change, broken); }); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(workspace_checklist(workspace()).id, "agrement-2006");
  EXPECT_EQ(journal_end(), end);
}

TEST_P(Answers, need_a_checklist_first) {
  const auto bare = fresh_workspace();
  const auto problem = problem_of([&] { workspace_checklist(bare); });
  EXPECT_EQ(problem.kind(), ProblemKind::not_found);
  EXPECT_THAT(problem.remedy(), testing::HasSubstr("agrement-2006"));
}

INSTANTIATE_ON_BOTH_ENGINES(Answers);

} // namespace
