#include "tests/support/workspaces.hpp"
#include "toolkit/certification/certification_store.hpp"
#include "toolkit/certification/transfer_page.hpp"
#include "toolkit/demonstration/create_demonstration.hpp"
#include "toolkit/demonstration/demonstration_files.hpp"
#include "toolkit/dossier/build_dossier.hpp"
#include "toolkit/dossier/completeness.hpp"
#include "toolkit/dossier/template_store.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/evidence/verify_evidence.hpp"
#include "toolkit/habilitation/check_habilitation.hpp"
#include "toolkit/habilitation/habilitation_store.hpp"
#include "toolkit/procedure/procedure_store.hpp"
#include "toolkit/procedure/standing.hpp"
#include "toolkit/requirements/framework_store.hpp"
#include "toolkit/risk/coverage.hpp"
#include "toolkit/risk/likelihood.hpp"
#include "toolkit/risk/lint.hpp"
#include "toolkit/risk/study_json.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/risk/threat.hpp"
#include "toolkit/risk/version.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/journal.hpp"

#include <gmock/gmock.h>

#include <set>

using namespace hdskit;
using namespace tests;

namespace {

Date day() { return *Date::of(2026, 11, 22); }

std::vector<std::string> references_of(const std::vector<LevelChange>& changes) {
  std::vector<std::string> references;
  for (const auto& change : changes) references.push_back(change.reference);
  return references;
}

} // namespace

