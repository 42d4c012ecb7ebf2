#include "toolkit/dossier/deadlines.hpp"

#include "tests/dossier/sample_input.hpp"
#include "tests/dossier/sample_study.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/procedure/procedure_store.hpp"
#include "toolkit/procedure/regime_reader.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <gmock/gmock.h>

#include <set>

using namespace hdskit;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

Date day(const char* iso) { return *Date::parse(iso); }

std::vector<std::string> uids_of(const std::vector<Deadline>& deadlines) {
  std::vector<std::string> uids;
  for (const auto& deadline : deadlines) uids.push_back(deadline.uid);
  return uids;
}

class Deadlines : public tests::OnEachEngine {
protected:
  Workspace workspace_ = fresh_workspace();
  template <typename Work> void change(Work work) { workspace_.change(tests::acting(), work); }
};
INSTANTIATE_ON_BOTH_ENGINES(Deadlines);

TEST_P(Deadlines, gather_what_procedures_and_the_dossier_know) {
  change([](Change& change) {
    adopt_checklist(change, std::string{shipped_checklist("agrement-2006")});
    add_evidence_bytes(change, {.code = "PSSI", .title = "Policy", .author = "Zoé Ferrand", .valid_until = day("2026-12-31"), .next_test = day("2026-12-01")},
                       "bytes");
    const auto person = add_record(change, Person{.name = "Zoé Ferrand"});
    add_record(change, Mandate{.role = MandateRole::ciso, .person = person.id, .ends_on = day("2027-01-31")});
    add_record(change, Contract{.reference = "C-1", .client = add_record(change, Client{.name = "CH"}).id, .ends_on = day("2027-02-28")});
    add_record(change, Subcontractor{.name = "Archives", .certificate_expires_on = day("2027-03-31"), .contract_ends_on = day("2027-04-30")});
    const auto checklist = workspace_checklist(change.workspace());
    give_answer(change, checklist, {.item = "R1111-14-2-a", .owner = "Paul", .due = day("2027-05-31")});
    const auto procedure = start_procedure(change, {.title = "Imaging", .regime_xml = std::string{shipped_regime("agrement-2006")}});
    record_event(change, {.procedure = procedure.id, .kind = EventKind::filed, .date = day("2026-11-15")}, day("2026-11-22"));
  });
  const auto deadlines = all_deadlines(workspace_, day("2026-11-22"));
  EXPECT_THAT(uids_of(deadlines),
              ElementsAre("evidence-PSSI-test", "evidence-PSSI-validity", "procedure-1-cnil", "mandate-1", "procedure-1-committee", "contract-1",
                          "subcontractor-1-certificate", "procedure-1-minister", "subcontractor-1-contract", "answer-R1111-14-2-a"));
  EXPECT_EQ(find_deadline(deadlines, "evidence-PSSI-validity").owner, "Zoé Ferrand");
  EXPECT_EQ(find_deadline(deadlines, "evidence-PSSI-validity").kind, DeadlineKind::evidence);
  EXPECT_EQ(find_deadline(deadlines, "mandate-1").owner, "Zoé Ferrand");
  EXPECT_THAT(find_deadline(deadlines, "mandate-1").title, HasSubstr("Zoé Ferrand"));
  EXPECT_EQ(find_deadline(deadlines, "answer-R1111-14-2-a").owner, "Paul");
  EXPECT_EQ(find_deadline(deadlines, "subcontractor-1-certificate").kind, DeadlineKind::certificate);
  EXPECT_EQ(find_deadline(deadlines, "contract-1").day, day("2027-02-28"));
  EXPECT_THAT(tests::problem_of([&] { find_deadline(deadlines, "procedure-1-cnli"); }).remedy(), HasSubstr("procedure-1-cnil"));
}

TEST_P(Deadlines, need_no_checklist) {
  change([](Change& change) { start_procedure(change, {.title = "x", .regime_xml = std::string{shipped_regime("incident")}}); });
  EXPECT_TRUE(all_deadlines(workspace_, day("2026-11-22")).empty()) << "nothing was filed";
  change([](Change& change) { add_evidence_bytes(change, {.code = "E", .title = "E", .valid_until = day("2026-12-31")}, "bytes"); });
  EXPECT_EQ(all_deadlines(workspace_, day("2026-11-22")).size(), 1u);
}

TEST(DeadlinesOfTheRiskStudy, bear_the_reference_in_their_uid) {
  auto input = tests::complete_input();
  input.evidence.clear();
  input.organisation.contracts.clear();
  input.study = tests::sample_study();
  auto odd = input.study.measures[0];
  odd.reference = "MS_1 é";
  odd.due = day("2026-11-02");
  input.study.measures.push_back(odd);
  const auto deadlines = deadlines_of(input, tests::sample_day());
  EXPECT_THAT(uids_of(deadlines), ElementsAre("risk-study-operational", "measure-MS1", "measure-MS_5f1_20_c3_a9", "risk-R1-review", "risk-study-strategic"));
  EXPECT_EQ(deadlines[0].kind, DeadlineKind::review);
  EXPECT_EQ(deadlines[0].subject, "risk_study:EBIOS-2026");
  EXPECT_EQ(deadlines[1].kind, DeadlineKind::measure);
  EXPECT_EQ(deadlines[1].subject, "measure:MS1");
  EXPECT_EQ(deadlines[1].title, "Measure MS1: Copie hors ligne");
  EXPECT_EQ(deadlines[3].subject, "risk:R1");
}

TEST(DueDates, name_the_record_that_bears_them) {
  auto input = tests::complete_input();
  input.evidence[0].id = EvidenceId{7};
  input.evidence[0].valid_until = tests::sample_day();
  input.evidence[0].author = "Paul";
  const auto dates = due_dates(input, tests::sample_day());
  ASSERT_FALSE(dates.empty());
  EXPECT_EQ(dates[0].record, 7);
  EXPECT_EQ(dates[0].owner, "Paul");
}

} // namespace
