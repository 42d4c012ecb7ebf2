#include "toolkit/page/odt_writer.hpp"

#include "tests/support/golden.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/page/markdown.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>
#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

using namespace hdskit;
using namespace hdskit::page;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

constexpr const char* tiny_png =
    "\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x02\x00\x00\x00\x01\x08\x00\x00\x00\x00\xd1\x49\x20\x56"
    "\x00\x00\x00\x0b\x49\x44\x41\x54\x78\xda\x63\x70\x38\x00\x00\x01\x43\x01\x01\x96\xb5\x00\x9b\x00\x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";

constexpr const char* sample_text = R"(
```contents
title: Sommaire
depth: 2
```

# Présentation {#presentation}

Un **gras**, un *italique*, du `code`, voir la [suite](#continuite), page [@page](#continuite), section [@section](#continuite), [@section](#annexe-PSSI) et <https://www.example.fr/?a=1&b=2>.

## Détail {#detail}

### Trop profond

- un
- deux :

  | a | b |
  |---|---|
  | 1 | 2 |

  suite
- trois

5. cinq
6. six

> **Note** attention

```
 x   y
z
```

# Continuité {#continuite}

| Service | RTO |
|:--|--:|
| **DPI** | 4 h |

Tableau : objectifs

```chart
A | 1
```

Figure : barres

```form-field
label: Nom
value: M. X < Y & Z
lines: 3
```

---

```page-break
```

Après.

# Glossaire {.unnumbered}

## Termes

# Historique {#historique .unnumbered .unlisted}

Fin.
)";

Document sample() {
  Document document{
      .metadata = {
          .title = "Dossier d’essai", .subject = "Essai", .author = "Rédaction", .keywords = "a, b", .created = *Instant::parse("2026-11-22T10:15:00Z")}};
  document.cover =
      Cover{.over_title = "Établissement", .title = "Titre & <essai>", .subtitle = "Sous-titre", .lines = {{"Version", "2"}}, .notice = "Confidentiel"};
  document.header_left = "À gauche";
  document.header_right = "À droite";
  document.footer_left = "Version 2";
  document.watermark = "PROJET";
  document.blocks = blocks_of_markdown(sample_text, "essai.md");
  document.blocks.push_back({Picture{.bytes = std::string(tiny_png, 68), .alternative = "deux points", .width_share = 0.5}});
  document.annexes = {{"annexe-PSSI", "Annexe 1 – Politique", "Annexe 1", "/ailleurs/pssi.pdf"}};
  return document;
}

using Parts = std::map<std::string, std::string>;

Parts parts_of(const std::filesystem::path& file) {
  Parts parts;
  auto* archive = zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  if (!archive) return parts;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
    zip_stat_t status;
    zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &status);
    std::string bytes(status.size, '\0');
    auto* entry = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
    zip_fread(entry, bytes.data(), bytes.size());
    zip_fclose(entry);
    parts[status.name] = bytes;
  }
  zip_discard(archive);
  return parts;
}

Parts written(const Document& document) {
  const ScratchFolder folder;
  write_odt(document, folder.path() / "a.odt");
  return parts_of(folder.path() / "a.odt");
}

struct Xml {
  pugi::xml_document document;
  explicit Xml(const std::string& text) {
    const auto result = document.load_buffer(text.data(), text.size(), pugi::parse_full | pugi::parse_ws_pcdata);
    if (!result) ADD_FAILURE() << result.description() << " at " << result.offset;
  }
  std::vector<pugi::xml_node> all(const char* path) const {
    std::vector<pugi::xml_node> nodes;
    for (const auto& found : document.select_nodes(path)) nodes.push_back(found.node());
    return nodes;
  }
  std::set<std::string> values(const char* path) const {
    std::set<std::string> values;
    for (const auto& found : document.select_nodes(path)) values.insert(found.attribute().value());
    return values;
  }
};

/// The text of an element as a reader sees it.
std::string seen(const pugi::xml_node& node) {
  std::string text;
  for (const auto& child : node.children()) {
    const std::string name = child.name();
    if (child.type() == pugi::node_pcdata) text += child.value();
    else if (name == "text:s") text += ' ';
    else if (name == "text:tab") text += '\t';
    else if (name == "text:line-break") text += '\n';
    else text += seen(child);
  }
  return text;
}