/// One demonstration for all tests of this file: making it typesets 47 documents.
class Demonstration : public testing::Test {
protected:
  static void SetUpTestSuite() {
    folder_ = new ScratchFolder;
    create_demonstration((folder_->path() / "demo.hds").string(), acting());
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  static Workspace open() { return Workspace::open((folder_->path() / "demo.hds").string()); }
  static const std::filesystem::path& folder() { return folder_->path(); }

private:
  static inline ScratchFolder* folder_ = nullptr;
};

TEST_F(Demonstration, hosts_eleven_establishments_with_twelve_services_and_forty_documents) {
  const auto input = read_dossier_input(open());
  EXPECT_EQ(input.organisation.clients.size(), 11u);
  EXPECT_EQ(input.organisation.services.size(), 12u);
  EXPECT_GE(input.evidence.size(), 40u);
  EXPECT_THAT(input.evidence, testing::Contains(testing::Field(&Evidence::media_type, "image/jpeg")));
  for (const auto& evidence : input.evidence) EXPECT_FALSE(evidence.approver.empty() && evidence.author.empty()) << evidence.code;
}

TEST_F(Demonstration, lacks_what_its_readme_says_and_nothing_else) {
  std::vector<std::string> gaps;
  for (const auto& gap : find_gaps(read_dossier_input(open()), day())) gaps.push_back(gap.item + " " + std::string{word_of(gap.kind)});
  EXPECT_THAT(gaps, testing::UnorderedElementsAre("R1111-9-5 statement-empty", "R1111-14-1-f unanswered", "R1111-12-6 annex-absent",
                                                  "R1111-14-2-a not-demonstrated", "quality_manager mandate-vacant", "R1111-13-8 clause-missing",
                                                  "ANNUAIRE-2024 annex-uncited", "ANNUAIRE-2024 evidence-expired", "SALLE-CERTIF evidence-expired"));
}

TEST_F(Demonstration, leaves_open_in_its_certification_what_its_readme_says_and_nothing_else) {
  std::vector<std::string> gaps;
  for (const auto& gap : find_gaps(read_dossier_input(open(), "hds-v2"), day())) gaps.push_back(gap.item + " " + std::string{word_of(gap.kind)});
  EXPECT_THAT(gaps, testing::UnorderedElementsAre("EXI-05-D-d unanswered", "EXI-14 unanswered", "EXI-15-A unanswered", "EXI-15-D unanswered",
                                                  "EXI-20 unanswered", "EXI-27-A unanswered", "EXI-31-D unanswered", "EXI-06 evidence-missing",
                                                  "EXI-11 evidence-missing", "EXI-11 not-demonstrated", "EXI-12 evidence-missing", "EXI-16-B not-demonstrated",
                                                  "R1111-11-1 clause-missing", "R1111-11-9 clause-missing", "R1111-11-12 clause-missing",
                                                  "R1111-11-1 clause-missing", "R1111-11-5 clause-missing", "R1111-11-10 clause-missing",
                                                  "quality_manager mandate-vacant", "ANNUAIRE-2024 annex-uncited", "ANNUAIRE-2024 evidence-expired"));
}

TEST_F(Demonstration, decides_on_all_93_controls_of_its_statement_of_applicability) {
  const auto input = read_dossier_input(open(), "soa-27001-2022");
  std::vector<std::string> excluded;
  ASSERT_EQ(input.checklist.items.size(), 93u);
  for (const auto& item : input.checklist.items) {
    const auto* answer = input.answer_to(item.id);
    ASSERT_TRUE(answer) << item.id;
    EXPECT_FALSE(answer->statement.empty()) << item.id;
    if (answer->applicability == Applicability::excluded) excluded.push_back(item.id);
  }
  EXPECT_THAT(excluded, testing::ElementsAre("SOA-5-23", "SOA-8-25", "SOA-8-28", "SOA-8-30"));
}

TEST_F(Demonstration, answers_to_whom_it_employs) {
  const auto input = read_dossier_input(open());
  std::set<std::string> people;
  for (const auto& person : input.organisation.people) people.insert(person.name);
  for (const auto& answer : input.answers) EXPECT_TRUE(people.contains(answer.owner)) << answer.item << " " << answer.owner;
}

TEST_F(Demonstration, has_a_risk_map_with_two_scenarios_worked_out_to_the_elementary_actions) {
  const auto study = read_study(open());
  EXPECT_GE(study.risks.size(), 45u);
  EXPECT_GE(study.measures.size(), 40u);
  EXPECT_EQ(study.frame.reference, "EBIOS-2026");
  ASSERT_EQ(study.strategic_scenarios.size(), 2u);
  const StudyIndex index{study};
  for (const auto& scenario : study.strategic_scenarios) EXPECT_EQ(index.paths_of(scenario).size(), 2u) << scenario.reference;
  std::vector<std::string> likelihoods;
  for (const auto& scenario : study.operational_scenarios) {
    std::set<AttackPhase> phases;
    std::set<ActionNeed> joins;
    for (const auto* action : index.actions_of(scenario)) {
      phases.insert(action->phase);
      if (action->after.size() > 1) joins.insert(action->needs);
    }
    EXPECT_EQ(phases.size(), 4u) << scenario.reference;
    EXPECT_EQ(joins.size(), 2u) << scenario.reference << " joins by AND and by OR";
    EXPECT_THAT(index.actions_of(scenario).size(), testing::AllOf(testing::Ge(8u), testing::Le(14u))) << scenario.reference;
    const auto likelihood = likelihood_of(index, scenario);
    likelihoods.push_back(scenario.reference + " V" + std::to_string(likelihood.value) + " " + to_field_text(likelihood.method));
  }
  EXPECT_THAT(likelihoods, testing::ElementsAre("SO1 V3 standard", "SO2 V2 advanced", "SO3 V3 standard", "SO4 V2 express"));
}

TEST_F(Demonstration, keeps_its_risk_study_as_its_file_says) {
  const auto written = parse_study(demonstration_file("risk/study.json"), "study.json");
  EXPECT_EQ(study_text(read_study(open())), study_text(written));
}

TEST_F(Demonstration, speaks_of_every_minimum_event_and_obligation_in_its_risk_map) {
  const auto study = read_study(open());
  for (const auto& event : minimum_event_coverage(study)) EXPECT_FALSE(event.risks.empty()) << event.id;
  const auto obligations = obligation_coverage(study, {{"organisation", ""}, {"continuity", ""}, {"access", ""}, {"backup", ""}});
  ASSERT_EQ(obligations.size(), 4u);
  for (const auto& obligation : obligations) EXPECT_FALSE(obligation.risks.empty()) << obligation.id;
}

TEST_F(Demonstration, has_stakeholders_in_every_zone_and_owners_whom_it_employs) {
  const auto workspace = open();
  const auto study = read_study(workspace);
  std::set<int> zones;
  for (const auto& stakeholder : study.stakeholders) {
    const auto threat = threat_of(stakeholder);
    ASSERT_TRUE(threat) << stakeholder.reference;
    const auto zone = zone_of(study.scale, *threat);
    zones.insert(zone ? study.scale.zones[*zone].rank : 0);
  }
  EXPECT_EQ(zones, (std::set<int>{0, 1, 2, 3}));
  std::set<std::string> people{""};
  for (const auto& person : read_dossier_input(workspace).organisation.people) people.insert(person.name);
  for (const auto& risk : study.risks) EXPECT_TRUE(people.contains(risk.owner) && !risk.owner.empty() && people.contains(risk.accepted_by)) << risk.reference;
  for (const auto& measure : study.measures) EXPECT_TRUE(people.contains(measure.owner)) << measure.reference;
}

TEST_F(Demonstration, leaves_to_the_linter_what_its_readme_says_and_nothing_else) {
  std::vector<std::string> found;
  for (const auto& finding : lint(read_study(open()), day())) found.push_back(finding.rule + " " + finding.subject);
  EXPECT_THAT(found, testing::UnorderedElementsAre("orphan-object stakeholder PP10", "feared-event-without-gravity feared_event ER15",
                                                   "level-contradicts-matrix risk R47", "accepted-without-signature risk R41",
                                                   "measure-without-owner measure MS42", "measure-late measure MS22"));
}

TEST_F(Demonstration, froze_its_risk_study_in_july_and_has_moved_since) {
  const auto workspace = open();
  const auto versions = study_versions(workspace);
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_EQ(versions.front().number, "1.0");
  EXPECT_EQ(versions.front().frozen_on, Date::of(2026, 7, 7));
  EXPECT_EQ(versions.front().risks, 43);
  const auto moved = compare_studies(study_at(workspace, versions.front()), read_study(workspace));
  EXPECT_THAT(references_of(moved.appeared), testing::UnorderedElementsAre("R44", "R45", "R46", "R47", "R48", "R49", "R50"));
  EXPECT_THAT(references_of(moved.gone), testing::ElementsAre("R43"));
  EXPECT_THAT(references_of(moved.up), testing::UnorderedElementsAre("R35", "R38"));
  EXPECT_THAT(references_of(moved.down), testing::UnorderedElementsAre("R26", "R30", "R34", "R37", "R42"));
  const auto history = history_of(workspace, "R38");
  ASSERT_EQ(history.size(), 2u);
  EXPECT_LT(history.front().residual, history.back().residual);
}

TEST_F(Demonstration, waits_for_the_opinion_of_the_cnil_on_what_it_filed_in_autumn) {
  const auto files = all_procedures(open());
  ASSERT_EQ(files.size(), 4u);
  const auto standing = standing_of(files.front(), day());
  EXPECT_EQ(standing.state, ProcedureState::under_way);
  EXPECT_EQ(standing.filed, Date::of(2026, 10, 5));
  ASSERT_TRUE(standing.find("cnil"));
  EXPECT_EQ(standing.find("cnil")->state, StageState::running);
  EXPECT_EQ(standing.find("cnil")->latest, Date::of(2026, 12, 8));
  EXPECT_FALSE(standing.find("cnil")->hypothetical);
}

TEST_F(Demonstration, holds_an_agrement_that_ended_a_certification_under_way_and_a_project) {
  const auto workspace = open();
  const auto files = all_procedures(workspace);
  ASSERT_EQ(files.size(), 4u);
  EXPECT_EQ(standing_of(files[1], day()).state, ProcedureState::granted);
  ASSERT_TRUE(standing_of(files[1], day()).renewal);
  EXPECT_LT(standing_of(files[1], day()).renewal->term, day());
  EXPECT_EQ(standing_of(files[2], day()).state, ProcedureState::under_way);
  const auto certification = read_certification(workspace);
  EXPECT_EQ(std::ranges::count_if(certification.nonconformities, [](const Nonconformity& one) { return one.state != NonconformityState::closed; }), 2);
  EXPECT_THAT(transfer_standing(certification.actors).defects, testing::IsEmpty());
  EXPECT_EQ(followed_frameworks(workspace).size(), 3u);
  const auto findings = check_habilitation(read_habilitation(workspace), day());
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings.front().rule, "account-outlives-access");
}

