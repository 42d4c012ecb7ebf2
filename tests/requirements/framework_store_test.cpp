#include "toolkit/requirements/framework_store.hpp"

#include "tests/support/golden.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/journal.hpp"

#include <gmock/gmock.h>

namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::acting;
using tests::problem_of;

const auto today = *Date::of(2026, 11, 22);

std::string small() { return tests::read_bytes(std::string{TESTS_DIR} + "/fixtures/checklists/sound.xml"); }
std::string other(const std::string& items = "B-") { return replaced(replaced(small(), "A1-", items), "id=\"small\"", "id=\"other\""); }

class Frameworks : public tests::OnEachEngine {
protected:
  void SetUp() override {
    workspace_.emplace(fresh_workspace());
    change([](Change& change) { adopt_checklist(change, small()); });
  }
  Workspace& workspace() { return *workspace_; }
  void change(const std::function<void(Change&)>& work) { workspace_->change(acting(), work); }
  void follow(const std::string& xml) {
    change([&](Change& change) { put_framework(change, {.xml = xml, .use = FrameworkUse::followed, .applied_on = today}); });
  }
  void answer(const std::string& item) {
    change([&](Change& change) { give_answer(change, find_item(all_checklists(workspace()), item).checklist[0], {.item = item, .statement = "Dit."}); });
  }

private:
  std::optional<Workspace> workspace_;
};

TEST_P(Frameworks, are_kept_beside_the_main_checklist) {
  follow(other());
  const auto frameworks = followed_frameworks(workspace());
  ASSERT_EQ(frameworks.size(), 1u);
  EXPECT_EQ(frameworks[0].reference, "other");
  EXPECT_EQ(frameworks[0].version, "1");
  EXPECT_EQ(frameworks[0].title, "Petite liste");
  EXPECT_EQ(frameworks[0].applied_on, today);
  EXPECT_EQ(frameworks[0].digest, digest_of(other()).hex());
  EXPECT_EQ(workspace_checklist(workspace()).id, "small") << "the main one stays";
  const auto checklists = all_checklists(workspace());
  ASSERT_EQ(checklists.size(), 2u);
  EXPECT_EQ(checklists[0].id, "small") << "main first";
  EXPECT_EQ(checklists[1].id, "other");
  EXPECT_EQ(framework_checklist(workspace(), "OTHER").items[0].id, "B-1");
  EXPECT_EQ(framework_checklist(workspace(), "").id, "small");
  EXPECT_EQ(framework_checklist(workspace(), "small").id, "small");
}

TEST_P(Frameworks, kept_for_reference_are_not_answered) {
  change([](Change& change) { put_framework(change, {.xml = other()}); });
  EXPECT_EQ(all_checklists(workspace()).size(), 1u);
  EXPECT_EQ(framework_checklist(workspace(), "other").id, "other");
  EXPECT_FALSE(is_followed(workspace(), "other"));
  change([](Change& change) { use_framework(change, "other", FrameworkUse::followed, today); });
  EXPECT_TRUE(is_followed(workspace(), "other"));
  EXPECT_EQ(all_checklists(workspace()).size(), 2u);
  change([](Change& change) { use_framework(change, "other", FrameworkUse::reference, today); });
  EXPECT_FALSE(find_framework(workspace(), "other").applied_on);
}

TEST_P(Frameworks, with_an_id_that_another_one_has_are_refused_with_it) {
  const auto refused = problem_of([&] { follow(other("A1-")); });
  EXPECT_EQ(refused.kind(), ProblemKind::refused);
  EXPECT_THAT(refused.what(), HasSubstr("A1-1 (small), A1-2 (small)"));
  EXPECT_THAT(all_frameworks(workspace()), IsEmpty());
  change([](Change& change) { put_framework(change, {.xml = other("a1-")}); });
  const auto late = problem_of([&] { change([](Change& change) { use_framework(change, "other", FrameworkUse::followed, today); }); });
  EXPECT_THAT(late.what(), HasSubstr("a1-1 (small)")) << "letter case aside";
}

TEST_P(Frameworks, that_come_together_must_not_share_ids) {
  const auto third = replaced(other(), "id=\"other\"", "id=\"third\"");
  const auto refused = problem_of([&] {
    change([&](Change& change) { put_frameworks(change, {{.xml = other(), .use = FrameworkUse::followed}, {.xml = third, .use = FrameworkUse::followed}}); });
  });
  EXPECT_THAT(refused.what(), HasSubstr("B-1 (other)"));
  EXPECT_THAT(all_frameworks(workspace()), IsEmpty()) << "all or nothing";
}

