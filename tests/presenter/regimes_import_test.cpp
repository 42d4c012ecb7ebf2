#include "gui/presenter/regimes_frameworks.hpp"
#include "gui/presenter/regimes_import.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/framework_store.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using tests::acting;

namespace {

const Date today = *Date::of(2026, 11, 22);

/// A library in the style of CISO Assistant: one heading, and a requirement per line of `requirements`.
std::string library(int version, const std::vector<std::pair<std::string, std::string>>& requirements) {
  auto text = "urn: urn:maison:risk:library:locaux\nlocale: fr\nversion: " + std::to_string(version) +
              "\nname: Locaux\nobjects:\n  framework:\n    urn: urn:maison:risk:framework:locaux\n    name: Locaux techniques\n    requirement_nodes:\n"
              "    - {urn: 'urn:maison:risk:req_node:locaux:salles', name: Salles, assessable: false}\n";
  for (const auto& [own, name] : requirements)
    text += "    - {urn: 'urn:maison:risk:req_node:locaux:" + own + "', parent_urn: 'urn:maison:risk:req_node:locaux:salles', assessable: true, name: '" +
            name + "'}\n";
  return text;
}

std::string all_words(const std::vector<Cell>& lines) {
  std::string words;
  for (const auto& line : lines) words += line.text + "\n";
  return words;
}

class ImportedLibraries : public testing::Test {
protected:
  LibraryOffer offer(const std::string& text, const std::string& name = "locaux.yaml") {
    const auto file = folder_.path() / name;
    write_file(file, text);
    return offered_library(Workspace::open(location_), file);
  }
  void answer(const std::string& item, const std::string& statement) {
    session_.change("answer", [&](Change& change) {
      Answer answer;
      answer.item = item;
      answer.statement = statement;
      give_answer(change, all_checklists(change.workspace()), answer);
    });
  }
  std::shared_ptr<const RegimesMap> map() { return read_regimes_map(Workspace::open(location_), today); }

  ScratchFolder folder_;
  const std::string location_ = (folder_.path() / "w.hds").string();
  Session session_{created(), Seat{"Claire Martin", [] { return *Instant::parse("2026-11-22T10:15:00Z"); }}};

private:
  const std::string& created() const {
    auto workspace = Workspace::create(location_, acting());
    workspace.change(acting(), [](Change& change) { adopt_checklist(change, std::string{shipped_checklist("agrement-2006")}); });
    return location_;
  }
};

} // namespace

TEST_F(ImportedLibraries, are_followed_in_one_step_that_undo_takes_back) {
  const auto first = offer(library(1, {{"1", "Froid"}, {"2", "Énergie"}}));
  EXPECT_TRUE(first.brings_new);
  EXPECT_EQ(library_fault(first), "");
  EXPECT_THAT(all_words(first.sentences), HasSubstr("3 requirements, 2 to assess"));
  take_library(session_, first, true);
  const auto* regime = map()->regime("maison-locaux");
  ASSERT_NE(regime, nullptr);
  EXPECT_EQ(map()->regime("maison-locaux")->use, RegimeUse::followed);
  EXPECT_THAT(session_.undo_title(), HasSubstr("locaux.yaml"));
  session_.undo();
  EXPECT_EQ(map()->regime("maison-locaux"), nullptr);
}

TEST_F(ImportedLibraries, are_upgraded_to_their_second_version_and_no_answer_is_touched) {
  take_library(session_, offer(library(1, {{"1", "Froid"}, {"2", "Énergie"}})), true);
  answer("maison-locaux-1", "Deux groupes froids.");
  answer("maison-locaux-2", "Deux arrivées.");
  const auto second = offer(library(2, {{"1", "Froid et humidité"}, {"3", "Eau"}}));
  EXPECT_FALSE(second.brings_new);
  EXPECT_THAT(all_words(second.sentences), HasSubstr("1 requirements would be new, 1 would go, 1 would be reworded; answers stay (1 to requirements that go)"));
  take_library(session_, second, false);
  const auto read = map();
  const auto* regime = read->regime("maison-locaux");
  EXPECT_EQ(regime->checklist.version, "2");
  EXPECT_EQ(regime->use, RegimeUse::followed) << "what it is used for stays";
  EXPECT_NE(regime->checklist.find_item("maison-locaux-3"), nullptr);
  const auto workspace = Workspace::open(location_);
  EXPECT_EQ(answer_to(workspace, "maison-locaux-1")->statement, "Deux groupes froids.");
  EXPECT_EQ(answer_to(workspace, "maison-locaux-2")->statement, "Deux arrivées.") << "to a requirement that went";
  EXPECT_THAT(library_fault(offer(library(2, {{"1", "Froid et humidité"}, {"3", "Eau"}}))), HasSubstr("here already"));
}

TEST_F(ImportedLibraries, tell_every_defect_and_change_nothing) {
  const auto broken = offer(library(1, {{"1", "Froid"}, {"1", "Encore"}}));
  EXPECT_THAT(library_fault(broken), Not(IsEmpty()));
  EXPECT_THAT(all_words(broken.sentences), HasSubstr("✖ "));
  EXPECT_THROW(take_library(session_, broken, true), Problem);
  EXPECT_EQ(map()->regime("maison-locaux"), nullptr);
  EXPECT_THAT(library_fault(offer("no workbook", "table.xlsx")), Not(IsEmpty()));
}

TEST_F(ImportedLibraries, leave_the_upgrade_of_a_shipped_framework_to_the_program) {
  auto older = std::string{shipped_checklist("care-d2")};
  const auto version = older.find("version=\"1\"", older.find("<checklist"));
  ASSERT_NE(version, std::string::npos);
  older.replace(version, std::string_view{"version=\"1\""}.size(), "version=\"0\"");
  session_.change("follow", [&](Change& change) { put_framework(change, {.xml = older, .use = FrameworkUse::followed, .applied_on = today}); });
  answer("CARE2-O1-a", "Le bilan d’impact est tenu à jour.");
  const auto read = map();
  const auto* regime = read->regime("care-d2");
  ASSERT_EQ(regime->newer, "1");
  EXPECT_THAT(all_words(upgrade_sentences(session_.workspace(), *regime)), HasSubstr("version 0 → 1"));
  upgrade_regime(session_, *regime);
  EXPECT_EQ(map()->regime("care-d2")->checklist.version, "1");
  EXPECT_EQ(map()->regime("care-d2")->newer, "");
  EXPECT_EQ(answer_to(Workspace::open(location_), "CARE2-O1-a")->statement, "Le bilan d’impact est tenu à jour.");
}
