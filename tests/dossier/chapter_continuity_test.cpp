#include "tests/continuity/small_hospital.hpp"
#include "tests/dossier/sample_input.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/chapter.hpp"
#include "toolkit/dossier/deadlines.hpp"
#include "toolkit/dossier/template_filler.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

namespace {

const Chapter& chapter(std::string_view id) { return **std::ranges::find(all_chapters(), id, &Chapter::id); }

class ChaptersOfContinuity : public testing::Test {
protected:
  ChaptersOfContinuity() { facts.continuity = sound_hospital(); }
  ChapterInput input() const { return {.facts = facts, .annexes = annexes, .gaps = gaps, .day = day(2026, 11, 22), .version = "1"}; }
  static std::string shipped(std::string_view id) { return read_file(SOURCE_DIR "/templates/" + std::string{id} + ".md"); }
  /// Without the strokes that keep Markdown from reading the words.
  std::string printed(std::string_view id) const {
    const LanguageScope french{Language::french};
    return replaced(fill_template(id, shipped, chapter(id).gather(input())), "\\", "");
  }
  page::Blocks blocks(std::string_view id) const {
    const LanguageScope french{Language::french};
    const auto words = chapter(id).gather(input());
    return page::blocks_of_markdown(fill_template(id, shipped, words), std::string{id}, words.figures());
  }

  DossierInput facts = tests::complete_input();
  std::vector<PlannedAnnex> annexes = plan_annexes(facts);
  std::vector<Gap> gaps;
};

std::size_t figures_in(const page::Blocks& blocks) {
  return static_cast<std::size_t>(std::ranges::count_if(blocks, [](const page::Block& block) { return std::holds_alternative<page::Figure>(block.value); }));
}

} // namespace

TEST_F(ChaptersOfContinuity, are_there_only_when_there_is_something_to_tell) {
  EXPECT_TRUE(chapter("continuite").present(input()));
  EXPECT_TRUE(chapter("reprise").present(input()));
  std::erase_if(facts.continuity.plans, [](const ContinuityPlan& plan) { return plan.kind == PlanKind::recovery; });
  EXPECT_FALSE(chapter("reprise").present(input()));
  facts.continuity = {};
  EXPECT_FALSE(chapter("continuite").present(input()));
}

TEST_F(ChaptersOfContinuity, the_impact_grows_from_column_to_column_with_its_worst_axes) {
  const auto text = printed("continuite");
  EXPECT_THAT(text, HasSubstr("| Activité | 1\u00A0h | 4\u00A0h | 8\u00A0h |"));
  EXPECT_THAT(text, HasSubstr("| **ACT1** Emergencies | 2 | 3\u00A0P\u00A0S | **4\u00A0P** |"));
}

TEST_F(ChaptersOfContinuity, objectives_stand_in_both_languages_with_what_is_needed) {
  EXPECT_THAT(printed("continuite"), AllOf(HasSubstr("DMIA (RTO)"), HasSubstr("| **ACT1** Emergencies | 4\u00A0h | 1\u00A0j | 8\u00A0h | 8\u00A0h |"),
                                           HasSubstr("| Head of emergencies | DPI |")));
}

TEST_F(ChaptersOfContinuity, a_sound_hospital_has_no_finding) {
  EXPECT_THAT(printed("continuite"), HasSubstr("Aucun constat"));
  EXPECT_EQ(figures_in(blocks("continuite")), 1u) << "the time line of PC2";
}

TEST_F(ChaptersOfContinuity, a_broken_promise_is_told_with_its_way_and_drawn) {
  facts.continuity.activities[0].rpo = facts.continuity.services[0].rpo = Minutes{240};
  facts.continuity.exercises[0].achieved_rpo = Minutes{200};
  EXPECT_THAT(printed("continuite"), AllOf(HasSubstr("▲"), HasSubstr("ACT1 → DPI → CMP1 → CMP2 → SV1")));
  EXPECT_EQ(figures_in(blocks("continuite")), 2u);
  for (const auto& block : blocks("continuite"))
    if (const auto* figure = std::get_if<page::Figure>(&block.value)) { EXPECT_LE(figure->drawing.width, 460); }
}

TEST_F(ChaptersOfContinuity, a_late_corrective_action_is_marked) {
  EXPECT_THAT(printed("continuite"), Not(HasSubstr("en retard")));
  facts.continuity.corrections[0].due = day(2026, 11, 21);
  EXPECT_THAT(printed("continuite"), HasSubstr("**en retard**"));
}

TEST_F(ChaptersOfContinuity, a_year_without_exercise_is_marked) { EXPECT_THAT(printed("continuite"), HasSubstr("| **2028** | **aucun** |")); }

TEST_F(ChaptersOfContinuity, the_care_programme_is_told_objective_by_objective) {
  EXPECT_THAT(printed("continuite"), AllOf(HasSubstr("**O1.c**"), HasSubstr("**O4.a**")));
}

TEST_F(ChaptersOfContinuity, promised_planned_and_achieved_stand_side_by_side) {
  EXPECT_THAT(printed("reprise"), HasSubstr("| **DPI** DPI | 3\u00A0h\u00A030 | 1\u00A0j | 3\u00A0h | 3\u00A0h\u00A020 | EX1, 2\u00A0juin\u00A02026 |"));
  facts.continuity.services[0].rto = Minutes{180};
  EXPECT_THAT(printed("reprise"), HasSubstr("| 3\u00A0h | 3\u00A0h\u00A020 **dépassé** |"));
}

TEST_F(ChaptersOfContinuity, the_restore_order_begins_with_what_others_need) {
  const auto text = printed("reprise");
  EXPECT_LT(text.find("| 1 | CMP2 |"), text.find("| 2 | DPI |"));
  EXPECT_EQ(figures_in(blocks("reprise")), 1u);
}

namespace {

std::vector<std::string> uids(const DossierInput& facts) {
  std::vector<std::string> all;
  for (const auto& deadline : deadlines_of(facts, day(2026, 11, 22)))
    if (deadline.kind == DeadlineKind::continuity) all.push_back(deadline.uid + " " + deadline.day.iso());
  return all;
}

} // namespace

TEST_F(ChaptersOfContinuity, reviews_tests_and_corrective_actions_are_deadlines) {
  EXPECT_THAT(uids(facts), testing::UnorderedElementsAre("plan-PC1-review 2027-01-10", "plan-PC2-review 2027-01-10", "correction-AC1 2027-01-01",
                                                         "component-CMP1-test 2027-03-01", "component-CMP2-test 2027-03-01", "backup-SV1-test 2027-05-01"));
}

TEST_F(ChaptersOfContinuity, an_exercise_is_a_deadline_until_it_was_held) {
  EXPECT_THAT(uids(facts), Not(Contains(HasSubstr("exercise-"))));
  facts.continuity.exercises[0].held_on.reset();
  EXPECT_THAT(uids(facts), Contains("exercise-EX1 2026-06-01"));
  const auto deadlines = deadlines_of(facts, day(2026, 11, 22));
  EXPECT_EQ(find_deadline(deadlines, "exercise-EX1").subject, "exercise:EX1");
  EXPECT_EQ(find_deadline(deadlines, "plan-PC1-review").owner, "Director");
  facts.continuity.corrections[0].state = CorrectionState::done;
  EXPECT_THAT(uids(facts), Not(Contains(HasSubstr("correction-"))));
}
