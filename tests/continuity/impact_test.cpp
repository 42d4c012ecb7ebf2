#include "toolkit/continuity/continuity.hpp"
#include "toolkit/workspace/journalled_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace hdskit {
namespace {

TEST(Continuity, has_a_journalled_table_for_each_of_its_lists) {
  const Continuity empty;
  for_each_continuity_list(empty, [](const char*, const auto& list) {
    using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
    const auto kind = Record::type().kind;
    EXPECT_TRUE(std::ranges::any_of(journalled_tables, [&](const JournalledTable& table) { return table.name == kind; })) << kind;
  });
}

} // namespace
} // namespace hdskit
