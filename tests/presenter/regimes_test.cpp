#include "gui/presenter/regimes_certification.hpp"
#include "gui/presenter/regimes_coverage.hpp"
#include "gui/presenter/regimes_frameworks.hpp"
#include "gui/presenter/regimes_pairs.hpp"
#include "gui/presenter/scope_wizard.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/framework_store.hpp"
#include "toolkit/requirements/requirement_pair.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using namespace hdskit::gui;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::acting;

namespace {

class RegimesTest : public testing::Test {
protected:
  std::shared_ptr<const RegimesMap> map() { return read_regimes_map(Workspace::open(location), today); }
  void follow(const std::string& id, bool take = false) {
    const auto read = map();
    follow_regime(session, following_offer(*read, *read->regime(id)), take);
  }
  /// Answers the first item of the agrément that answers one of HDS v2 whole; the two items.
  RequirementPair answer_one() {
    for (const auto& pair : shipped_pairs())
      if (pair.from_framework == "agrement-2006" && pair.to_framework == "hds-v2" && pair.strength == MappingStrength::covers) return answered(pair);
    return answered(
        {.id = {}, .from_framework = "agrement-2006", .from_item = "R1111-14-3-b", .to_framework = "hds-v2", .to_item = "EXI-25", .origin = "", .note = ""});
  }

  ScratchFolder folder;
  const std::string location = (folder.path() / "hopital.hds").string();
  const Date today = *Date::of(2026, 11, 22);
  Session session{created(), Seat{"Claire Martin", [] { return *Instant::parse("2026-11-22T10:15:00Z"); }}};

private:
  const std::string& created() const {
    auto workspace = Workspace::create(location, acting());
    workspace.change(acting(), [](Change& change) { adopt_checklist(change, std::string{shipped_checklist("agrement-2006")}); });
    return location;
  }
  RequirementPair answered(const RequirementPair& pair) {
    session.change("answer", [&](Change& change) {
      if (pair.strength != MappingStrength::covers) {
        auto own = pair;
        own.strength = MappingStrength::covers;
        put_pairs(change, {own});
      }
      Answer answer;
      answer.item = pair.from_item;
      answer.statement = "Les sauvegardes sont testées.";
      answer.state = DemonstrationState::written;
      give_answer(change, all_checklists(change.workspace()), answer);
    });
    return pair;
  }
};

std::vector<std::string> cells_of(const ListRows& rows, const std::string& key) {
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < rows.count; ++row)
    if (rows.key(row) == key)
      for (const auto& cell : rows.cells(row)) texts.push_back(cell.text);
  return texts;
}

std::string all_words(const std::vector<Cell>& lines) {
  std::string words;
  for (const auto& line : lines) words += line.text + "\n";
  return words;
}

} // namespace

TEST_F(RegimesTest, the_main_checklist_comes_first_and_every_shipped_framework_is_listed) {
  const auto read = map();
  ASSERT_EQ(read->regimes.size(), shipped_checklist_ids().size());
  EXPECT_EQ(read->regimes.front().id(), "agrement-2006");
  EXPECT_EQ(read->regimes.front().use, RegimeUse::main);
  const auto cells = cells_of(regime_rows(*read), "hds-v2");
  EXPECT_THAT(cells, Contains("31"));
  EXPECT_THAT(cells, Contains("○ not followed"));
}

TEST_F(RegimesTest, following_is_one_step_that_takes_answers_over_with_where_they_come_from) {
  const auto pair = answer_one();
  follow("hds-v2", true);
  auto workspace = Workspace::open(location);
  ASSERT_TRUE(answer_to(workspace, pair.to_item));
  EXPECT_THAT(answer_to(workspace, pair.to_item)->statement, HasSubstr(pair.from_item));
  EXPECT_EQ(map()->regime("hds-v2")->use, RegimeUse::followed);
  session.undo();
  EXPECT_FALSE(answer_to(workspace, pair.to_item));
  EXPECT_EQ(map()->regime("hds-v2")->use, RegimeUse::not_followed);
}

TEST_F(RegimesTest, answers_stay_when_a_framework_is_let_go) {
  const auto pair = answer_one();
  follow("hds-v2", true);
  stop_following(session, *map()->regime("hds-v2"));
  EXPECT_EQ(map()->regime("hds-v2")->use, RegimeUse::not_followed);
  EXPECT_TRUE(answer_to(Workspace::open(location), pair.to_item));
  EXPECT_THAT(stop_fault(*map()->regime("agrement-2006")), Not(IsEmpty()));
}

TEST_F(RegimesTest, a_cell_of_the_heat_map_says_its_shares_in_words_and_the_theme_what_is_still_asked) {
  const auto pair = answer_one();
  const auto read = map();
  const auto coverage = regime_coverage(*read, "hds-v2");
  ASSERT_EQ(coverage.columns.size(), 1u);
  const auto all = cells_of(coverage_rows(coverage), std::string{all_themes});
  EXPECT_THAT(all[1], HasSubstr("whole"));
  EXPECT_THAT(all[1], HasSubstr("not"));
  const auto items = coverage.to->checklist.items.size();
  EXPECT_EQ(all[2], "⚠ " + std::to_string(coverage.columns[0].coverage.remaining()) + " of " + std::to_string(items));
  const auto item = cells_of(covered_item_rows(coverage, all_themes, std::nullopt), pair.to_item);
  EXPECT_EQ(item[2], "● whole");
  EXPECT_EQ(item[3], "◑ answered");
  EXPECT_THAT(all_words(covered_item_sentences(coverage, pair.to_item, 0)), HasSubstr(pair.from_item));
}

