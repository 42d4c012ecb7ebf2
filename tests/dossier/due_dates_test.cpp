#include "toolkit/dossier/due_dates.hpp"

#include "tests/dossier/sample_input.hpp"
#include "tests/dossier/sample_study.hpp"
#include "toolkit/base/translate.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::sample_day;

namespace {

/// A file without any date.
DossierInput dateless_input() {
  auto input = tests::complete_input();
  input.evidence[0].valid_until.reset();
  input.organisation.contracts[0].ends_on.reset();
  return input;
}

Date in(int days) { return sample_day().plus_days(days); }

/// "day kind subject", and "!" when it is overdue.
std::vector<std::string> dates_of(const DossierInput& input) {
  std::vector<std::string> dates;
  for (const auto& date : due_dates(input, sample_day())) {
    EXPECT_THAT(date.sentence, HasSubstr(tr_date(date.day)));
    EXPECT_THAT(date.sentence, testing::Not(HasSubstr("{")));
    dates.push_back(date.day.iso() + " " + std::string{word_of(date.kind)} + " " + date.subject + (date.overdue ? " !" : ""));
  }
  return dates;
}

} // namespace

TEST(DueDates, are_none_where_no_date_is_set) { EXPECT_THAT(dates_of(dateless_input()), IsEmpty()); }

TEST(DueDates, of_documents_are_their_last_day_and_their_next_test) {
  auto input = dateless_input();
  input.evidence[0].valid_until = sample_day();
  input.evidence[0].next_test = in(-1);
  EXPECT_THAT(dates_of(input), ElementsAre("2026-11-21 evidence-test PSSI !", "2026-11-22 evidence-validity PSSI")) << "the last day is not overdue";
  EXPECT_EQ(due_dates(input, sample_day())[0].sentence, "[PSSI] “Politique de sécurité” was to be tested by 21 November 2026.");
  EXPECT_EQ(due_dates(input, in(1))[1].sentence, "[PSSI] “Politique de sécurité” expired on 22 November 2026.");
}

TEST(DueDates, of_answers_go_when_the_work_is_done) {
  auto input = dateless_input();
  for (auto& answer : input.answers) answer.due = in(30);
  EXPECT_THAT(dates_of(input), IsEmpty()) << "one is demonstrated, the other one written and need not be shown";
  input.answers[0].state = DemonstrationState::written;
  EXPECT_THAT(dates_of(input), ElementsAre("2026-12-22 answer A1-1"));
  input.answers[0].state = DemonstrationState::demonstrated;
  input.answers[1].statement = " ";
  EXPECT_THAT(dates_of(input), ElementsAre("2026-12-22 answer A2-8"));
  input.answers[1].item = "of another checklist";
  EXPECT_THAT(dates_of(input), IsEmpty());
}

TEST(DueDates, of_a_mandate_goes_when_someone_follows_the_day_after) {
  auto input = dateless_input();
  auto& mandates = input.organisation.mandates;
  mandates[1].ends_on = in(10);
  EXPECT_THAT(dates_of(input), ElementsAre("2026-12-02 mandate ciso"));
  EXPECT_EQ(due_dates(input, sample_day())[0].sentence,
            "The mandate “" + tr(choices_of(MandateRole{})[1].label) + "” of Personne 2 ends on 2 December 2026; nobody follows.");
  auto next = mandates[1];
  next.starts_on = in(12);
  next.ends_on.reset();
  mandates.push_back(next);
  EXPECT_THAT(dates_of(input), ElementsAre("2026-12-02 mandate ciso")) << "one day stays vacant";
  mandates.back().starts_on = in(11);
  EXPECT_THAT(dates_of(input), IsEmpty());
}

TEST(DueDates, of_a_mandate_that_was_followed_stay_quiet_even_when_the_follower_has_gone) {
  auto input = dateless_input();
  auto& mandates = input.organisation.mandates;
  auto next = mandates[1];
  mandates[1].ends_on = in(-400);
  next.starts_on = in(-399);
  next.ends_on = in(-5);
  mandates.push_back(next);
  EXPECT_THAT(dates_of(input), ElementsAre("2026-11-17 mandate ciso !"));
}

TEST(DueDates, of_a_contract_goes_when_another_one_of_the_client_follows) {
  auto input = dateless_input();
  auto& contracts = input.organisation.contracts;
  contracts[0].ends_on = in(-3);
  EXPECT_THAT(dates_of(input), ElementsAre("2026-11-19 contract CTR-01 !"));
  auto next = contracts[0];
  next.reference = "CTR-02";
  next.starts_on = in(-1);
  next.ends_on = in(700);
  contracts.push_back(next);
  EXPECT_THAT(dates_of(input), ElementsAre("2028-10-22 contract CTR-02")) << "in force today, although two days were not covered";
}

TEST(DueDates, of_subcontractors_are_those_of_contract_and_certificate) {
  auto input = dateless_input();
  Subcontractor vendor;
  vendor.name = "Télémaintenance SA";
  vendor.contract_ends_on = in(2);
  vendor.certificate_expires_on = in(1);
  input.organisation.subcontractors = {vendor};
  EXPECT_THAT(dates_of(input), ElementsAre("2026-11-23 subcontractor-certificate Télémaintenance SA", "2026-11-24 subcontractor-contract Télémaintenance SA"));
}

TEST(DueDates, of_measures_go_when_they_are_done_or_abandoned) {
  auto input = dateless_input();
  input.study.measures = tests::sample_study().measures;
  EXPECT_THAT(dates_of(input), ElementsAre("2026-11-01 measure MS1 !"));
  EXPECT_EQ(due_dates(input, sample_day())[0].owner, "Zoé Ferrand");
  input.study.measures[0].state = MeasureState::done;
  EXPECT_THAT(dates_of(input), IsEmpty());
}

TEST(DueDates, of_the_risk_study_are_reviews_of_risks_and_both_cycles) {
  auto input = dateless_input();
  input.study = tests::sample_study();
  input.study.measures.clear();
  EXPECT_THAT(dates_of(input),
              ElementsAre("2026-10-01 operational-review EBIOS-2026 !", "2026-12-15 risk-review R1", "2028-06-01 strategic-review EBIOS-2026"));
  EXPECT_EQ(due_dates(input, sample_day())[1].sentence, "The risk R1 “Rançongiciel” is to be reviewed by 15 December 2026.");
}