TEST_P(Frameworks, do_not_let_a_main_checklist_take_their_ids) {
  follow(other());
  const auto refused = problem_of([&] { change([](Change& change) { adopt_checklist(change, replaced(small(), "A1-", "B-")); }); });
  EXPECT_EQ(refused.kind(), ProblemKind::refused);
  EXPECT_THAT(refused.what(), HasSubstr("B-1 (other)"));
  change([](Change& change) { adopt_checklist(change, other()); });
  EXPECT_THAT(followed_frameworks(workspace()), IsEmpty()) << "it is the main one now";
  EXPECT_EQ(all_checklists(workspace()).size(), 1u);
}

TEST_P(Frameworks, are_put_once_and_upgraded_afterwards) {
  follow(other());
  EXPECT_EQ(problem_of([&] { follow(other()); }).kind(), ProblemKind::bad_input);
  EXPECT_THAT(problem_of([&] { follow(small()); }).remedy(), HasSubstr("framework upgrade small"));
  EXPECT_EQ(problem_of([&] { follow(replaced(other(), "kind=", "kin=")); }).kind(), ProblemKind::bad_input);
}

TEST_P(Frameworks, keep_every_answer_when_they_are_upgraded) {
  follow(other());
  answer("B-1");
  answer("B-2");
  const auto newer = replaced(replaced(replaced(other(), "B-2", "B-3"), "Deux copies", "Trois copies"), "version=\"1\"", "version=\"2\"");
  FrameworkDifference difference;
  change([&](Change& change) { difference = upgrade_framework(change, {.xml = newer, .origin = "house.xml"}); });
  EXPECT_THAT(difference.added, ElementsAre("B-3"));
  EXPECT_THAT(difference.removed, ElementsAre("B-2"));
  EXPECT_THAT(difference.kept_answers, ElementsAre("B-2"));
  EXPECT_THAT(difference.answers_to_read, ElementsAre("B-1"));
  EXPECT_EQ(answer_to(workspace(), "B-2")->statement, "Dit.");
  EXPECT_EQ(answer_to(workspace(), "B-1")->statement, "Dit.");
  const auto framework = find_framework(workspace(), "other");
  EXPECT_EQ(framework.version, "2");
  EXPECT_EQ(framework.origin, "house.xml");
  EXPECT_EQ(framework.use, FrameworkUse::followed);
  EXPECT_EQ(framework.applied_on, today);
  EXPECT_EQ(framework_checklist(workspace(), "other").items[1].id, "B-3");
}

TEST_P(Frameworks, upgrade_the_main_checklist_as_well) {
  answer("A1-2");
  FrameworkDifference difference;
  change([&](Change& change) { difference = upgrade_framework(change, {.xml = replaced(small(), "A1-2", "A1-3")}); });
  EXPECT_THAT(difference.kept_answers, ElementsAre("A1-2"));
  EXPECT_EQ(workspace_checklist(workspace()).items[1].id, "A1-3");
  EXPECT_TRUE(answer_to(workspace(), "A1-2"));
}

TEST_P(Frameworks, are_not_upgraded_to_ids_that_others_have) {
  follow(other());
  const auto refused = problem_of([&] { change([](Change& change) { upgrade_framework(change, {.xml = other("A1-")}); }); });
  EXPECT_EQ(refused.kind(), ProblemKind::refused);
  EXPECT_EQ(framework_checklist(workspace(), "other").items[0].id, "B-1");
}

TEST_P(Frameworks, leave_their_answers_when_they_are_removed) {
  follow(other());
  answer("B-1");
  change([](Change& change) { remove_framework(change, "Other"); });
  EXPECT_THAT(all_frameworks(workspace()), IsEmpty());
  EXPECT_TRUE(answer_to(workspace(), "B-1"));
  EXPECT_EQ(problem_of([&] { change([](Change& change) { remove_framework(change, "small"); }); }).kind(), ProblemKind::refused);
  const auto unknown = problem_of([&] { framework_checklist(workspace(), "other"); });
  EXPECT_EQ(unknown.kind(), ProblemKind::not_found);
  EXPECT_THAT(unknown.remedy(), HasSubstr("small"));
}

TEST_P(Frameworks, are_told_by_the_journal) {
  follow(other());
  const auto last = journal_position(workspace()).number;
  change([](Change& change) { use_framework(change, "other", FrameworkUse::reference, {}); });
  EXPECT_GT(journal_position(workspace()).number, last);
}

INSTANTIATE_ON_BOTH_ENGINES(Frameworks);

} // namespace
