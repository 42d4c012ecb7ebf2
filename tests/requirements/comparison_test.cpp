#include "toolkit/requirements/comparison.hpp"

#include "toolkit/requirements/checklist_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace hdskit;

Checklist with_items(const std::vector<std::string>& ids) {
  Checklist made;
  for (const auto& id : ids) made.items.emplace_back().id = id;
  return made;
}

std::vector<std::string> shown(const std::vector<Checklist>& checklists) {
  std::vector<const Checklist*> given;
  for (const auto& checklist : checklists) given.push_back(&checklist);
  std::vector<std::string> lines;
  for (const auto& line : compared(given)) {
    auto& text = lines.emplace_back(line.key + ":");
    for (const auto* item : line.items) text += " " + (item ? item->id : "-");
  }
  return lines;
}

TEST(Comparison, puts_what_a_family_calls_alike_on_one_line) {
  EXPECT_THAT(shown({with_items({"PMSI-A-cost", "PMSI-A-airlock"}), with_items({"PMSI-B-airlock", "PMSI-B-contract"})}),
              testing::ElementsAre("cost: PMSI-A-cost -", "airlock: PMSI-A-airlock PMSI-B-airlock", "contract: - PMSI-B-contract"));
}

TEST(Comparison, keeps_numbers_of_different_families_apart) {
  EXPECT_THAT(shown({with_items({"SOA-5-1", "SOA-6-1"}), with_items({"R1111-5-1", "R1111-6-1"})}),
              testing::ElementsAre("5-1: SOA-5-1 -", "6-1: SOA-6-1 -", "5-1: - R1111-5-1", "6-1: - R1111-6-1"));
}

TEST(Comparison, compares_versions_of_one_framework_by_id) {
  EXPECT_THAT(shown({with_items({"EXI-01", "HDS-1"}), with_items({"exi-01", "HDS-2"})}),
              testing::ElementsAre("EXI-01: EXI-01 exi-01", "HDS-1: HDS-1 -", "HDS-2: - HDS-2"));
}

TEST(Comparison, sets_the_three_ways_to_the_pmsi_side_by_side) {
  std::vector<Checklist> ways;
  for (const std::string id : {"pmsi-atih", "pmsi-casd", "pmsi-ad-hoc"}) ways.push_back(checklist_of(shipped_checklist(id), id));
  const auto lines = compared({&ways[0], &ways[1], &ways[2]});
  const auto together = std::ranges::count_if(lines, [](const ComparedLine& line) { return std::ranges::count(line.items, nullptr) == 0; });
  EXPECT_EQ(together, 13) << "all that the bubbles ask is asked of the three";
}

} // namespace
