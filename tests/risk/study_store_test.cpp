#include "toolkit/risk/study_store.hpp"

#include "tests/risk/study_workspace.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/workspace/journal_reversal.hpp"
#include "toolkit/workspace/settings.hpp"

using namespace hdskit;
using namespace tests;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

namespace {

class StudyStore : public StudyWorkspace {};
INSTANTIATE_ON_BOTH_ENGINES(StudyStore);

TEST_P(StudyStore, keeps_every_kind_and_stays_sound) {
  add("risk_study", {{"title", "Étude du CH"}});
  add_small_study();
  const auto study = read_study(workspace_);
  EXPECT_EQ(study.frame.reference, "EBIOS");
  EXPECT_EQ(study.scale.id, shipped_scales().front().id);
  for_each_list(study, [](const char* key, const auto& list) { EXPECT_FALSE(list.empty()) << key; });
  EXPECT_THAT(study.attack_paths[0].steps, ElementsAre("Vol du mot de passe", "Rebond"));
  EXPECT_EQ(study.risks[0].gravity.value, 4);
  expect_sound();
}

TEST_P(StudyStore, gives_the_next_reference_of_the_kind) {
  add("risk", {{"name", "One"}});
  add("risk", {{"name", "Two"}, {"reference", "R12"}});
  add("risk", {{"name", "Other words"}, {"reference", "DSI-7"}});
  EXPECT_EQ(next_reference(workspace_, risk_kind("risk")), "R13");
  add("risk", {{"name", "Three"}});
  EXPECT_EQ(value("risk", "R13", "name"), "Three");
}

TEST_P(StudyStore, gives_references_one_after_the_other_within_a_change) {
  workspace_.change(acting(), [&](Change& change) {
    for (int i = 0; i < 5; ++i) risk_kind("risk").add(change, {{"name", "Risk"}});
  });
  EXPECT_EQ(read_study(workspace_).risks.back().reference, "R5");
}

TEST_P(StudyStore, refuses_a_reference_that_is_taken_letter_case_and_accents_aside) {
  add("risk", {{"name", "One"}, {"reference", "Été-1"}});
  const auto problem = refusal([&] { add("risk", {{"name", "Two"}, {"reference", " ete-1 "}}); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  EXPECT_EQ(problem.subject(), "reference");
  EXPECT_THAT(problem.what(), HasSubstr("Été-1"));
  add("mission", {{"name", "Another kind"}, {"reference", "Été-1"}});
  add("risk", {{"name", "Two"}, {"reference", "R2"}});
  EXPECT_THAT(refusal([&] { edit("risk", "R2", {{"reference", "ÉTÉ-1"}}); }).what(), HasSubstr("Été-1"));
  edit("risk", "ete-1", {{"reference", "ÉTÉ-1"}}); // its own, in other letters
}

TEST_P(StudyStore, refuses_a_reference_taken_within_the_same_change) {
  refusal([&] {
    workspace_.change(acting(), [&](Change& change) {
      risk_kind("risk").add(change, {{"name", "One"}, {"reference", "X"}});
      risk_kind("risk").add(change, {{"name", "Two"}, {"reference", "x"}});
    });
  });
  add("risk", {{"name", "One"}, {"reference", "X"}}); // what was undone is forgotten
}

TEST_P(StudyStore, refuses_a_citation_that_leads_nowhere) {
  add("feared_event", {{"name", "Event"}});
  const auto problem = refusal([&] { add("risk", {{"name", "Risk"}, {"feared_events", "ER1; ER12"}}); });
  EXPECT_EQ(problem.subject(), "feared_events");
  EXPECT_THAT(problem.what(), AllOf(HasSubstr("ER12"), HasSubstr("Feared events")));
  EXPECT_THAT(problem.remedy(), HasSubstr("ER1"));
  EXPECT_THAT(refusal([&] { add("risk", {{"name", "Risk"}, {"scenario", "SS1"}}); }).what(), HasSubstr("SS1"));
  EXPECT_THAT(refusal([&] { add("stakeholder", {{"name", "X"}, {"subcontractor", "Nobody"}}); }).what(), HasSubstr("Nobody"));
}

TEST_P(StudyStore, writes_citations_as_the_cited_record_writes_its_reference) {
  add("feared_event", {{"name", "Event"}, {"reference", "Évt-1"}});
  add("risk", {{"name", "Risk"}, {"feared_events", "evt-1; ÉVT-1"}});
  EXPECT_EQ(value("risk", "R1", "feared_events"), "Évt-1");
}

TEST_P(StudyStore, refuses_a_circle_of_actions_naming_it_in_order) {
  add("operational_scenario", {{"name", "Scenario"}});
  for (const auto* after : {"", "AE1", "AE2"}) add("elementary_action", {{"name", "Action"}, {"operational_scenario", "SO1"}, {"after", after}});
  const auto problem = refusal([&] { edit("elementary_action", "AE1", {{"after", "AE3"}}); });
  EXPECT_EQ(problem.kind(), ProblemKind::bad_input);
  for (const auto* reference : {"AE1", "AE2", "AE3"}) EXPECT_THAT(problem.what(), HasSubstr(reference));
  refusal([&] { edit("elementary_action", "AE1", {{"after", "AE3"}, {"reference", "AE9"}}); });
  refusal([&] { edit("elementary_action", "AE1", {{"after", "AE1"}}); });
}

TEST_P(StudyStore, refuses_actions_that_come_after_those_of_another_scenario) {
  for (const auto* name : {"First", "Second"}) add("operational_scenario", {{"name", name}});
  add("elementary_action", {{"name", "Action"}, {"operational_scenario", "SO1"}});
  EXPECT_THAT(refusal([&] { add("elementary_action", {{"name", "Action"}, {"operational_scenario", "SO2"}, {"after", "AE1"}}); }).what(), HasSubstr("AE1"));
  add("elementary_action", {{"name", "Action"}, {"operational_scenario", "SO1"}, {"after", "AE1"}});
  EXPECT_THAT(refusal([&] { edit("elementary_action", "AE1", {{"operational_scenario", "SO2"}}); }).what(), HasSubstr("AE2"));
}

TEST_P(StudyStore, refuses_grades_out_of_scale_and_impossible_percentages) {
  const auto problem = refusal([&] { add("risk", {{"name", "Risk"}, {"gravity", "5"}}); });
  EXPECT_EQ(problem.subject(), "gravity");
  EXPECT_THAT(problem.what(), AllOf(HasSubstr("5"), HasSubstr("Gravity"), HasSubstr("1 to 4")));
  refusal([&] { add("stakeholder", {{"name", "X"}, {"trust", "5"}}); });
  refusal([&] { add("risk", {{"name", "X"}, {"residual_vulnerability", "6"}}); });
  refusal([&] { add("risk", {{"name", "X"}, {"level", "4"}}); });
  EXPECT_THAT(refusal([&] { add("measure", {{"name", "X"}, {"progress", "101"}}); }).what(), HasSubstr("101"));
  refusal([&] { add("measure", {{"name", "X"}, {"progress", "-1"}}); });
  add("measure", {{"name", "X"}, {"progress", "100"}});
}

TEST_P(StudyStore, judges_grades_by_the_workspace_s_own_scale) {
  workspace_.change(acting(), [](Change& change) { set_setting(change, risk_scale_setting, text_of(shipped_scale("five-by-five"))); });
  EXPECT_EQ(workspace_scale(workspace_), shipped_scale("five-by-five"));
  add("risk", {{"name", "Risk"}, {"gravity", "5"}});
}

TEST_P(StudyStore, refuses_texts_beyond_their_limits_with_the_name_of_the_field) {
  const auto problem = refusal([&] { add("risk", {{"name", std::string(100'000, 'x')}}); });
  EXPECT_EQ(problem.subject(), "name");
  EXPECT_THAT(problem.what(), AllOf(HasSubstr("Scenario"), HasSubstr("100000"), HasSubstr("500")));
  EXPECT_THAT(refusal([&] { add("risk", {{"name", "x"}, {"cause", std::string(long_text_limit + 1, 'x')}}); }).what(), HasSubstr("Cause"));
  EXPECT_THAT(refusal([&] { add("attack_path", {{"name", "x"}, {"steps", "fine; " + std::string(text_limit + 1, 'x')}}); }).what(), HasSubstr("Intermediate"));
  refusal([&] { add("risk", {{"name", "x"}, {"reference", "a;b"}}); });
  std::string accents;
  for (std::size_t i = 0; i < text_limit; ++i) accents += "é"; // characters, not bytes
  add("risk", {{"name", accents}, {"cause", std::string(long_text_limit, 'x')}});
  EXPECT_THAT(problem_of([] { risk_kind("risk").normalised(1, std::string(501, 'x')); }).what(), HasSubstr("501"));
}

TEST_P(StudyStore, names_the_kind_meant_when_one_is_unknown) {
  EXPECT_EQ(risk_kind("feared-event").word, "feared_event");
  EXPECT_THAT(problem_of([] { risk_kind("feard_event"); }).remedy(), HasSubstr("feared_event"));
  EXPECT_THAT(problem_of([] { risk_kind("unicorn"); }).remedy(), HasSubstr("stakeholder"));
  refusal([&] { add("risk", {{"name", "x"}, {"colour", "red"}}); });
}

TEST_P(StudyStore, holds_one_frame_only) {
  add("risk_study", {{"title", "First"}});
  EXPECT_EQ(refusal([&] { add("risk_study", {{"title", "Second"}}); }).kind(), ProblemKind::refused);
}

TEST_P(StudyStore, does_not_remove_what_is_cited) {
  add_small_study();
  const auto problem = refusal([&] { remove("risk", "R1"); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), HasSubstr("measure MS1"));
  EXPECT_THAT(citing_records(workspace_, risk_kind("feared_event"), "er1"), ElementsAre("strategic scenario SS1", "risk R1"));
  remove("baseline_item", "SOC1");
  remove("measure", "MS1");
  remove("risk", "R1");
  EXPECT_THAT(read_study(workspace_).risks, IsEmpty());
}

TEST_P(StudyStore, lets_citations_follow_a_new_reference_in_the_same_change) {
  add_small_study();
  add("elementary_action", {{"name", "Rebondir"}, {"operational_scenario", "SO1"}, {"after", "AE2; AE1"}});
  JournalSpan span;
  span = change_and_note(workspace_, acting(), [&](Change& change) { risk_kind("elementary_action").edit(change, 1, {{"reference", "Entrée"}}); });
  EXPECT_EQ(value("elementary_action", "AE2", "after"), "Entrée");
  EXPECT_EQ(value("elementary_action", "AE3", "after"), "AE2; Entrée");
  edit("operational_scenario", "SO1", {{"reference", "SO-A"}});
  EXPECT_EQ(value("risk", "R1", "scenario"), "SO-A");
  EXPECT_EQ(value("measure", "MS1", "scenarios"), "SO-A");
  EXPECT_EQ(value("elementary_action", "entree", "operational_scenario"), "SO-A");
  expect_sound();
  workspace_.change(acting(), [&](Change& change) { revert_changes(change, span); });
  EXPECT_EQ(value("elementary_action", "AE3", "after"), "AE2; AE1");
  expect_sound();
}

TEST_P(StudyStore, takes_a_citation_of_two_kinds_for_the_first_that_has_it) {
  add("strategic_scenario", {{"name", "Strategic"}, {"reference", "S1"}});
  add("risk", {{"name", "Risk"}, {"scenario", "S1"}});
  add("operational_scenario", {{"name", "Operational"}, {"reference", "S1"}});
  EXPECT_THAT(citing_records(workspace_, risk_kind("strategic_scenario"), "S1"), IsEmpty());
  EXPECT_THAT(citing_records(workspace_, risk_kind("operational_scenario"), "S1"), ElementsAre("risk R1"));
}

TEST_P(StudyStore, says_what_may_be_cited) {
  add("feared_event", {{"name", "Dossiers illisibles"}});
  workspace_.change(acting(), [](Change& change) {
    HostedService service;
    service.code = "DPI";
    service.name = "Dossier patient";
    add_record(change, service);
    Subcontractor subcontractor;
    subcontractor.name = "Sauvegarde SA";
    add_record(change, subcontractor);
  });
  EXPECT_THAT(citable(workspace_, "feared_event service"), ElementsAre(Pair("ER1", "Dossiers illisibles"), Pair("DPI", "Dossier patient")));
  add("stakeholder", {{"name", "Sauvegarde"}, {"subcontractor", "sauvegarde sa"}});
  add("business_value", {{"name", "Dossier"}, {"services", "dpi"}});
  EXPECT_EQ(value("stakeholder", "PP1", "subcontractor"), "Sauvegarde SA");
  EXPECT_EQ(value("business_value", "VM1", "services"), "DPI");
}

TEST_P(StudyStore, finds_records_by_reference_and_proposes_the_closest) {
  add("risk", {{"name", "Risk"}, {"reference", "Panne-12"}});
  EXPECT_EQ(record_referenced(workspace_, risk_kind("risk"), "panne-12"), 1);
  const auto problem = problem_of([&] { record_referenced(workspace_, risk_kind("risk"), "Pane-12"); });
  EXPECT_EQ(problem.kind(), ProblemKind::not_found);
  EXPECT_THAT(problem.remedy(), HasSubstr("Panne-12"));
}

TEST_P(StudyStore, does_not_stand_in_the_way_of_mending_one_field_of_a_faulty_record) {
  workspace_.change(acting(), [](Change& change) { // as a reverted entry may leave it
    Risk risk;
    risk.reference = "R1";
    risk.name = "Risk";
    risk.feared_events = {"ER9"};
    risk.gravity = {9};
    add_record(change, risk);
  });
  edit("risk", "R1", {{"name", "Better name"}});
  refusal([&] { edit("risk", "R1", {{"feared_events", "ER8"}}); });
  edit("risk", "R1", {{"feared_events", ""}, {"gravity", "3"}});
}

TEST_P(StudyStore, sees_what_another_process_has_recorded_meanwhile) {
  add("risk", {{"name", "Mine"}});
  auto other = Workspace::open(workspace_.location());
  other.change(acting("Ivan Petit"), [](Change& change) { risk_kind("risk").add(change, {{"name", "Theirs"}}); });
  add("risk", {{"name", "Mine again"}});
  EXPECT_EQ(read_study(other).risks.back().reference, "R3");
  EXPECT_EQ(read_study(workspace_).risks[1].name, "Theirs");
  expect_sound();
}

TEST_P(StudyStore, lets_a_risk_grow_into_scenarios_once) {
  add("feared_event", {{"name", "Event"}});
  add("risk", {{"name", "Rançongiciel"}, {"cause", "Hameçonnage"}, {"feared_events", "ER1"}, {"gravity", "4"}});
  std::string grown;
  workspace_.change(acting(), [&](Change& change) { grown = grow_risk(change, "r1"); });
  EXPECT_EQ(grown, "SO1");
  const auto study = read_study(workspace_);
  EXPECT_EQ(study.risks[0].scenario, "SO1");
  EXPECT_EQ(study.risks[0].gravity.value, 4);
  EXPECT_EQ(study.operational_scenarios[0].attack_path, study.attack_paths[0].reference);
  EXPECT_EQ(study.attack_paths[0].strategic_scenario, study.strategic_scenarios[0].reference);
  EXPECT_EQ(study.strategic_scenarios[0].name, "Rançongiciel");
  EXPECT_THAT(study.strategic_scenarios[0].feared_events, ElementsAre("ER1"));
  EXPECT_EQ(refusal([&] { workspace_.change(acting(), [&](Change& change) { grow_risk(change, "R1"); }); }).kind(), ProblemKind::refused);
  expect_sound();
}

TEST_P(StudyStore, takes_thousands_of_risks_in_one_change) {
  add("feared_event", {{"name", "Event"}});
  workspace_.change(acting(), [](Change& change) {
    for (int i = 0; i < 2'000; ++i) risk_kind("risk").add(change, {{"name", "Risk"}, {"gravity", "3"}, {"likelihood", "2"}, {"feared_events", "ER1"}});
  });
  EXPECT_EQ(read_study(workspace_).risks.back().reference, "R2000");
}

} // namespace
