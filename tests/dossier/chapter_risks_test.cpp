#include "tests/dossier/sample_input.hpp"
#include "tests/dossier/sample_study.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/chapter.hpp"
#include "toolkit/dossier/template_filler.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace hdskit;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

const Chapter& risks() { return **std::ranges::find(all_chapters(), "risques", &Chapter::id); }

class ChapterOfRisks : public testing::Test {
protected:
  ChapterOfRisks() {
    facts.study = tests::sample_study();
    annexes = plan_annexes(facts);
  }
  ChapterInput input() const { return {.facts = facts, .annexes = annexes, .gaps = gaps, .day = tests::sample_day(), .version = "1"}; }
  static std::string shipped(std::string_view id) { return read_file(SOURCE_DIR "/templates/" + std::string{id} + ".md"); }
  /// Without the strokes that keep Markdown from reading the words.
  std::string printed() const {
    const LanguageScope french{Language::french};
    return replaced(fill_template("risques", shipped, risks().gather(input())), "\\", "");
  }
  page::Blocks blocks() const {
    const LanguageScope french{Language::french};
    const auto words = risks().gather(input());
    return page::blocks_of_markdown(fill_template("risques", shipped, words), "risques", words.figures());
  }

  DossierInput facts = tests::complete_input();
  std::vector<PlannedAnnex> annexes;
  std::vector<Gap> gaps;
};

std::vector<std::string> captions_of_figures(const page::Blocks& blocks) {
  std::vector<std::string> captions;
  for (const auto& block : blocks)
    if (const auto* figure = std::get_if<page::Figure>(&block.value)) {
      EXPECT_FALSE(figure->alternative.empty());
      EXPECT_LE(figure->drawing.width, 460);
      captions.push_back(figure->caption.at(0).text);
    }
  return captions;
}

} // namespace

TEST_F(ChapterOfRisks, is_there_only_when_the_study_has_a_risk) {
  EXPECT_TRUE(risks().present(input()));
  facts.study.risks.clear();
  EXPECT_FALSE(risks().present(input()));
}

TEST_F(ChapterOfRisks, shows_matrices_levels_radar_and_graphs_that_fit_the_page) {
  EXPECT_THAT(captions_of_figures(blocks()), testing::ElementsAre(HasSubstr("avant traitement"), HasSubstr("Niveau de risque"), HasSubstr("parties prenantes"),
                                                                  HasSubstr("SS1"), HasSubstr("SO1")));
}

TEST_F(ChapterOfRisks, counts_risks_by_level_and_names_what_is_not_rated) {
  const auto text = printed();
  EXPECT_THAT(text, HasSubstr("L’étude compte 3 risques"));
  EXPECT_THAT(text, HasSubstr("| **Élevé** | 1 | 0 |"));
  EXPECT_THAT(text, HasSubstr("| **Non coté** | 1 | 1 |"));
}

TEST_F(ChapterOfRisks, has_the_whole_register_with_levels_before_and_after) {
  const auto text = printed();
  EXPECT_THAT(text, HasSubstr("| [R1](#risque-1) | Rançongiciel | Élevé\u00A0(G4\u00A0V3) |"));
  EXPECT_THAT(text, HasSubstr("| [R3](#risque-3) | Panne jamais cotée | – |"));
  EXPECT_THAT(text, AllOf(HasSubstr("*Cause*\u00A0: Courriel piégé"), HasSubstr("**patients**\u00A0– Perte de chance")));
}

TEST_F(ChapterOfRisks, sums_the_cost_of_measures_without_those_abandoned_and_says_what_is_late) {
  const auto text = printed();
  EXPECT_THAT(text, HasSubstr("Mesures au plan\u00A0: **2**\u00A0; achevées\u00A0: 1\u00A0; en retard\u00A0: 1."));
  EXPECT_THAT(text, HasSubstr("**20\u202F500\u00A0€**"));
  EXPECT_THAT(text, AllOf(HasSubstr("40\u00A0%"), HasSubstr("**en retard**"), HasSubstr("MS3")));
}

TEST_F(ChapterOfRisks, tells_who_accepted_and_links_the_signed_document) {
  const auto text = printed();
  EXPECT_THAT(text, HasSubstr("| La directrice | 1er\u00A0septembre\u00A02026 | [annexe\u00A01](#annexe-PSSI) |"));
  EXPECT_THAT(text, HasSubstr("**à signer**")) << "R1 stays above what is borne";
}

TEST_F(ChapterOfRisks, covers_minimum_events_and_obligations) {
  const auto text = printed();
  EXPECT_THAT(text, HasSubstr("| Organisation | 1 | R1 |"));
  EXPECT_THAT(text, HasSubstr("| R1 | SO1 |"));
  EXPECT_THAT(text, HasSubstr("**aucun**"));
}

TEST_F(ChapterOfRisks, stands_with_a_plain_register_alone) {
  facts.study = {};
  facts.study.scale = shipped_scale("pgssi-s-4x4");
  facts.study.risks = {{.reference = "R1", .name = "Panne | de *lecteur* <b>"}};
  EXPECT_EQ(captions_of_figures(blocks()).size(), 2u);
  EXPECT_THAT(printed(), AllOf(Not(HasSubstr("Atelier")), Not(HasSubstr("Plan d’action")), Not(HasSubstr("Versions"))));
}

TEST_F(ChapterOfRisks, tells_a_long_register_in_full_and_the_gravest_in_detail) {
  for (int i = 100; i < 2'100; ++i) {
    auto risk = facts.study.risks[1];
    risk.reference = "R" + std::to_string(i);
    facts.study.risks.push_back(risk);
  }
  const auto text = printed();
  EXPECT_THAT(text, AllOf(HasSubstr("| R2099 |"), HasSubstr("Les fiches portent sur les 150 risques")));
}

TEST_F(ChapterOfRisks, leaves_out_a_graph_that_no_page_can_hold) {
  for (int i = 100; i < 200; ++i) {
    auto action = facts.study.elementary_actions[0];
    action.reference = "AE" + std::to_string(i);
    facts.study.elementary_actions.push_back(action);
  }
  EXPECT_THAT(captions_of_figures(blocks()), Not(testing::Contains(HasSubstr("SO1"))));
}

TEST_F(ChapterOfRisks, prints_the_versions_of_the_study) {
  facts.study_versions = {{.number = "1.0", .frozen_on = Date::of(2026, 3, 1), .summary = "Première version", .author = "Zoé", .risks = 3, .unacceptable = 1}};
  EXPECT_THAT(printed(), HasSubstr("| 1.0 | 1er\u00A0mars\u00A02026 |"));
}
