#include "tests/dossier/sample_input.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/dossier/build_dossier.hpp"
#include "toolkit/dossier/chapter.hpp"
#include "toolkit/dossier/completeness.hpp"
#include "toolkit/dossier/compose_dossier.hpp"
#include "toolkit/dossier/file_dossier.hpp"
#include "toolkit/dossier/filing.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/framework_store.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using testing::AllOf;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;
using tests::complete_input;
using tests::sample_day;

namespace {

std::vector<std::string> gaps_of(const DossierInput& input) {
  std::vector<std::string> gaps;
  for (const auto& gap : find_gaps(input, sample_day())) gaps.push_back(gap.item + " " + std::string{word_of(gap.kind)});
  return gaps;
}

std::string shipped_template(std::string_view id) { return read_file(SOURCE_DIR "/templates/" + std::string{id} + ".md"); }

std::vector<std::string> chapters_of(const DossierInput& facts) {
  const ChapterInput input{.facts = facts, .annexes = {}, .gaps = {}, .day = sample_day(), .version = "1", .despite = ""};
  std::vector<std::string> ids;
  for (const auto* chapter : all_chapters())
    if (is_present(*chapter, input)) ids.emplace_back(chapter->id);
  return ids;
}

page::Document document_of(const DossierInput& facts) {
  return compose_dossier({.facts = facts, .annexes = {}, .gaps = {}, .day = sample_day(), .version = "1", .despite = ""}, shipped_template);
}

} // namespace

TEST(ExcludedItems, ask_for_nothing_but_their_justification) {
  auto input = complete_input();
  input.checklist.items[0].choosable = true;
  input.answers[0].applicability = Applicability::excluded;
  input.answers[0].state = DemonstrationState::absent;
  input.evidence[0].requirements = {"A1-1"};
  EXPECT_THAT(gaps_of(input), IsEmpty()) << "no evidence, no demonstration";
  input.answers[0].statement = " ";
  EXPECT_THAT(gaps_of(input), Contains("A1-1 unanswered"));
}

TEST(ExcludedItems, are_gaps_where_nothing_may_be_excluded) {
  auto input = complete_input();
  input.answers[0].applicability = Applicability::excluded;
  EXPECT_THAT(gaps_of(input), Contains("A1-1 unanswered"));
  input.checklist.items[0].mandatory = false;
  EXPECT_THAT(gaps_of(input), Not(Contains("A1-1 unanswered")));
}

TEST(FrameworkDossier, tells_the_forms_of_another_regime_and_none_of_the_agrement) {
  auto input = complete_input();
  input.checklist = checklist_of(shipped_checklist("hds-v2"), "hds-v2");
  const auto chapters = chapters_of(input);
  EXPECT_THAT(chapters, AllOf(Contains("formulaires"), Contains("presentation"), Contains("correspondance")));
  for (const char* form : {"p1-candidat", "p2-acteurs", "p3-service", "p4-contrats", "p5-economie", "p6-securite"}) EXPECT_THAT(chapters, Not(Contains(form)));
}

TEST(FrameworkDossier, is_composed_for_a_framework_of_other_people_as_well) {
  auto input = complete_input();
  input.checklist.id = "essai-jardin";
  input.checklist.forms = {{.id = "F-essai-jardin-a",
                            .title = {"Clôtures", "Fences"},
                            .purpose = {"Les clôtures.", "The fences."},
                            .sections = {{.id = "S-a", .title = {"Portes", "Gates"}, .items = {"A1-1"}}}}};
  EXPECT_THAT(chapters_of(input), AllOf(Contains("formulaires"), Not(Contains("p1-candidat"))));
  EXPECT_NO_THROW(document_of(input));
}

TEST(FrameworkDossier, leaves_the_dossier_of_the_agrement_as_it_was) {
  auto input = complete_input();
  input.checklist = checklist_of(shipped_checklist("agrement-2006"), "agrement-2006");
  EXPECT_THAT(chapters_of(input), AllOf(Contains("p1-candidat"), Contains("p6-securite"), Not(Contains("formulaires"))));
  EXPECT_EQ(document_of(input).cover->title, "Dossier d’hébergement de données de santé à caractère personnel");
}

TEST(FrameworkDossier, asks_its_clauses_of_the_contracts_with_clients_only_in_a_regime_of_hosting) {
  auto input = complete_input();
  const auto clauses = [&](const char* id) {
    input.checklist = checklist_of(shipped_checklist(id), id);
    return std::ranges::count(find_gaps(input, sample_day()), GapKind::clause_missing, &Gap::kind);
  };
  EXPECT_EQ(clauses("hds-v2"), 14);
  EXPECT_EQ(clauses("snds-2024"), 0) << "those are for processors";
}

TEST(FrameworkDossier, bears_the_name_of_its_regime) {
  auto input = complete_input();
  input.checklist = checklist_of(shipped_checklist("snds-2024"), "snds-2024");
  const auto document = document_of(input);
  EXPECT_EQ(document.cover->title, "Dossier de conformité");
  EXPECT_EQ(document.cover->subtitle, input.checklist.title.french);
  EXPECT_EQ(document.header_right, "Référentiel de sécurité du SNDS, version de 2024");
}