std::vector<std::string> seen_all(const Xml& xml, const char* path) {
  std::vector<std::string> texts;
  for (const auto& node : xml.all(path)) texts.push_back(seen(node));
  return texts;
}

Document of_text(const std::string& markdown) {
  return {.metadata = {.created = *Instant::parse("2026-11-22T10:15:00Z")}, .blocks = blocks_of_markdown(markdown, "x")};
}

} // namespace

TEST(Odt, is_recognised_by_its_first_bytes) {
  const ScratchFolder folder;
  write_odt(sample(), folder.path() / "a.odt");
  EXPECT_EQ(tests::read_bytes(folder.path() / "a.odt").substr(30, 47), "mimetypeapplication/vnd.oasis.opendocument.text");
}

TEST(Odt, has_well_formed_parts_that_the_manifest_lists) {
  const auto parts = written(sample());
  std::set<std::string> listed{"mimetype", "META-INF/manifest.xml", "/"}, present{"/"};
  for (const auto& path : Xml{parts.at("META-INF/manifest.xml")}.values("//manifest:file-entry/@manifest:full-path")) listed.insert(path);
  for (const auto& [name, bytes] : parts) {
    present.insert(name);
    if (name.ends_with(".xml") || name.ends_with(".svg")) Xml{bytes};
  }
  EXPECT_EQ(listed, present);
  EXPECT_EQ(parts.at("Pictures/picture2.png"), std::string(tiny_png, 68));
}

TEST(Odt, gives_the_same_bytes_for_the_same_document) {
  const ScratchFolder folder;
  write_odt(sample(), folder.path() / "a.odt");
  write_odt(sample(), folder.path() / "b.odt");
  EXPECT_TRUE(tests::read_bytes(folder.path() / "a.odt") == tests::read_bytes(folder.path() / "b.odt"));
}

TEST(Odt, names_only_styles_that_exist) {
  const auto parts = written(sample());
  const Xml content{parts.at("content.xml")}, styles{parts.at("styles.xml")};
  std::set<std::string> known;
  for (const auto* xml : {&content, &styles})
    for (const auto* path : {"//style:style/@style:name", "//text:list-style/@style:name", "//style:page-layout/@style:name", "//style:master-page/@style:name",
                             "//style:font-face/@style:name"})
      for (const auto& name : xml->values(path)) known.insert(name);
  for (const auto* xml : {&content, &styles})
    for (const auto* path : {"//@text:style-name", "//@table:style-name", "//@draw:style-name", "//@style:parent-style-name", "//@style:next-style-name",
                             "//@style:master-page-name", "//@style:page-layout-name", "//@style:font-name", "//@text:visited-style-name"})
      for (const auto& name : xml->values(path)) EXPECT_TRUE(known.contains(name)) << name;
}

TEST(Odt, links_and_numbers_point_to_places_that_exist) {
  const Xml content{written(sample()).at("content.xml")};
  auto places = content.values("//text:bookmark/@text:name");
  places.merge(content.values("//text:bookmark-start/@text:name"));
  EXPECT_EQ(content.values("//text:bookmark-start/@text:name"), content.values("//text:bookmark-end/@text:name"));
  for (const auto& name : content.values("//text:bookmark-ref/@text:ref-name")) EXPECT_TRUE(places.contains(name)) << name;
  for (const auto& target : content.values("//text:a/@xlink:href")) EXPECT_TRUE(!target.starts_with('#') || places.contains(target.substr(1))) << target;
  EXPECT_THAT(content.values("//text:a/@xlink:href"), testing::Contains("https://www.example.fr/?a=1&b=2"));
}

TEST(Odt, numbers_headings_by_the_outline_and_leaves_out_what_wants_no_number) {
  const Xml content{written(sample()).at("content.xml")};
  EXPECT_THAT(seen_all(content, "//text:h[not(@text:is-list-header)]"), ElementsAre("Présentation", "Détail", "Trop profond", "Continuité"));
  EXPECT_THAT(seen_all(content, "//text:h[@text:is-list-header='true']"), testing::IsSupersetOf({"Glossaire", "Termes", "Annexe 1 – Politique"}));
  EXPECT_THAT(seen_all(content, "//text:p[@text:style-name='Unlisted_20_heading_20_1']"), ElementsAre("Historique"));
}

