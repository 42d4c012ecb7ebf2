#include "toolkit/base/text.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

namespace {

using namespace hdskit;

TEST(ShippedChecklists, bear_the_name_of_their_file_and_read_without_a_defect) {
  for (const auto& id : shipped_checklist_ids()) EXPECT_EQ(checklist_of(shipped_checklist(id), id).id, id);
}

TEST(ShippedChecklists, give_no_item_an_id_that_another_one_has) {
  std::map<std::string, std::string> seen; // folded item, checklist
  for (const auto& id : shipped_checklist_ids())
    for (const auto& item : checklist_of(shipped_checklist(id), id).items) {
      const auto [place, fresh] = seen.emplace(folded(item.id), id);
      EXPECT_TRUE(fresh) << item.id << " stands in " << id << " and in " << place->second;
    }
}

TEST(ShippedChecklists, suit_the_schema) {
  for (const auto& id : shipped_checklist_ids()) {
    const std::string folder = std::string{SOURCE_DIR} + "/checklists/";
    EXPECT_EQ(std::system(("xmllint --nonet --noout --relaxng '" + folder + "checklist.rng' '" + folder + id + ".xml' >/dev/null").c_str()), 0) << id;
  }
}

} // namespace
