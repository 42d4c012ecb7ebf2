#include "toolkit/requirements/coverage.hpp"

#include "toolkit/requirements/taken_answers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using enum MappingStrength;

Checklist checklist(const std::string& id, const std::vector<std::string>& items) {
  Checklist made;
  made.id = id;
  made.title = {"Titre " + id, "Title " + id};
  for (const auto& item : items) made.items.emplace_back().id = item;
  return made;
}
const Checklist old_regime = checklist("old", {"O-1", "O-2"});
const Checklist new_regime = checklist("new", {"N-1", "N-2", "N-3"});

RequirementPair pair(const std::string& from_framework, const std::string& from, const std::string& to_framework, const std::string& to,
                     MappingStrength strength, Confidence confidence = Confidence::high) {
  RequirementPair made;
  made.from_framework = from_framework;
  made.from_item = from;
  made.to_framework = to_framework;
  made.to_item = to;
  made.strength = strength;
  made.confidence = confidence;
  return made;
}

Answer answer(const std::string& item, DemonstrationState state = DemonstrationState::written) {
  Answer made;
  made.item = item;
  made.state = state;
  made.statement = "Dit.";
  return made;
}

ItemCoverage first_item(const std::vector<RequirementPair>& pairs, const std::vector<Answer>& answers = {}, const EvidenceLinks& evidence = {}) {
  return coverage_of(old_regime, new_regime, pairs, item_standings(answers, evidence)).items.front();
}

TEST(Coverage, is_whole_by_what_equals_or_covers_and_part_by_what_meets) {
  const auto state = [](MappingStrength strength) { return first_item({pair("old", "O-1", "new", "N-1", strength)}).state; };
  EXPECT_EQ(state(equal), CoverageState::whole);
  EXPECT_EQ(state(covers), CoverageState::whole);
  EXPECT_EQ(state(MappingStrength::covered), CoverageState::part);
  EXPECT_EQ(state(overlaps), CoverageState::part);
  EXPECT_EQ(state(related), CoverageState::none);
  EXPECT_EQ(first_item({}).state, CoverageState::none);
}

TEST(Coverage, reads_pairs_in_either_direction) {
  EXPECT_EQ(first_item({pair("new", "n-1", "OLD", "o-1", MappingStrength::covered)}).state, CoverageState::whole);
  EXPECT_EQ(first_item({pair("new", "N-1", "old", "O-1", covers)}).state, CoverageState::part);
}

TEST(Coverage, goes_through_one_other_framework_and_never_more) {
  const std::vector<RequirementPair> once = {pair("old", "O-1", "mid", "M-1", covers, Confidence::medium),
                                             pair("new", "N-1", "mid", "M-1", equal, Confidence::low)};
  const auto found = first_item(once);
  ASSERT_EQ(found.pairs.size(), 1u);
  EXPECT_EQ(found.pairs[0].strength, covers);
  EXPECT_EQ(found.pairs[0].confidence, Confidence::low) << "the weakest";
  EXPECT_EQ(found.pairs[0].through_framework, "mid");
  EXPECT_EQ(found.pairs[0].through_item, "M-1");
  EXPECT_THAT(first_item({pair("old", "O-1", "a", "A-1", equal), pair("a", "A-1", "b", "B-1", equal), pair("b", "B-1", "new", "N-1", equal)}).pairs, IsEmpty());
}

TEST(Coverage, takes_no_detour_where_two_items_are_paired) {
  const auto found = first_item({pair("old", "O-1", "mid", "M-1", equal), pair("mid", "M-1", "new", "N-1", equal), pair("old", "O-1", "new", "N-1", related)});
  ASSERT_EQ(found.pairs.size(), 1u);
  EXPECT_EQ(found.pairs[0].strength, related) << "whoever paired them knew better";
  EXPECT_EQ(found.state, CoverageState::none);
}

TEST(Coverage, claims_nothing_that_two_steps_do_not_prove) {
  EXPECT_EQ(composed(equal, overlaps), overlaps);
  EXPECT_EQ(composed(covers, covers), covers);
  EXPECT_EQ(composed(covers, MappingStrength::covered), overlaps);
  EXPECT_EQ(composed(MappingStrength::covered, MappingStrength::covered), MappingStrength::covered);
  EXPECT_EQ(composed(overlaps, MappingStrength::covered), overlaps);
  EXPECT_EQ(composed(MappingStrength::covered, covers), related) << "the part may lie where the other does not reach";
  EXPECT_EQ(composed(overlaps, overlaps), related);
  EXPECT_EQ(composed(related, equal), related);
}