TEST(Odt, carries_contents_that_can_be_read_before_any_refresh) {
  const Xml content{written(sample()).at("content.xml")};
  const auto lines = seen_all(content, "//text:index-body/text:p");
  ASSERT_GE(lines.size(), 5u);
  EXPECT_EQ(lines[0], "1\u00a0 Présentation\t–");
  EXPECT_EQ(lines[1], "1.1\u00a0 Détail\t–");
  EXPECT_EQ(lines[2], "2\u00a0 Continuité\t–");
  EXPECT_EQ(lines[3], "Glossaire\t–");
  EXPECT_THAT(lines, testing::Contains("Annexe 1 – Politique\t–"));
  EXPECT_THAT(lines, testing::Not(testing::Contains(testing::AnyOf(HasSubstr("Trop profond"), HasSubstr("Historique")))));
  EXPECT_THAT(seen_all(content, "//text:index-title/text:p"), ElementsAre("Sommaire"));
  EXPECT_THAT(content.values("//text:table-of-content-source/@text:outline-level"), ElementsAre("2"));
}

TEST(Odt, writes_cross_references_with_what_is_known) {
  const Xml content{written(sample()).at("content.xml")};
  const auto numbers = content.all("//text:bookmark-ref[@text:reference-format='number-all-superior']");
  ASSERT_EQ(numbers.size(), 1u);
  EXPECT_EQ(seen(numbers[0]), "2");
  EXPECT_THAT(seen_all(content, "//text:p[contains(., 'gras')]"), ElementsAre(HasSubstr("voir la suite, page –, section 2, Annexe 1 et")));
}

TEST(Odt, repeats_table_headers_and_keeps_cells_in_columns) {
  auto document = of_text("| a | b | c |\n|---|:-:|--:|\n| **x** | y | z |\n");
  auto& table = std::get<Table>(document.blocks[0].value);
  table.rows.push_back({{.text = {{.text = "deux"}}, .columns = 2, .fill = Colour{0.1, 0.1, 0.1}}, {.text = {{.text = "un"}}}});
  table.rows.push_back({{.text = {{.text = "seul"}}}});
  const Xml content{written(document).at("content.xml")};
  EXPECT_EQ(content.all("//table:table-header-rows/table:table-row").size(), 1u);
  for (const auto& row : content.all("//table:table-row")) EXPECT_EQ(std::distance(row.begin(), row.end()), 3);
  EXPECT_EQ(content.all("//table:covered-table-cell").size(), 1u);
  EXPECT_EQ(content.all("//table:table-column").size(), 3u);
  EXPECT_THAT(seen_all(content, "//text:p[@text:style-name='Table_20_Heading']"), ElementsAre("a", "x"));
}

TEST(Odt, makes_the_text_of_a_table_smaller_before_words_would_be_divided) {
  std::string header = "|", line = "|", row = "|";
  for (int i = 0; i < 7; ++i) {
    header += " Anticonstitution |";
    line += "---|";
    row += " x |";
  }
  const Xml wide{written(of_text(header + "\n" + line + "\n" + row + "\n")).at("content.xml")},
      narrow{written(of_text("| a |\n|---|\n| x |\n")).at("content.xml")};
  const auto sizes = wide.values("//style:style[@style:parent-style-name='Table_20_Contents']/style:text-properties/@fo:font-size");
  ASSERT_EQ(sizes.size(), 1u);
  EXPECT_LT(std::stod(*sizes.begin()), Style{}.table_size);
  EXPECT_GE(std::stod(*sizes.begin()), Style{}.table_size * 0.75 - 0.01);
  EXPECT_TRUE(narrow.values("//style:style[@style:family='paragraph']/style:text-properties/@fo:font-size").empty());
}

TEST(Odt, closes_lists_around_a_table_and_goes_on_behind_it) {
  const Xml content{written(sample()).at("content.xml")};
  EXPECT_TRUE(content.all("//text:list//table:table").empty());
  const auto going_on = content.all("//text:list[@text:continue-numbering='true']");
  ASSERT_EQ(going_on.size(), 1u);
  EXPECT_EQ(seen(going_on[0].child("text:list-header")), "suite");
  EXPECT_EQ(seen(going_on[0].child("text:list-item")), "trois");
  EXPECT_THAT(content.values("//text:list-item/@text:start-value"), ElementsAre("5"));
}

