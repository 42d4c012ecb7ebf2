#include "toolkit/dossier/dossier_index.hpp"

#include "tests/dossier/sample_input.hpp"
#include "toolkit/dossier/completeness.hpp"
#include "toolkit/dossier/plan_order.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using testing::ElementsAre;

namespace {

std::vector<std::string> codes_of(const std::vector<const Evidence*>& evidence) {
  std::vector<std::string> codes;
  for (const auto* piece : evidence) codes.push_back(piece->code);
  return codes;
}

/// Items gathered by forms in another letter case or twice, or not at all; evidence that names an item twice, or one that is not there.
DossierInput tangled_input() {
  auto input = tests::complete_input();
  input.checklist.items.push_back(input.checklist.items[0]);
  input.checklist.items.back().id = "A9-alone";
  input.checklist.forms[1].sections[0].items = {"a2-8", "A1-1", "absent"};
  for (const char* code : {"Z-1", "B-2"}) {
    input.evidence.push_back(input.evidence[0]);
    input.evidence.back().code = code;
    input.evidence.back().requirements = {"A1-1", "A1-1", "absent"};
  }
  return input;
}

} // namespace

TEST(DossierIndex, answers_as_the_lists_do) {
  const auto input = tangled_input();
  const DossierIndex index{input};
  for (const char* item : {"A1-1", "A2-8", "a1-1", "A9-alone", "absent", ""}) {
    EXPECT_EQ(index.answer_to(item), input.answer_to(item)) << item;
    EXPECT_EQ(index.evidence_for(item), input.evidence_for(item)) << item;
    EXPECT_EQ(index.form_of(item), form_of(input.checklist, item)) << item;
  }
  for (const char* code : {"PSSI", "pssi", "z-1", "none", ""}) EXPECT_EQ(index.evidence_coded(code), input.evidence_coded(code)) << code;
  for (const char* article : {"A1", "a2", "A3"}) EXPECT_EQ(index.article(article), input.checklist.find_article(article)) << article;
}

TEST(DossierIndex, gives_the_evidence_of_an_item_once_and_by_code) {
  const auto input = tangled_input();
  EXPECT_THAT(codes_of(DossierIndex{input}.evidence_for("A1-1")), ElementsAre("B-2", "PSSI", "Z-1"));
}

TEST(DossierIndex, puts_each_item_once_where_the_forms_show_it_first) {
  const auto input = tangled_input();
  const DossierIndex index{input};
  std::vector<std::string> ids;
  for (const auto* item : index.items_in_order()) ids.push_back(item->id);
  EXPECT_THAT(ids, ElementsAre("A1-1", "A2-8", "A9-alone"));
}

TEST(Completeness, summary_counts_an_item_that_no_form_gathers_for_its_obligation_alone) {
  const auto input = tangled_input();
  const auto summary = summarise(input, find_gaps(input, tests::sample_day()));
  EXPECT_EQ(summary.items, 3);
  EXPECT_EQ(summary.obligations.at(0).items, 3);
  EXPECT_EQ(summary.obligations.at(0).gaps, 1);
  EXPECT_EQ(summary.forms.at(0).items, 1);
  EXPECT_EQ(summary.forms.at(1).items, 0) << "the section names it in another letter case";
}
