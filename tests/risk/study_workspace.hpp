#pragma once

#include "tests/support/workspaces.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/workspace/care.hpp"

#include <gmock/gmock.h>

namespace tests {

/// A workspace with a risk study, written as people write it: kind by kind.
class StudyWorkspace : public OnEachEngine {
protected:
  hdskit::Workspace workspace_ = fresh_workspace();

  std::int64_t add(std::string_view kind, const hdskit::Assignments& values) {
    std::int64_t id = 0;
    workspace_.change(acting(), [&](hdskit::Change& change) { id = hdskit::risk_kind(kind).add(change, values); });
    return id;
  }
  void edit(std::string_view kind, std::string_view reference, const hdskit::Assignments& values) {
    const auto& known = hdskit::risk_kind(kind);
    workspace_.change(acting(), [&](hdskit::Change& change) { known.edit(change, hdskit::record_referenced(workspace_, known, reference), values); });
  }
  void remove(std::string_view kind, std::string_view reference) {
    const auto& known = hdskit::risk_kind(kind);
    workspace_.change(acting(), [&](hdskit::Change& change) { known.remove(change, hdskit::record_referenced(workspace_, known, reference)); });
  }
  /// The problem that this ends in; nothing may have changed.
  template <typename Work> hdskit::Problem refusal(Work work) {
    const auto before = journal_end();
    const auto problem = problem_of(work);
    EXPECT_EQ(journal_end(), before);
    EXPECT_NE(problem.remedy(), "");
    return problem;
  }
  std::string journal_end() { return workspace_.read("select digest from journal_head")[0][0]; }
  std::string value(std::string_view kind, std::string_view reference, std::string_view field) {
    const auto& known = hdskit::risk_kind(kind);
    return known.find(workspace_, hdskit::record_referenced(workspace_, known, reference)).values[known.index_of(field)];
  }
  void expect_sound() { EXPECT_THAT(hdskit::check_workspace(workspace_), testing::IsEmpty()); }

  /// A business value, a feared event, a pair, a scenario with its path, an operational scenario with two actions, a risk and a measure.
  void add_small_study() {
    add("mission", {{"name", "Soigner"}});
    add("business_value", {{"name", "Dossier patient"}, {"missions", "M1"}});
    add("supporting_asset", {{"name", "Serveur de fichiers"}, {"business_values", "VM1"}});
    add("feared_event", {{"name", "Dossiers illisibles"}, {"business_value", "VM1"}, {"gravity", "4"}});
    add("source_objective", {{"source", "Groupe criminel"}, {"objective", "Rançon"}, {"motivation", "4"}, {"resources", "3"}, {"activity", "3"}});
    add("stakeholder", {{"name", "Télémainteneur"}, {"dependency", "3"}, {"penetration", "4"}, {"maturity", "2"}, {"trust", "3"}});
    add("strategic_scenario", {{"name", "Rançon par le prestataire"}, {"source_objective", "SR1"}, {"feared_events", "ER1"}});
    add("attack_path", {{"name", "Par la télémaintenance"}, {"strategic_scenario", "SS1"}, {"stakeholders", "PP1"}, {"steps", "Vol du mot de passe; Rebond"}});
    add("operational_scenario", {{"name", "Chiffrement"}, {"attack_path", "CA1"}});
    add("elementary_action", {{"name", "Hameçonner"}, {"operational_scenario", "SO1"}, {"probability", "3"}});
    add("elementary_action", {{"name", "Chiffrer"}, {"operational_scenario", "SO1"}, {"after", "AE1"}, {"supporting_asset", "BS1"}, {"probability", "2"}});
    add("risk", {{"name", "Rançongiciel"}, {"gravity", "4"}, {"likelihood", "3"}, {"scenario", "SO1"}, {"feared_events", "ER1"}});
    add("measure", {{"name", "Sauvegarde hors ligne"}, {"risks", "R1"}, {"scenarios", "SO1"}, {"stakeholders", "PP1"}, {"progress", "20"}});
    add("baseline_item", {{"framework", "Guide d’hygiène"}, {"requirement", "Mots de passe"}, {"application", "partly_applied"}, {"measures", "MS1"}});
  }
};

} // namespace tests
