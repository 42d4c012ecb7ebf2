#include "toolkit/frameworks/deming_table.hpp"

#include "tests/frameworks/findings.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/exchange/sheet.hpp"
#include "toolkit/exchange/table_reader.hpp"

namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::SizeIs;
using tests::finding;
using tests::listing;

const std::vector<std::string> headings = {"Framework", "Domain",     "Description du domaine", "Clause", "Name", "Description", "Attributs", "Input", "Modèle",
                                           "Indicator", "Action Plan"};

FrameworkLibrary imported(std::vector<std::vector<std::string>> rows, const std::vector<std::string>& columns = headings) {
  Sheet sheet{.title = "measures", .columns = {}, .rows = std::move(rows)};
  for (const auto& heading : columns) sheet.columns.push_back({heading, CellKind::text});
  const ScratchFolder folder;
  const auto file = folder.path() / "deming.xlsx";
  write_xlsx(file, sheet);
  return read_library_table(read_table(read_file(file), "deming.xlsx"), "deming.xlsx");
}

TEST(DemingTable, is_read_by_the_places_of_its_columns) {
  const auto library = imported({{"Port", "P.1", "Quais", "P.1.1", "Bollards", "Chaque bollard tient.", "#a", "photographies\nplan", "m", "i", "p"},
                                 {"Port", "P.1", "Quais", "P.1.2", "Échelles", "Une tous les dix mètres."},
                                 {"Bassin", "B", "", "1", "Fond", "Sondé."}});
  ASSERT_EQ(listing(library.defects), "");
  ASSERT_THAT(library.frameworks, SizeIs(2));
  const auto& port = library.frameworks[0];
  EXPECT_EQ(port.checklist.id, "deming-Port");
  EXPECT_EQ(port.requirements, 2);
  EXPECT_EQ(port.assessable, 2);
  ASSERT_THAT(port.checklist.items, SizeIs(2));
  EXPECT_EQ(port.checklist.items[0].id, "deming-Port-P.1.1");
  EXPECT_EQ(port.checklist.items[0].title.french, "Bollards");
  EXPECT_EQ(port.checklist.items[0].wording.french, "Chaque bollard tient.");
  ASSERT_THAT(port.checklist.items[0].evidence, SizeIs(2));
  EXPECT_EQ(port.checklist.items[0].evidence[1].label.french, "plan");
  EXPECT_EQ(port.checklist.obligations[0].title.french, "P.1 Quais");
  EXPECT_EQ(library.frameworks[1].checklist.items[0].id, "deming-Bassin-1");
}

TEST(DemingTable, may_have_headings_in_any_language) {
  const auto library = imported({{"A", "B", "", "1", "N", "T"}}, {"Référentiel", "Domaine", "?", "Mesure", "Nom", "Texte"});
  EXPECT_EQ(listing(library.defects), "");
  EXPECT_THAT(library.frameworks, SizeIs(1));
}

TEST(DemingTable, names_all_defects_with_their_rows) {
  const auto library =
      imported({{"", "D", "", "1", "N", "T"}, {"A", "D", "", "1", "N", "T"}, {"A", "D", "", "1", "M", "T"}, {"A", "D", "", "", "N", "T"}, {"A", "D", "", "2"}});
  EXPECT_THAT(library.defects, ElementsAre(finding(2, "Column A"), finding(4, "first in line 3"), finding(5, "Column D"), finding(6, "neither a name")));
}

TEST(DemingTable, of_another_shape_is_refused) {
  EXPECT_THAT(imported({{"a", "b"}}, {"x", "y"}).defects, ElementsAre(finding(1, "2 columns")));
  EXPECT_THAT(imported({}).defects, ElementsAre(finding(1, "No row")));
}

} // namespace
