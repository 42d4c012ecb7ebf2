#include "tests/dossier/sample_input.hpp"
#include "toolkit/dossier/annex_plan.hpp"
#include "toolkit/dossier/citation.hpp"
#include "toolkit/dossier/item_words.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using testing::ElementsAre;

namespace {

std::vector<std::string> codes(std::string_view statement) {
  std::vector<std::string> found;
  for (const auto& citation : citations_in(statement)) found.push_back(citation.code);
  return found;
}

} // namespace

TEST(Citation, is_a_code_in_square_brackets_and_nothing_else) {
  EXPECT_THAT(codes("voir [PSSI] et [PRA-TEST], [E012]."), ElementsAre("PSSI", "PRA-TEST", "E012"));
  EXPECT_THAT(codes("[sic] [deux mots] [A] [] [é] [PSSI [RISQUES] [non fermé"), ElementsAre("RISQUES"));
}

TEST(AnnexPlan, numbers_documents_in_the_order_in_which_the_file_speaks_of_them) {
  auto input = tests::complete_input();
  for (const auto* code : {"ZEBRE", "ALPHA"}) {
    auto evidence = input.evidence[0];
    evidence.code = code;
    evidence.requirements.clear();
    input.evidence.push_back(evidence);
  }
  input.answers[0].statement = "D’abord [ZEBRE], puis [PSSI].";
  std::vector<std::string> order;
  for (const auto& annex : plan_annexes(input)) order.push_back(std::to_string(annex.number) + " " + annex.evidence->code);
  EXPECT_THAT(order, ElementsAre("1 ZEBRE", "2 PSSI", "3 ALPHA"));
}

TEST(Statement, turns_citations_into_links_and_everything_else_into_plain_text) {
  const auto input = tests::complete_input();
  const auto annexes = plan_annexes(input);
  const std::vector<Gap> gaps;
  const ChapterInput chapter{.facts = input, .annexes = annexes, .gaps = gaps, .day = tests::sample_day(), .version = "1"};
  const auto markdown = statement_markdown(chapter, "Voir [PSSI] et [ABSENT], **pas gras** {{mot}} <b> \uE0000\uE001");
  EXPECT_THAT(markdown, testing::HasSubstr("[annexe\u00A01](#annexe-PSSI)"));
  EXPECT_THAT(markdown, testing::HasSubstr("pièce absente"));
  EXPECT_THAT(markdown, testing::Not(testing::HasSubstr("**pas gras**")));
  EXPECT_THAT(markdown, testing::Not(testing::HasSubstr("<b>")));
}
