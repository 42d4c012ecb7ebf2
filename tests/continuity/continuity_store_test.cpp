#include "toolkit/continuity/continuity_store.hpp"

#include "tests/continuity/small_hospital.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/continuity/chain_rules.hpp"
#include "toolkit/continuity/continuity_json.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/organisation/record_key.hpp"
#include "toolkit/workspace/care.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <gmock/gmock.h>

namespace tests {
namespace {

using namespace hdskit;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

class ContinuityStore : public OnEachEngine {
protected:
  Workspace workspace_ = fresh_workspace();

  std::int64_t add(std::string_view kind, const Assignments& values) {
    std::int64_t id = 0;
    workspace_.change(acting(), [&](Change& change) { id = continuity_kind(kind).add(change, values); });
    return id;
  }
  void edit(std::string_view kind, std::string_view reference, const Assignments& values) {
    const auto& known = continuity_kind(kind);
    workspace_.change(acting(), [&](Change& change) { known.edit(change, record_referenced(workspace_, known, reference), values); });
  }
  void remove(std::string_view kind, std::string_view reference) {
    const auto& known = continuity_kind(kind);
    workspace_.change(acting(), [&](Change& change) { known.remove(change, record_referenced(workspace_, known, reference)); });
  }
  void import(const Continuity& read) {
    workspace_.change(acting(), [&](Change& change) { import_continuity(change, read); });
  }
  void add_service() {
    workspace_.change(acting(), [](Change& change) { add_record(change, service("DPI")); });
  }
  /// The problem that this ends in; nothing may have changed.
  template <typename Work> Problem refusal(Work work) {
    const auto before = journal_end();
    const auto problem = problem_of(work);
    EXPECT_EQ(journal_end(), before);
    EXPECT_NE(problem.remedy(), "");
    return problem;
  }
  std::string journal_end() { return workspace_.read("select digest from journal_head")[0][0]; }
  std::string value(std::string_view kind, std::string_view reference, std::string_view field) {
    const auto& known = continuity_kind(kind);
    return known.find(workspace_, record_referenced(workspace_, known, reference)).values[known.index_of(field)];
  }
  std::vector<std::string> rules_broken() {
    std::vector<std::string> rules;
    for (const auto& finding : check_continuity(read_continuity(workspace_), day(2026, 11, 22))) rules.push_back(finding.finding.rule);
    return rules;
  }
};
INSTANTIATE_ON_BOTH_ENGINES(ContinuityStore);

TEST_P(ContinuityStore, keeps_every_kind_and_stays_sound) {
  add_service();
  import(sound_hospital());
  const auto read = read_continuity(workspace_);
  EXPECT_EQ(read.services.size(), 1u);
  for_each_continuity_list(read, [&](const char* key, const auto& list) { EXPECT_FALSE(list.empty()) << key; });
  EXPECT_EQ(read.steps[1].after, std::vector<std::string>{"ET1"});
  EXPECT_THAT(check_workspace(workspace_), IsEmpty());
}

TEST_P(ContinuityStore, gives_the_next_reference_of_the_kind_that_no_node_has) {
  add("activity", {{"name", "Urgences"}});
  EXPECT_EQ(value("activity", "ACT1", "name"), "Urgences");
  add("component", {{"name", "Serveur"}, {"reference", "ACT2"}}); // whoever names things as they like
  add("activity", {{"name", "Bloc"}});
  EXPECT_EQ(value("activity", "ACT3", "name"), "Bloc");
  EXPECT_EQ(next_continuity_reference(workspace_, continuity_kind("plan-step")), "ET1");
  EXPECT_EQ(next_continuity_reference(workspace_, continuity_kind("dependency")), "");
}

TEST_P(ContinuityStore, refuses_a_reference_that_another_node_has) {
  add_service();
  add("activity", {{"name", "Urgences"}});
  EXPECT_THAT(refusal([&] { add("component", {{"name", "Serveur"}, {"reference", "act1"}}); }).what(), HasSubstr("“ACT1”"));
  EXPECT_THAT(refusal([&] { add("backup_arrangement", {{"name", "Bandes"}, {"reference", "dpi"}}); }).what(), HasSubstr("“DPI”"));
  add("exercise", {{"title", "Exercice"}, {"reference", "ACT1"}}); // no dependency cites it
}

TEST_P(ContinuityStore, refuses_what_leads_nowhere_and_proposes_the_closest) {
  add("activity", {{"name", "Urgences"}});
  add("component", {{"name", "Serveur"}});
  const auto problem = refusal([&] { add("dependency", {{"from", "ACT1"}, {"to", "CMP9"}}); });
  EXPECT_THAT(problem.what(), HasSubstr("“CMP9”"));
  EXPECT_THAT(problem.remedy(), HasSubstr("CMP1"));
  add("dependency", {{"from", "act1"}, {"to", "cmp1"}});
  EXPECT_EQ(read_continuity(workspace_).dependencies[0].from, "ACT1");
}

TEST_P(ContinuityStore, keeps_a_dependency_once) {
  add("activity", {{"name", "Urgences"}});
  add("component", {{"name", "Serveur"}});
  add("dependency", {{"from", "ACT1"}, {"to", "CMP1"}});
  EXPECT_THAT(refusal([&] { add("dependency", {{"from", "ACT1"}, {"to", "CMP1"}, {"note", "bis"}}); }).what(), HasSubstr("ACT1 · CMP1"));
  EXPECT_THAT(refusal([&] { add("dependency", {{"from", "CMP1"}, {"to", "CMP1"}}); }).what(), HasSubstr("itself"));
}

TEST_P(ContinuityStore, keeps_a_circle_and_a_deputy_who_is_the_holder_for_the_check_to_name) {
  add("component", {{"name", "Annuaire"}});
  add("component", {{"name", "Stockage"}});
  add("dependency", {{"from", "CMP1"}, {"to", "CMP2"}});
  add("dependency", {{"from", "CMP2"}, {"to", "CMP1"}});
  add("continuity_plan", {{"title", "Reprise"}, {"decision_maker", "Directrice"}, {"deputy", "directrice"}});
  add("continuity_plan", {{"title", "Sans décideur"}});
  const auto rules = rules_broken();
  EXPECT_THAT(rules, Contains("dependency-circle"));
  EXPECT_THAT(rules, Contains("deputy-is-holder"));
  EXPECT_THAT(rules, Contains("plan-without-decision-maker"));
}

TEST_P(ContinuityStore, refuses_durations_that_are_negative_absurd_or_none) {
  for (const auto* text : {"-4 h", "99999999 h", "bientôt", "4 semaines"})
    EXPECT_THAT(refusal([&] { add("activity", {{"name", "Urgences"}, {"rto", text}}); }).what(), HasSubstr(text));
  add("activity", {{"name", "Urgences"}});
  EXPECT_THAT(refusal([&] { add("activity_impact", {{"activity", "ACT1"}, {"after", "1 h"}, {"patient", "5"}}); }).what(), HasSubstr("5"));
}

TEST_P(ContinuityStore, refuses_steps_after_themselves_and_after_those_of_another_plan) {
  add("continuity_plan", {{"title", "Un"}});
  add("continuity_plan", {{"title", "Deux"}});
  add("plan_step", {{"plan", "PC1"}, {"title", "Isoler"}});
  refusal([&] { edit("plan_step", "ET1", {{"after", "ET1"}}); });
  refusal([&] { add("plan_step", {{"plan", "PC2"}, {"title", "Restaurer"}, {"after", "ET1"}}); });
  add("plan_step", {{"plan", "PC1"}, {"title", "Restaurer"}, {"after", "ET1"}});
  refusal([&] { edit("plan_step", "ET1", {{"plan", "PC2"}}); });
}

TEST_P(ContinuityStore, lets_citations_follow_a_new_reference) {
  add_service();
  import(sound_hospital());
  edit("component", "CMP2", {{"reference", "SRV-DPI"}});
  const auto read = read_continuity(workspace_);
  EXPECT_EQ(read.dependencies[2].to, "SRV-DPI");
  EXPECT_EQ(read.dependencies[3].from, "SRV-DPI");
  EXPECT_THAT(read.steps[1].restores, ElementsAre("SRV-DPI"));
}

TEST_P(ContinuityStore, does_not_remove_what_is_cited) {
  add_service();
  import(sound_hospital());
  const auto problem = refusal([&] { remove("component", "CMP2"); });
  EXPECT_EQ(problem.kind(), ProblemKind::refused);
  EXPECT_THAT(problem.what(), HasSubstr("CMP1 · CMP2"));
  workspace_.change(acting(), [&](Change& change) {
    const auto& kind = continuity_kind("dependency");
    kind.remove(change, record_referenced(workspace_, kind, "ACT1 · DPI"));
  });
  EXPECT_EQ(read_continuity(workspace_).dependencies.size(), 3u);
}

TEST_P(ContinuityStore, says_what_may_be_cited_and_who_cites) {
  add_service();
  import(sound_hospital());
  EXPECT_THAT(citable_in_continuity(workspace_, "activity service"), ElementsAre(Pair("ACT1", "Emergencies"), Pair("DPI", "DPI")));
  EXPECT_THAT(citing_in_continuity(workspace_, continuity_kind("exercise"), "ex1"),
              ElementsAre("line of a chronicle EX1 · 2026-06-02T09:00:00 · Start", "corrective action AC1"));
}

TEST_P(ContinuityStore, refuses_a_moment_that_is_none) {
  add("exercise", {{"title", "Exercice"}});
  refusal([&] { add("exercise_entry", {{"exercise", "EX1"}, {"at", "tout à l’heure"}, {"text", "Début"}}); });
  add("exercise_entry", {{"exercise", "EX1"}, {"at", "2026-03-12T14:05"}, {"text", "Début"}});
}

TEST_P(ContinuityStore, takes_thousands_of_dependencies_in_one_change) {
  add("activity", {{"name", "Urgences"}});
  workspace_.change(acting(), [](Change& change) {
    for (int i = 1; i <= 2'000; ++i) {
      continuity_kind("component").add(change, {{"name", "Serveur"}});
      continuity_kind("dependency").add(change, {{"from", "ACT1"}, {"to", "CMP" + std::to_string(i)}});
    }
  });
  EXPECT_EQ(read_continuity(workspace_).dependencies.back().to, "CMP2000");
}

// ---- the document

TEST_P(ContinuityStore, writes_and_reads_all_without_loss) {
  add_service();
  import(sound_hospital());
  const auto text = continuity_text(read_continuity(workspace_));
  EXPECT_EQ(continuity_text(parse_continuity(text, "c.json")), text);
  const auto again = preview_continuity(workspace_, parse_continuity(text, "c.json"));
  EXPECT_EQ(again.added + again.changed, 0);
  EXPECT_GT(again.unchanged, 15);
}

TEST_P(ContinuityStore, matches_records_by_reference_or_by_all_that_must_be_filled_in) {
  add_service();
  import(sound_hospital());
  auto other = sound_hospital();
  other.activities[0].name = "Urgences";
  other.dependencies[0].note = "Le dossier";
  other.entries[0].text = "Another line";
  const auto counts = preview_continuity(workspace_, other);
  EXPECT_EQ(counts.changed, 2);
  EXPECT_EQ(counts.added, 1);
  import(other);
  EXPECT_EQ(read_continuity(workspace_).activities.size(), 1u);
  EXPECT_EQ(read_continuity(workspace_).entries.size(), 2u);
}

TEST_P(ContinuityStore, refuses_a_document_that_cannot_be_kept_naming_all) {
  auto faulty = sound_hospital();
  faulty.impacts.push_back({.activity = "NULLE-PART", .after = Minutes{60}});
  faulty.components.push_back({.reference = "ACT1", .name = "Double"});
  faulty.steps[0].after = {"ET4"};
  const auto problem = refusal([&] { import(faulty); });
  for (const auto* word : {"NULLE-PART", "ACT1", "ET4"}) EXPECT_THAT(problem.what(), HasSubstr(word));
}

TEST_P(ContinuityStore, keeps_a_document_before_the_services_that_it_speaks_of) {
  import(sound_hospital());
  EXPECT_THAT(rules_broken(), Contains("dangling-citation"));
}

TEST(ContinuityDocument, names_every_defect_with_its_place) {
  const auto problem = problem_of([] {
    parse_continuity(
        R"({"format":"hdskit-continuity","version":1,"activities":[{"reference":"ACT1","name":"Urgences","rto":"-4 h"},{"name":"Bloc","rta":"4 h"}],
                        "unknown":[]})",
        "c.json");
  });
  for (const auto* place : {"line 1", "activities[0].rto", "activities[1].reference", "rta", "unknown"}) EXPECT_THAT(problem.what(), HasSubstr(place));
}

} // namespace
} // namespace tests
