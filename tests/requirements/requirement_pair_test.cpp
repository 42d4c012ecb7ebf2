#include "toolkit/requirements/requirement_pair.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/framework_store.hpp"
#include "toolkit/workspace/journal.hpp"

#include <gmock/gmock.h>

namespace {

using namespace hdskit;
using testing::HasSubstr;
using tests::acting;
using tests::problem_of;

class Pairs : public tests::OnEachEngine {
protected:
  void SetUp() override {
    workspace_.emplace(fresh_workspace());
    change([](Change& change) { adopt_checklist(change, std::string{shipped_checklist("agrement-2006")}); });
  }
  Workspace& workspace() { return *workspace_; }
  void change(const std::function<void(Change&)>& work) { workspace_->change(acting(), work); }
  void add(const std::string& from_item, const std::string& to_framework, const std::string& to_item, const std::string& strength = "covers") {
    change([&](Change& change) {
      pair_kind().add(
          change,
          {{"from_framework", "agrement-2006"}, {"from_item", from_item}, {"to_framework", to_framework}, {"to_item", to_item}, {"strength", strength}});
    });
  }

private:
  std::optional<Workspace> workspace_;
};

TEST_P(Pairs, of_the_hospital_go_before_the_shipped_ones) {
  const auto shipped = shipped_pairs();
  ASSERT_FALSE(shipped.empty());
  const auto& first = shipped.front();
  EXPECT_FALSE(first.id);
  const auto backwards = reversed(first);
  change([&](Change& change) {
    auto own = backwards;
    own.strength = MappingStrength::related;
    own.origin = "";
    put_pairs(change, {own});
  });
  const auto all = all_pairs(workspace());
  EXPECT_EQ(all.size(), shipped.size()) << "in whichever direction it is read";
  EXPECT_EQ(all.front().from_item, first.to_item);
  EXPECT_EQ(all.front().strength, MappingStrength::related);
}

TEST_P(Pairs, put_again_are_replaced) {
  const RequirementPair pair{
      .id = {}, .from_framework = "a", .from_item = "A-1", .to_framework = "b", .to_item = "B-1", .strength = MappingStrength::equal, .origin = {}, .note = {}};
  auto later = pair;
  later.strength = MappingStrength::overlaps;
  change([&](Change& change) { EXPECT_EQ(put_pairs(change, {pair, later}), 1u); });
  ASSERT_EQ(own_pairs(workspace()).size(), 1u);
  EXPECT_EQ(own_pairs(workspace())[0].strength, MappingStrength::overlaps);
}

TEST_P(Pairs, are_added_between_items_that_are_known) {
  add("R1111-14-3-b", "hds-v2", "EXI-25");
  ASSERT_EQ(own_pairs(workspace()).size(), 1u);
  EXPECT_EQ(own_pairs(workspace())[0].strength, MappingStrength::covers);
  EXPECT_THAT(problem_of([&] { add("R1111-14-3-b", "hds-v2", "EXI-25"); }).what(), HasSubstr("already"));
  EXPECT_THAT(problem_of([&] { add("R1111-14-3-z", "hds-v2", "EXI-26"); }).remedy(), HasSubstr("R1111-14-3-"));
  EXPECT_EQ(problem_of([&] { add("R1111-14-3-b", "hds-v9", "EXI-26"); }).kind(), ProblemKind::not_found);
  EXPECT_THAT(problem_of([&] { add("R1111-14-3-b", "agrement-2006", "R1111-9-1"); }).what(), HasSubstr("same framework"));
}

TEST_P(Pairs, are_not_added_backwards_as_well) {
  add("R1111-14-3-b", "hds-v2", "EXI-25");
  const auto refused = problem_of([&] {
    change([](Change& change) {
      pair_kind().add(change, {{"from_framework", "hds-v2"}, {"from_item", "EXI-25"}, {"to_framework", "agrement-2006"}, {"to_item", "R1111-14-3-b"}});
    });
  });
  EXPECT_THAT(refused.what(), HasSubstr("the other way"));
}

TEST_P(Pairs, are_journalled) {
  const auto before = journal_position(workspace()).number;
  add("R1111-14-3-b", "hds-v2", "EXI-25");
  const auto id = own_pairs(workspace())[0].id.number();
  change([&](Change& change) { pair_kind().edit(change, id, {{"strength", "overlaps"}}); });
  EXPECT_EQ(own_pairs(workspace())[0].strength, MappingStrength::overlaps);
  change([&](Change& change) { pair_kind().remove(change, id); });
  EXPECT_TRUE(own_pairs(workspace()).empty());
  EXPECT_EQ(journal_position(workspace()).number, before + 3);
}

INSTANTIATE_ON_BOTH_ENGINES(Pairs);

} // namespace