TEST_F(Demonstration, refers_only_to_records_that_it_has) { EXPECT_THAT(check_workspace(open()), testing::IsEmpty()); }

TEST_F(Demonstration, is_intact_in_every_byte_and_every_link) {
  const auto workspace = open();
  for (const auto& finding : verify_evidence(workspace, day())) EXPECT_NE(finding.verdict, Verdict::not_met) << finding.sentence;
  EXPECT_FALSE(verify_journal(workspace));
}

TEST_F(Demonstration, fills_every_template) { EXPECT_THAT(check_templates(open(), day()), testing::IsEmpty()); }

TEST_F(Demonstration, makes_the_same_dossier_twice_whatever_the_number_of_threads) {
  const auto workspace = open();
  const auto first = build_dossier(workspace, {.day = day(), .output = folder() / "a.pdf", .version = "1", .threads = 2});
  const auto second = build_dossier(workspace, {.day = day(), .output = folder() / "b.pdf", .version = "1", .threads = 1});
  EXPECT_EQ(first.pdf.digest, second.pdf.digest);
  EXPECT_EQ(digest_of_file(first.archive), digest_of_file(second.archive));
  EXPECT_GE(first.pdf.pages, 120);
  EXPECT_TRUE(first.draft);
}

TEST_F(Demonstration, is_made_again_with_the_same_documents) {
  create_demonstration((folder() / "again.hds").string(), acting());
  const auto digests = [](const Workspace& workspace) {
    std::vector<std::string> all;
    for (const auto& evidence : all_evidence(workspace)) all.push_back(evidence.code + " " + evidence.digest);
    return all;
  };
  EXPECT_EQ(digests(Workspace::open((folder() / "again.hds").string())), digests(open()));
}

TEST_F(Demonstration, refuses_a_place_that_is_taken_and_leaves_it_alone) {
  write_file(folder() / "taken", "mine");
  EXPECT_EQ(problem_of([&] { create_demonstration((folder() / "taken").string(), acting()); }).kind(), ProblemKind::bad_input);
  EXPECT_EQ(read_file(folder() / "taken"), "mine");
}
