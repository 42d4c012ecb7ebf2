#include "toolkit/dossier/crisis_booklet.hpp"

#include "tests/continuity/small_hospital.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/continuity/continuity_json.hpp"
#include "toolkit/dossier/template_store.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

namespace {

Date today() { return *Date::of(2026, 11, 22); }

std::string shipped(std::string_view id) { return read_file(SOURCE_DIR "/templates/" + std::string{id} + ".md"); }

page::Document booklet(const Continuity& all) { return compose_crisis_booklet({all, "CHI d’essai", today()}, shipped); }

std::string text_of(const page::Inlines& inlines) {
  std::string text;
  for (const auto& piece : inlines) text += piece.text;
  return text;
}

std::vector<std::string> titles(const page::Document& document) {
  std::vector<std::string> all;
  for (const auto& block : document.blocks)
    if (const auto* heading = std::get_if<page::Heading>(&block.value); heading && heading->level == 1) all.push_back(text_of(heading->text));
  return all;
}

/// All cells of all tables, one a line.
std::string cells(const page::Document& document) {
  std::string all;
  for (const auto& block : document.blocks)
    if (const auto* table = std::get_if<page::Table>(&block.value))
      for (const auto& row : table->rows)
        for (const auto& cell : row) all += text_of(cell.text) + "\n";
  return all;
}

} // namespace

TEST(CrisisBooklet, holds_directory_cards_order_plans_backups_and_a_log) {
  EXPECT_THAT(titles(booklet(sound_hospital())),
              ElementsAre("Qui appeler", "FR1 – Ransomware", "Ordre de reprise", "PC1 – Rebuild", "PC2 – Paper", "Où sont les sauvegardes", "Main courante"));
}

TEST(CrisisBooklet, every_page_bears_the_day_and_the_short_fingerprint_and_the_cover_the_whole) {
  const auto all = sound_hospital();
  const auto fingerprint = digest_of(continuity_text(all)).hex();
  const auto document = booklet(all);
  EXPECT_EQ(document.footer_left, "Édition du " + today().french() + " – empreinte " + fingerprint.substr(0, 16));
  std::string told;
  for (const auto& [label, value] : document.cover->lines)
    if (label.starts_with("Empreinte")) told = value;
  std::erase(told, ' ');
  EXPECT_EQ(told, fingerprint);
  EXPECT_THAT(document.cover->subtitle, HasSubstr("papier"));
}

TEST(CrisisBooklet, two_papers_are_told_apart_by_a_single_number) {
  auto all = sound_hospital();
  const auto before = booklet_fingerprint(all);
  EXPECT_EQ(booklet_fingerprint(sound_hospital()), before);
  all.contacts[0].phone = "01 00 00 00 01";
  EXPECT_NE(booklet_fingerprint(all), before);
}

TEST(CrisisBooklet, the_cover_names_version_and_approval_of_each_plan) {
  auto all = sound_hospital();
  all.plans[0].version = "3.0";
  all.plans[1].approved_on.reset();
  std::string lines;
  const auto document = booklet(all);
  for (const auto& [label, value] : document.cover->lines) lines += label + ": " + value + "\n";
  EXPECT_THAT(lines, AllOf(HasSubstr("Plan PC1: Rebuild, version 3.0, approuvée le 10\u00A0janvier\u00A02026"),
                           HasSubstr("Plan PC2: Paper, version –, non approuvée")));
}

TEST(CrisisBooklet, calls_in_the_order_of_the_directory_and_keeps_numbers_whole) {
  auto all = sound_hospital();
  all.contacts = {{.reference = "AN1", .name = "Last", .phone = "01 99 00 00 03"},
                  {.reference = "AN2", .name = "Second", .phone = "01 99 00 00 02", .order = 2},
                  {.reference = "AN3", .name = "First", .phone = "01 99 00 00 01", .order = 1}};
  const auto text = cells(booklet(all));
  EXPECT_LT(text.find("First"), text.find("Second"));
  EXPECT_LT(text.find("Second"), text.find("Last"));
  EXPECT_THAT(text, HasSubstr("01\u00A099\u00A000\u00A000\u00A001"));
}

TEST(CrisisBooklet, a_step_nobody_stands_in_for_says_so) {
  EXPECT_THAT(cells(booklet(sound_hospital())), AllOf(HasSubstr("System team\u00A0; pas de suppléant"), HasSubstr("Network team\u00A0; Duty officer")));
}

TEST(CrisisBooklet, a_card_is_numbered_action_by_action) {
  auto all = sound_hospital();
  all.cards[0].actions = "Pull the plug\n\nCall the duty officer\n";
  all.cards[0].forbidden = "Switch off";
  const auto document = booklet(all);
  std::vector<std::size_t> items;
  for (const auto& block : document.blocks)
    if (const auto* list = std::get_if<page::List>(&block.value)) items.push_back(list->items.size());
  EXPECT_THAT(items, ElementsAre(2, 1));
}

TEST(CrisisBooklet, what_people_typed_is_no_markup) {
  auto all = sound_hospital();
  all.contacts[0].name = "O’Neil | *astreinte*";
  all.cards[0].title = "# {{host}} <b>";
  const auto document = booklet(all);
  EXPECT_THAT(cells(document), HasSubstr("O’Neil | *astreinte*"));
  EXPECT_THAT(titles(document), testing::Contains("FR1 – # {{host}} <b>"));
}

TEST(CrisisBooklet, an_empty_continuity_still_composes_for_the_trial_of_templates) {
  EXPECT_THAT(titles(booklet({})), ElementsAre("Qui appeler", "Main courante"));
}

class BuiltCrisisBooklet : public testing::Test {
protected:
  ScratchFolder folder_;
  Workspace workspace_ = Workspace::create((folder_.path() / "w.hds").string(), tests::acting());
  std::filesystem::path output_ = folder_.path() / "livret.pdf";
};

TEST_F(BuiltCrisisBooklet, is_the_same_file_for_the_same_records_and_day) {
  auto all = sound_hospital();
  workspace_.change(tests::acting(), [&](Change& change) { import_continuity(change, all); });
  const auto built = build_crisis_booklet(workspace_, today(), output_);
  const auto again = build_crisis_booklet(workspace_, today(), folder_.path() / "again.pdf");
  EXPECT_EQ(built.pdf.digest, again.pdf.digest);
  EXPECT_EQ(built.fingerprint, again.fingerprint);
  EXPECT_TRUE(built.pdf.pages_of_anchors.contains("annuaire"));
  EXPECT_LT(built.pdf.pages_of_anchors.at("fiche-1"), built.pdf.pages_of_anchors.at("ordre"));
}

TEST_F(BuiltCrisisBooklet, is_refused_when_it_would_be_empty_or_overwrite_a_paper) {
  EXPECT_THROW(build_crisis_booklet(workspace_, today(), output_), Problem);
  EXPECT_FALSE(std::filesystem::exists(output_));
  write_file(output_, "kept");
  workspace_.change(tests::acting(), [&](Change& change) { import_continuity(change, sound_hospital()); });
  EXPECT_THROW(build_crisis_booklet(workspace_, today(), output_), Problem);
  EXPECT_EQ(read_file(output_), "kept");
}

TEST_F(BuiltCrisisBooklet, a_template_of_the_house_is_tried_before_it_is_kept) {
  workspace_.change(tests::acting(), [&](Change& change) { import_continuity(change, sound_hospital()); });
  const auto own = [&](const std::string& text) { workspace_.change(tests::acting(), [&](Change& change) { import_template(change, "livret-crise", text); }); };
  EXPECT_THROW(own("# {{no_such_word}}"), Problem);
}
