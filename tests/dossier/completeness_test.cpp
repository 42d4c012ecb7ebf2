#include "tests/dossier/sample_input.hpp"
#include "toolkit/dossier/completeness.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using tests::complete_input;
using tests::sample_day;

namespace {

/// "item kind" of each gap.
std::vector<std::string> gaps_of(const DossierInput& input) {
  std::vector<std::string> gaps;
  for (const auto& gap : find_gaps(input, sample_day())) {
    EXPECT_FALSE(gap.sentence.empty());
    gaps.push_back(gap.item + " " + std::string{word_of(gap.kind)});
  }
  return gaps;
}

} // namespace

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Completeness, finds_nothing_missing_in_a_complete_file) { EXPECT_THAT(gaps_of(complete_input()), IsEmpty()); }

TEST(Completeness, names_a_mandatory_item_without_answer_but_not_an_optional_one) {
  auto input = complete_input();
  input.answers.erase(input.answers.begin() + 1);
  EXPECT_THAT(gaps_of(input), ElementsAre("A2-8 unanswered"));
  input.checklist.items[1].mandatory = false;
  EXPECT_THAT(gaps_of(input), IsEmpty());
}

TEST(Completeness, names_an_answer_whose_text_is_blank) {
  auto input = complete_input();
  input.answers[1].statement = " \n ";
  EXPECT_THAT(gaps_of(input), ElementsAre("A2-8 statement-empty"));
}

TEST(Completeness, names_missing_evidence_and_says_which_was_expected) {
  auto input = complete_input();
  input.evidence[0].requirements.clear();
  EXPECT_THAT(gaps_of(input), ElementsAre("A1-1 evidence-missing"));
  EXPECT_NE(find_gaps(input, sample_day()).front().sentence.find("Approved policy"), std::string::npos);
}

TEST(Completeness, names_evidence_the_day_after_its_validity_ended) {
  auto input = complete_input();
  input.evidence[0].valid_until = sample_day();
  EXPECT_THAT(gaps_of(input), IsEmpty());
  input.evidence[0].valid_until = sample_day().plus_days(-1);
  EXPECT_THAT(gaps_of(input), ElementsAre("PSSI evidence-expired"));
}

TEST(Completeness, wants_demonstration_from_the_answer_and_from_its_documents) {
  auto input = complete_input();
  input.answers[0].state = DemonstrationState::written;
  EXPECT_THAT(gaps_of(input), ElementsAre("A1-1 not-demonstrated"));
  input = complete_input();
  input.evidence[0].state = DemonstrationState::written;
  EXPECT_THAT(gaps_of(input), ElementsAre("A1-1 not-demonstrated"));
}

TEST(Completeness, names_a_cited_code_that_no_document_bears_once_per_item) {
  auto input = complete_input();
  input.answers[0].statement += " Voir [AUDIT-2027], encore [AUDIT-2027].";
  EXPECT_THAT(gaps_of(input), ElementsAre("A1-1 annex-absent"));
}

TEST(Completeness, names_a_document_whose_bytes_left_the_vault) {
  auto input = complete_input();
  input.stored_digests.clear();
  EXPECT_THAT(gaps_of(input), ElementsAre("PSSI annex-absent"));
}

TEST(Completeness, names_a_document_that_nothing_cites) {
  auto input = complete_input();
  input.evidence.push_back(input.evidence[0]);
  input.evidence[1].code = "ANNUAIRE-2024";
  input.evidence[1].requirements.clear();
  EXPECT_THAT(gaps_of(input), ElementsAre("ANNUAIRE-2024 annex-uncited"));
}

TEST(Completeness, a_citation_in_another_case_counts) {
  auto input = complete_input();
  input.checklist.items[0].evidence.clear();
  input.checklist.items[0].demonstration = false;
  input.evidence[0].requirements.clear();
  input.evidence[0].code = "Pssi-1";
  input.answers[0].statement = "Voir [PSSI-1].";
  EXPECT_THAT(gaps_of(input), IsEmpty());
}

TEST(Completeness, names_a_compulsory_function_that_nobody_holds_that_day) {
  auto input = complete_input();
  input.organisation.mandates[4].ends_on = sample_day().plus_days(-1);
  EXPECT_THAT(gaps_of(input), ElementsAre("quality_manager mandate-vacant"));
}

TEST(Completeness, names_the_clause_that_a_contract_in_force_lacks) {
  auto input = complete_input();
  input.organisation.contracts[0].clauses.clear();
  EXPECT_THAT(gaps_of(input), ElementsAre("A2-8 clause-missing"));
  EXPECT_NE(find_gaps(input, sample_day()).front().sentence.find("CTR-01"), std::string::npos);
}

TEST(Completeness, names_a_client_whose_only_contract_has_ended) {
  auto input = complete_input();
  input.organisation.contracts[0].ends_on = sample_day().plus_days(-1);
  EXPECT_THAT(gaps_of(input), ElementsAre("EHPAD des Tilleuls clause-missing"));
}

TEST(Completeness, names_a_subcontractor_whose_certificate_expired) {
  auto input = complete_input();
  Subcontractor vendor;
  vendor.name = "Télémaintenance SA";
  vendor.certificate_expires_on = Date::of(2026, 1, 1);
  input.organisation.subcontractors = {vendor};
  EXPECT_THAT(gaps_of(input), ElementsAre("Télémaintenance SA evidence-expired"));
}

TEST(Completeness, of_an_empty_workspace_says_what_to_describe_first) {
  DossierInput input;
  input.checklist = complete_input().checklist;
  const auto gaps = gaps_of(input);
  EXPECT_THAT(
      gaps, testing::IsSupersetOf({"entity identity-missing", "site identity-missing", "service identity-missing", "A1-1 unanswered", "ciso mandate-vacant"}));
}

TEST(Completeness, summary_counts_each_item_once_per_obligation_and_form) {
  const auto input = complete_input();
  const auto summary = summarise(input, find_gaps(input, sample_day()));
  EXPECT_EQ(summary.items, 2);
  EXPECT_EQ(summary.answered, 2);
  EXPECT_EQ(summary.demonstrated, 1);
  EXPECT_EQ(summary.obligations.at(0).items, 2);
  EXPECT_EQ(summary.forms.at(1).items, 1);
}