TEST(Coverage, tells_what_remains_by_the_answers_there_are) {
  const std::vector<RequirementPair> pairs = {pair("old", "O-1", "new", "N-1", covers), pair("old", "O-2", "new", "N-2", overlaps)};
  EXPECT_TRUE(first_item(pairs).remains()) << "nobody answered O-1";
  EXPECT_FALSE(first_item(pairs, {answer("o-1")}).remains());
  const auto all = coverage_of(old_regime, new_regime, pairs, item_standings({answer("O-1"), answer("O-2"), answer("N-3")}, {}));
  EXPECT_EQ(all.count(CoverageState::whole), 1u);
  EXPECT_EQ(all.count(CoverageState::part), 1u);
  EXPECT_EQ(all.count(CoverageState::none), 1u);
  EXPECT_EQ(all.answered(), 2u) << "N-1 by O-1, N-3 by itself";
  EXPECT_EQ(all.remaining(), 1u);
}

TEST(Coverage, is_demonstrated_only_with_a_document_in_force) {
  const std::vector<RequirementPair> pairs = {pair("old", "O-1", "new", "N-1", covers)};
  const auto shown = answer("O-1", DemonstrationState::demonstrated);
  EXPECT_FALSE(first_item(pairs, {shown}).demonstrated);
  const auto found = first_item(pairs, {shown}, {{"O-1", "PV1"}});
  EXPECT_TRUE(found.demonstrated);
  EXPECT_THAT(found.pairs[0].standing.evidence, ElementsAre("PV1"));
  EXPECT_FALSE(first_item(pairs, {answer("O-1")}, {{"O-1", "PV1"}}).demonstrated) << "written only";
}

TEST(Coverage, leaves_out_what_is_excluded) {
  auto excluded = answer("N-1");
  excluded.applicability = Applicability::excluded;
  const auto found = first_item({}, {excluded});
  EXPECT_FALSE(found.answered);
  EXPECT_FALSE(found.remains());
  auto origin = answer("O-1");
  origin.applicability = Applicability::excluded;
  EXPECT_TRUE(first_item({pair("old", "O-1", "new", "N-1", equal)}, {origin}).remains()) << "what was excluded answers nothing";
}

TEST(Coverage, of_an_item_that_no_pair_names_is_that_of_its_parts) {
  auto with_parts = new_regime;
  with_parts.items[1].part_of = with_parts.items[2].part_of = "N-1";
  const auto of = [&](const std::vector<RequirementPair>& pairs) {
    return coverage_of(old_regime, with_parts, pairs, item_standings({answer("O-1")}, {})).items.front();
  };
  const auto one = pair("old", "O-1", "new", "N-2", equal), other = pair("old", "O-1", "new", "N-3", equal);
  EXPECT_EQ(of({}).state, CoverageState::none);
  EXPECT_EQ(of({one}).state, CoverageState::part);
  EXPECT_TRUE(of({one}).remains());
  EXPECT_EQ(of({one, other}).state, CoverageState::whole);
  EXPECT_TRUE(of({one, other}).by_parts);
  EXPECT_FALSE(of({one, other}).remains());
  EXPECT_EQ(of({one, other, pair("old", "O-2", "new", "N-1", overlaps)}).state, CoverageState::part) << "what is said of the item itself goes first";
}

TEST(Coverage, leaves_out_items_of_activities_that_the_hospital_has_not) {
  auto with_activities = new_regime;
  with_activities.items[0].activities = {1, 2};
  const auto count = [&](const std::vector<int>& activities) { return coverage_of(old_regime, with_activities, {}, {}, activities).items.size(); };
  EXPECT_EQ(count({}), 3u);
  EXPECT_EQ(count({2, 6}), 3u);
  EXPECT_EQ(count({5}), 2u);
}

TEST(TakenAnswers, cite_where_they_come_from_and_never_stand_higher) {
  const auto taken = answers_to_take(old_regime, new_regime, {pair("old", "O-1", "new", "N-1", covers), pair("old", "O-2", "new", "N-2", overlaps)},
                                     {answer("O-1", DemonstrationState::defined), answer("O-2")});
  ASSERT_EQ(taken.size(), 1u) << "a part is no answer";
  EXPECT_EQ(taken[0].answer.item, "N-1");
  EXPECT_EQ(taken[0].item, "O-1");
  EXPECT_EQ(taken[0].answer.state, DemonstrationState::defined);
  EXPECT_THAT(taken[0].answer.statement, HasSubstr("O-1 du référentiel «\u00A0Titre old\u00A0»"));
  EXPECT_THAT(taken[0].answer.statement, testing::EndsWith("\n\nDit."));
}

TEST(TakenAnswers, never_replace_one_that_is_there) {
  const std::vector<RequirementPair> pairs = {pair("old", "O-1", "new", "N-1", equal)};
  Answer begun;
  begun.item = "n-1"; // without a word yet
  EXPECT_THAT(answers_to_take(old_regime, new_regime, pairs, {answer("O-1"), begun}), IsEmpty());
  EXPECT_THAT(answers_to_take(old_regime, new_regime, pairs, {}), IsEmpty());
}

} // namespace
