#include "toolkit/risk/coverage.hpp"

#include "tests/risk/sound_study.hpp"
#include "toolkit/risk/minimum_event.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace hdskit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Covered covered(const Study& study, const std::string& id) {
  const auto entries = minimum_event_coverage(study);
  const auto found = std::ranges::find(entries, id, &Covered::id);
  EXPECT_NE(found, entries.end()) << id;
  return *found;
}

Study naming(std::vector<std::vector<std::string>> events) {
  Study study;
  for (std::size_t i = 0; i < events.size(); ++i) study.risks.push_back({.reference = "R" + std::to_string(i + 1), .minimum_events = std::move(events[i])});
  return study;
}

TEST(MinimumEvents, go_from_A_to_H_with_their_parts) {
  std::vector<std::string> ids;
  for (const auto& event : minimum_events()) {
    ids.push_back(event.id);
    EXPECT_FALSE(event.title.french.empty() || event.title.english.empty());
  }
  EXPECT_THAT(ids, ElementsAre("A", "B", "B.a", "B.b", "B.c", "C", "D", "D.a", "D.b", "D.c", "D.d", "E", "F", "G", "H"));
}

TEST(MinimumEvents, are_covered_by_the_risks_that_name_them) {
  const auto study = naming({{"A", "D.a"}, {"a"}, {"EXI 05 D a"}, {"Z"}});
  EXPECT_THAT(covered(study, "A").risks, ElementsAre("R1", "R2"));
  EXPECT_THAT(covered(study, "D.a").risks, ElementsAre("R1", "R3"));
  EXPECT_THAT(covered(study, "H").risks, IsEmpty());
}

TEST(MinimumEvents, with_parts_are_covered_once_each_part_is) {
  EXPECT_THAT(covered(naming({{"B.a"}, {"B.b"}}), "B").risks, IsEmpty());
  EXPECT_THAT(covered(naming({{"B.a"}, {"B.b", "B.c"}}), "B").risks, ElementsAre("R1", "R2"));
}

TEST(MinimumEvents, named_as_a_whole_do_not_cover_their_parts) {
  EXPECT_THAT(covered(naming({{"D"}}), "D").risks, ElementsAre("R1"));
  EXPECT_THAT(covered(naming({{"D"}}), "D.b").risks, IsEmpty());
}

TEST(MinimumEvents, show_the_operational_scenarios_behind_the_risks) {
  auto study = sound_study(); // R1 names E and grew into SO1
  EXPECT_THAT(covered(study, "E").operational, ElementsAre("SO1"));
  study.risks[0].scenario = "SS1";
  EXPECT_THAT(covered(study, "E").operational, ElementsAre("SO1"));
  study.risks[0].scenario = "";
  EXPECT_THAT(covered(study, "E").operational, IsEmpty());
}

TEST(Obligations, are_covered_by_the_risks_that_name_them) {
  Study study;
  study.risks = {{.reference = "R1", .obligations = {"continuity"}}, {.reference = "R2", .obligations = {"Continuity", "security"}}};
  const auto entries = obligation_coverage(study, {{"continuity", "Continuity of care"}, {"archives", "Archives"}});
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_THAT(entries[0].risks, ElementsAre("R1", "R2"));
  EXPECT_EQ(entries[0].title.in_current_language(), "Continuity of care");
  EXPECT_THAT(entries[1].risks, IsEmpty());
}

TEST(FearedEvents, without_scenario_are_those_that_no_scenario_and_no_risk_names) {
  Study study;
  study.feared_events = {{.reference = "ER1"}, {.reference = "ER2"}, {.reference = "ER3"}, {.reference = "ER4", .retention = Retention::set_aside}};
  study.strategic_scenarios = {{.reference = "SS1", .feared_events = {"er1"}}};
  study.risks = {{.reference = "R1", .feared_events = {"ER2"}}};
  EXPECT_THAT(feared_events_without_scenario(study), ElementsAre("ER3"));
}

} // namespace
} // namespace hdskit
