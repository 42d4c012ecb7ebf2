#include "gui/presenter/palette.hpp"
#include "gui/presenter/rows.hpp"

#include <gtest/gtest.h>

namespace hdskit::gui {
namespace {

std::vector<std::string> column(const ListRows& rows, std::size_t index) {
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < rows.count; ++row) texts.push_back(rows.cells(row).at(index).text);
  return texts;
}

ListRows three() {
  return rows_at_hand({{"Name"}, {"Beds", CellKind::number}},
                      {{"1", {{"Évreux"}, {"90"}}}, {"2", {{"bayeux"}, {"1000"}}}, {"3", {{"Zuydcoote"}, {"", Tone::faint}}}});
}

using Texts = std::vector<std::string>;

TEST(SortedRows, puts_accents_and_capitals_where_a_reader_looks_for_them) {
  EXPECT_EQ(column(sorted_rows(three(), 0, false), 0), (Texts{"bayeux", "Évreux", "Zuydcoote"}));
  EXPECT_EQ(column(sorted_rows(three(), 0, true), 0), (Texts{"Zuydcoote", "Évreux", "bayeux"}));
}

TEST(SortedRows, orders_numbers_by_value_and_keeps_keys_with_their_rows) {
  const auto rows = sorted_rows(three(), 1, true);
  EXPECT_EQ(rows.key(0), "2");
  EXPECT_EQ(rows.key(1), "1");
}

TEST(Sheet, of_a_tree_tells_the_depth_of_each_row) {
  const TreeRows tree{{{"Item"}}, {{"a", TreeNode::none, {{"A"}}}, {"b", 0, {{"B"}}}, {"c", 1, {{"C"}}}, {"d", TreeNode::none, {{"D"}}}}};
  const auto sheet = sheet_of(tree, "Plan");
  Texts depths;
  for (const auto& row : sheet.rows) depths.push_back(row.at(0));
  EXPECT_EQ(depths, (Texts{"1", "2", "3", "1"}));
  EXPECT_EQ(sheet.columns.size(), 2u);
}

TEST(Sheet, of_a_list_holds_every_row) {
  const auto sheet = sheet_of(three(), "Clients");
  EXPECT_EQ(sheet.title, "Clients");
  ASSERT_EQ(sheet.rows.size(), 3u);
  EXPECT_EQ(sheet.rows[1], (Texts{"bayeux", "1000"}));
}

TEST(Palette, keeps_every_ink_readable_on_its_ground) {
  constexpr double readable = 4.5; // WCAG 2.1, 1.4.3, level AA
  for (const bool dark : {false, true})
    for (const auto tone : {Tone::neutral, Tone::good, Tone::warning, Tone::bad, Tone::faint})
      EXPECT_GE(contrast(ink(tone, dark), ground(dark)), readable) << (dark ? "dark " : "light ") << static_cast<int>(tone);
}

TEST(Palette, measures_contrast_as_wcag_does) {
  EXPECT_NEAR(contrast({0, 0, 0}, {255, 255, 255}), 21.0, 0.001);
  EXPECT_NEAR(contrast({255, 255, 255}, {119, 119, 119}), 4.48, 0.01); // the well-known grey that just fails
}

} // namespace
} // namespace hdskit::gui