TEST(Odt, keeps_every_character_of_hostile_text) {
  const std::string hostile = "<b>&amp; \"x\"  deux  blancs ]]> \u00a0 漢字 😀 &#0;";
  auto document = of_text(" ");
  document.blocks = {{Paragraph{.text = {{.text = " avant"}, {.text = hostile}, {.text = std::string{"\x01nul\uFFFE"}}}}}};
  EXPECT_THAT(seen_all(Xml{written(document).at("content.xml")}, "//text:p"), ElementsAre(" avant" + hostile + "nul"));
}

TEST(Odt, keeps_blanks_and_lines_of_code) {
  const Xml content{written(sample()).at("content.xml")};
  EXPECT_THAT(seen_all(content, "//text:p[@text:style-name='Preformatted_20_Text']"), ElementsAre(" x   y\nz"));
}

TEST(Odt, puts_the_cover_on_a_page_of_its_own) {
  const auto parts = written(sample());
  const Xml content{parts.at("content.xml")}, styles{parts.at("styles.xml")};
  const auto first = content.all("//office:text/*[1]")[0];
  const auto style = std::string{first.attribute("text:style-name").value()};
  EXPECT_THAT(content.values(("//style:style[@style:name='" + style + "']/@style:master-page-name").c_str()), ElementsAre("Cover"));
  EXPECT_EQ(content.all("//style:style[@style:master-page-name='Standard']").size(), 1u);
  EXPECT_THAT(seen_all(styles, "//style:master-page[@style:name='Cover']/style:footer"), ElementsAre("Confidentiel"));
  EXPECT_THAT(seen_all(styles, "//style:master-page[@style:name='Standard']/style:header"), ElementsAre("À gauche\tPROJET\tÀ droite"));
  EXPECT_THAT(seen_all(styles, "//style:master-page[@style:name='Standard']/style:footer"), ElementsAre("Version 2\tpage 1 / 1"));
  EXPECT_EQ(styles.all("//style:footer//text:page-count").size(), 1u);
}

TEST(Odt, gives_every_figure_its_alternative_text) {
  const Xml content{written(sample()).at("content.xml")};
  for (const auto& frame : content.all("//draw:frame")) EXPECT_STRNE(frame.child_value("svg:desc"), "");
  EXPECT_EQ(content.all("//draw:frame").size(), 2u);
}

TEST(Odt, says_which_anchor_is_missing_and_writes_nothing) {
  const ScratchFolder folder;
  try {
    write_odt(of_text("[x](#nulle-part)"), folder.path() / "a.odt");
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
    EXPECT_THAT(problem.what(), HasSubstr("nulle-part"));
  }
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "a.odt"));
}

TEST(Odt, stops_when_asked) {
  const ScratchFolder folder;
  try {
    write_odt(sample(), folder.path() / "a.odt", {}, {.cancelled = [] { return true; }});
    FAIL();
  } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::cancelled); }
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "a.odt"));
}

TEST(Odt, reads_in_libreoffice_with_the_right_page_numbers) {
  if (std::system("command -v soffice >/dev/null && command -v pdftotext >/dev/null") != 0) GTEST_SKIP() << "LibreOffice is not installed";
  const ScratchFolder folder;
  const auto path = folder.path().string();
  write_odt(sample(), folder.path() / "a.odt");
  const auto command = "cd '" + path + "' && soffice -env:UserInstallation=file://" + path +
                       "/profile --headless --convert-to pdf a.odt >/dev/null 2>&1 && pdftotext -layout a.pdf a.txt";
  if (std::system(command.c_str()) != 0) GTEST_SKIP() << "LibreOffice does not run here";
  const auto text = tests::read_bytes(path + "/a.txt");
  EXPECT_THAT(text, testing::ContainsRegex("1 +Présentation\\.+ ?3"));
  EXPECT_THAT(text, testing::ContainsRegex("2 +Continuité\\.+ ?4"));
  EXPECT_THAT(text, testing::ContainsRegex("page 4, section 2, +Annexe 1"));
  EXPECT_THAT(text, testing::ContainsRegex("page 2 / [0-9]"));
  EXPECT_THAT(text, HasSubstr("M. X < Y & Z"));
}
