#include "toolkit/habilitation/small_counts.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::IsEmpty;

struct Seen {
  std::string_view rule;
  std::uint64_t line;
  std::string column;
  bool operator==(const Seen&) const = default;
};
using Table = std::vector<std::vector<std::string>>;

std::vector<Seen> seen(const std::vector<std::string>& headings, const Table& rows, std::int64_t threshold = usual_small_count) {
  SmallCountCheck check{headings, threshold};
  std::uint64_t line = 1;
  for (const auto& row : rows) check.take(row, ++line);
  std::vector<Seen> all;
  for (const auto& finding : check.end().findings) all.push_back({finding.rule, finding.line, finding.column});
  return all;
}

TEST(SmallCounts, are_told_with_line_and_column) {
  EXPECT_THAT(seen({"service", "séjours"}, {{"A", "11"}, {"B", "10"}, {"C", "0"}}), ElementsAre(Seen{"small-count", 3, "séjours"}));
  EXPECT_THAT(seen({"service", "séjours"}, {{"B", "10"}}, 10), IsEmpty());
}

TEST(SmallCounts, are_read_as_French_tables_write_numbers) {
  EXPECT_THAT(seen({"service", "séjours"}, {{"A", "1 204"}, {"B", "1\u00A0204"}, {"C", "1\u202F204"}}), IsEmpty());
}

TEST(SmallCounts, years_rates_and_codes_count_nobody) {
  EXPECT_THAT(seen({"Année", "Taux", "Code GHM", "Rang", "Durée moyenne"}, {{"5", "3", "7", "1", "4"}}), IsEmpty());
  EXPECT_THAT(seen({"codeurs"}, {{"5"}}), ElementsAre(Seen{"small-count", 2, "codeurs"})) << "whole words only";
}

TEST(SmallCounts, columns_that_identify_are_told_once) {
  EXPECT_THAT(seen({"Commune de résidence", "effectif"}, {{"36", "50"}, {"36", "60"}}), ElementsAre(Seen{"identifying-column", 0, "Commune de résidence"}));
}

TEST(SmallCounts, a_hidden_cell_that_follows_from_the_total_is_no_secret) {
  EXPECT_THAT(seen({"service", "femmes", "hommes", "total"}, {{"A", "40", "", "44"}}), ElementsAre(Seen{"derivable", 2, "hommes"}));
  EXPECT_THAT(seen({"service", "femmes", "hommes", "total"}, {{"A", "", "", "44"}}), ElementsAre());
  EXPECT_THAT(seen({"service", "femmes", "hommes", "total"}, {{"A", "20", "", "44"}}), IsEmpty()) << "24 persons are many";
}

TEST(SmallCounts, a_line_per_person_is_seen) {
  Table rows;
  for (int i = 0; i < 40; ++i) rows.push_back({"ID" + std::to_string(i), "12"});
  EXPECT_THAT(seen({"identifiant", "n"}, rows), ElementsAre(Seen{"identifying-column", 0, "identifiant"}, Seen{"line-per-person", 0, "identifiant"}));
}

TEST(SmallCounts, findings_have_an_end_and_the_rest_is_counted) {
  SmallCountCheck check{{"n"}};
  for (std::uint64_t line = 2; line < 1502; ++line) check.take({"3"}, line);
  const auto report = check.end();
  EXPECT_EQ(report.findings.size(), 1000u);
  EXPECT_EQ(report.unsaid, 500u);
  EXPECT_EQ(report.cells, 1500u);
}

} // namespace
} // namespace tests