TEST_F(RegimesTest, items_of_all_that_is_followed_lead_to_where_they_are_answered) {
  follow("hds-v2");
  const auto read = map();
  EXPECT_EQ(item_to_answer(*read->regime("hds-v2"), "EXI-05"), "EXI-05");
  EXPECT_EQ(item_to_answer(*read->regime("agrement-2006"), "R1111-9-1"), "R1111-9-1");
  EXPECT_EQ(framework_to_answer(*read->regime("hds-v2")), "framework:hds-v2");
  const auto problem = tests::problem_of([&] { item_to_answer(*read->regime("snds-2024"), "SNDS24-1"); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.remedy(), HasSubstr("Follow it"));
}

TEST_F(RegimesTest, a_map_of_nothing_says_what_to_follow_first) {
  const auto read = map();
  const auto coverage = regime_coverage(*read, "agrement-2006");
  EXPECT_EQ(coverage_rows(coverage).count, 0u);
  EXPECT_THAT(coverage_sentence(coverage).text, HasSubstr("No other framework is followed"));
}

TEST_F(RegimesTest, an_own_pair_takes_the_place_of_the_shipped_one) {
  const auto read = map();
  const auto shipped = std::ranges::find_if(read->pairs, [](const RequirementPair& pair) { return !pair.id && pair.from_framework == "agrement-2006"; });
  ASSERT_NE(shipped, read->pairs.end());
  const auto before = pair_rows(*read, shipped->from_framework, shipped->to_framework).count;
  session.change("overrule", [&](Change& change) {
    auto own = overruling(*shipped);
    for (auto& [name, value] : own)
      if (name == "strength") value = "related";
    pair_kind().add(change, own);
  });
  const auto after = map();
  const auto rows = pair_rows(*after, shipped->to_framework, shipped->from_framework); // read the other way
  EXPECT_EQ(rows.count, before);
  EXPECT_EQ(pair_of_key(*after, key_of_pair(*shipped)), nullptr);
  EXPECT_THAT(pairs_sentence(*after, shipped->from_framework, shipped->to_framework).text, HasSubstr("1 of your own"));
}

TEST(Regimes, a_version_of_more_digits_is_newer) {
  EXPECT_TRUE(is_newer("10", "9"));
  EXPECT_FALSE(is_newer("9", "10"));
  EXPECT_FALSE(is_newer("2", "2"));
}

TEST(Regimes, the_clock_of_a_non_conformity_runs_three_months) {
  Nonconformity one;
  one.found_on = Date::of(2026, 8, 22);
  EXPECT_EQ(clock_cell(one, *Date::of(2026, 11, 20)).text, "◔ 2 days left");
  EXPECT_EQ(clock_cell(one, *Date::of(2026, 11, 23)).tone, Tone::bad);
  one.state = NonconformityState::closed;
  EXPECT_EQ(clock_cell(one, *Date::of(2027, 11, 23)).text, "✔ closed");
}

TEST_F(RegimesTest, the_page_on_transfers_is_refused_with_what_is_missing) {
  const auto read = map();
  EXPECT_EQ(transfer_defects(*read).size(), 2u); // no host, no actor
  const auto file = folder.path() / "transferts.html";
  EXPECT_THROW(write_transfer_page(*read, "", file), Problem);
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(RegimesTest, scope_questions_go_back_and_their_outcome_is_recorded_with_the_way_to_it) {
  auto wizard = scope_wizard();
  EXPECT_TRUE(wizard.at_start());
  EXPECT_THROW(wizard.record(session), Problem);
  const auto first = wizard.heading();
  wizard.answer(ScopeAnswer::yes);
  wizard.back();
  EXPECT_EQ(wizard.heading(), first);
  int asked = 0;
  for (; !wizard.ended() && asked < 50; ++asked) wizard.answer(ScopeAnswer::yes);
  ASSERT_TRUE(wizard.ended());
  wizard.record(session);
  const auto decisions = map()->certification.scope_decisions;
  ASSERT_EQ(decisions.size(), 1u);
  EXPECT_EQ(decisions[0].answers.size(), static_cast<std::size_t>(asked));
  EXPECT_EQ(decisions[0].decided_by, "Claire Martin");
}

TEST(Regimes, know_the_subjects_that_lead_to_them) {
  EXPECT_EQ(regimes_subject("nonconformity:NC1"), (RegimesSubject{"nonconformity", "NC1"}));
  EXPECT_EQ(regimes_subject("framework:hds-v2"), (RegimesSubject{"framework", "hds-v2"}));
  EXPECT_FALSE(regimes_subject("risk:R1"));
}