TEST(FrameworkDossier, prints_the_paragraphs_of_what_is_asked_and_says_what_is_undated) {
  auto input = complete_input();
  input.checklist = checklist_of(shipped_checklist("snds-2024"), "snds-2024");
  for (auto& article : input.checklist.articles) article.version.reset();
  for (auto& item : input.checklist.items) item.wording.french = "Fermez > *tout*.\n\n- la porte ;\n- la fenêtre.\n\nPuis sortez.";
  const auto document = document_of(input);
  std::string text;
  int notes = 0;
  const auto add = [&](const page::Inlines& inlines) {
    for (const auto& one : inlines) text += one.text;
    text += "¶";
  };
  for (const auto& block : document.blocks) {
    if (const auto* paragraph = std::get_if<page::Paragraph>(&block.value); paragraph && paragraph->style == page::Paragraph::Style::note)
      ++notes, add(paragraph->text);
  }
  EXPECT_THAT(text, AllOf(testing::HasSubstr("Note — Fermez > *tout*.¶"), testing::HasSubstr("– la porte ;¶– la fenêtre.¶Puis sortez.¶"),
                          testing::HasSubstr("(Texte sans date")));
  EXPECT_THAT(text, Not(testing::HasSubstr("en sa version")));
  EXPECT_GE(notes, 3 * static_cast<int>(input.checklist.items.size())) << "each paragraph stays in the note";
}

class FollowedDossier : public testing::Test {
protected:
  FollowedDossier() {
    workspace_.change(tests::acting(), [](Change& change) {
      adopt_checklist(change, std::string{shipped_checklist("agrement-2006")});
      put_framework(change, {.xml = std::string{shipped_checklist("hds-v2")}, .use = FrameworkUse::followed});
      add_evidence_bytes(change, {.code = "HDS", .title = "Certificat", .requirements = {"EXI-01"}}, "Un certificat.");
      add_evidence_bytes(change, {.code = "AGR", .title = "Politique", .requirements = {"R1111-9-1"}}, "Une politique.");
      add_evidence_bytes(change, {.code = "DEUX", .title = "Plan", .requirements = {"R1111-9-1", "EXI-01"}}, "Un plan.");
    });
  }
  std::vector<std::string> documents(const std::string& framework) const {
    std::vector<std::string> codes;
    for (const auto& evidence : read_dossier_input(workspace_, framework).evidence) codes.push_back(evidence.code);
    return codes;
  }

  ScratchFolder folder_;
  Workspace workspace_ = Workspace::create((folder_.path() / "w.hds").string(), tests::acting());
};

TEST_F(FollowedDossier, holds_the_items_and_documents_of_its_framework) {
  EXPECT_EQ(read_dossier_input(workspace_, "hds-v2").checklist.id, "hds-v2");
  EXPECT_THAT(documents("hds-v2"), testing::UnorderedElementsAre("HDS", "DEUX"));
  EXPECT_EQ(read_dossier_input(workspace_).checklist.id, "agrement-2006");
  EXPECT_THAT(documents(""), testing::UnorderedElementsAre("AGR", "DEUX"));
}

TEST_F(FollowedDossier, keeps_a_document_that_its_statements_cite) {
  workspace_.change(tests::acting(),
                    [&](Change& change) { give_answer(change, all_checklists(workspace_), {.item = "R1111-9-1", .statement = "Voir [HDS]."}); });
  EXPECT_THAT(documents(""), Contains("HDS"));
}

TEST_F(FollowedDossier, is_filed_under_the_name_of_its_framework) {
  const auto filing = file_dossier(workspace_, {.day = sample_day(), .output = folder_.path() / "hds.pdf", .framework = "hds-v2"}, "Essai.", tests::acting());
  EXPECT_EQ(filing.framework, "hds-v2");
  EXPECT_EQ(all_filings(workspace_).at(0).framework, "hds-v2");
  EXPECT_EQ(file_dossier(workspace_, {.day = sample_day(), .output = folder_.path() / "agr.pdf"}, "Essai.", tests::acting()).framework, "agrement-2006");
}

TEST_F(FollowedDossier, is_written_where_it_was_asked_beside_that_of_the_main_checklist) {
  build_dossier(workspace_, {.day = sample_day(), .output = folder_.path() / "dossier.pdf", .odt = true});
  const auto main = digest_of_file(folder_.path() / "dossier.pdf");
  const auto built = build_dossier(workspace_, {.day = sample_day(), .output = folder_.path() / "hds.pdf", .odt = true, .framework = "hds-v2"});
  EXPECT_EQ(digest_of_file(folder_.path() / "dossier.pdf"), main);
  for (const auto* name : {"hds.pdf", "hds.zip", "hds.sha256", "hds.odt"}) EXPECT_TRUE(std::filesystem::exists(folder_.path() / name)) << name;
  EXPECT_EQ(built.pdf_file, folder_.path() / "hds.pdf");
}
