#include "tests/cli/run.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <gmock/gmock.h>

namespace tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// A fresh workspace W in a folder of its own, where each line of bash is run with the real program.
class ContinuityCommands : public testing::Test {
protected:
  void SetUp() override { ASSERT_EQ(bare("$hdskit workspace create W.hds").status, 0); }

  Outcome bare(const std::string& line) const { return run_shell("cd " + folder_.path().string() + "\n" + line); }
  Outcome run(const std::string& words) const { return bare("export HDSKIT_WORKSPACE=W.hds\n$hdskit continuity " + words); }
  boost::json::value json(const std::string& words) const { return boost::json::parse(run(words + " --json").out); }
  std::string bytes_of(const std::string& name) const { return read_bytes((folder_.path() / name).string()); }
  void put(const std::string& name, const std::string& bytes) const { hdskit::write_file(folder_.path() / name, bytes); }
  std::string journal_end() const { return bare("$hdskit journal list --last 1 --workspace W.hds --json").out; }

  /// Urgences (RTO and RPO of 4 h) → the service DPI → a server → a nightly backup.
  void with_chain() const {
    ASSERT_EQ(bare("$hdskit organisation add service --workspace W.hds --set name='Dossier patient' --set code=DPI --set rto='4 h'").status, 0);
    ASSERT_EQ(run("add --set name=Urgences --set rto='4 h' --set rpo='4 h' --set mtpd='8 h'").status, 0);
    ASSERT_EQ(run("add --kind component --set name='Serveur du dossier' --set rto='4 h'").status, 0);
    ASSERT_EQ(run("add --kind backup-arrangement --set name='Sauvegarde nocturne' --set period='24 h'").status, 0);
    put("dependances.csv", "De;Vers\r\nACT1;DPI\r\nDPI;CMP1\r\nCMP1;SV1\r\n");
    ASSERT_EQ(run("import dependances.csv").out, "3 added, 0 changed, 0 as they were, 0 refused.\n");
  }
  void with_plan() const {
    ASSERT_EQ(run("add --kind continuity-plan --set title='Reprise' --set covers=DPI").status, 0);
    ASSERT_EQ(run("add --kind plan-step --set plan=PC1 --set title=Isoler --set duration='30 min'").status, 0);
    ASSERT_EQ(run("add --kind plan-step --set plan=PC1 --set title=Restaurer --set duration='90 min' --set after=ET1").status, 0);
    ASSERT_EQ(run("add --kind plan-step --set plan=PC1 --set title=Prévenir --set duration='15 min' --set after=ET1").status, 0);
  }
  std::vector<std::string> rules() const {
    std::vector<std::string> found;
    const auto findings = json("check").at("findings");
    for (const auto& finding : findings.as_array()) found.emplace_back(finding.at("rule").as_string());
    return found;
  }

private:
  hdskit::ScratchFolder folder_;
};

TEST_F(ContinuityCommands, light_up_a_four_hour_rpo_above_a_nightly_backup_with_the_path) {
  with_chain();
  EXPECT_EQ(run("check").status, 1);
  const auto findings = json("check").at("findings");
  bool lit = false;
  for (const auto& finding : findings.as_array()) {
    if (finding.at("rule") != "backup-period-above-rpo") continue;
    lit = true;
    EXPECT_EQ(finding.at("subject"), "backup_arrangement SV1");
    EXPECT_EQ(finding.at("path"), boost::json::parse(R"(["ACT1","DPI","CMP1","SV1"])"));
    EXPECT_THAT(std::string{finding.at("sentence").as_string()}, HasSubstr("4 h"));
  }
  EXPECT_TRUE(lit);
  EXPECT_THAT(run("show SV1").out, AllOf(HasSubstr("ACT1 → DPI → CMP1 → SV1"), HasSubstr("backup-period-above-rpo")));
  EXPECT_EQ(run("edit SV1 --set period='4 h'").status, 0);
  EXPECT_THAT(rules(), Not(testing::Contains("backup-period-above-rpo")));
}

TEST_F(ContinuityCommands, list_the_rules_without_a_workspace) {
  EXPECT_THAT(bare("$hdskit continuity check --rules").out, AllOf(HasSubstr("backup-period-above-rpo"), HasSubstr("deputy-is-holder")));
}

TEST_F(ContinuityCommands, show_what_is_promised_and_one_record_with_its_chain) {
  with_chain();
  EXPECT_THAT(run("show").out,
              AllOf(HasSubstr("ACT1"), HasSubstr("DPI"), HasSubstr("finding"), HasSubstr("1 components, 1 backup arrangements, 3 dependencies")));
  const auto overview = json("show");
  EXPECT_EQ(overview.at("activities").at(0).at("rto"), "4 h");
  EXPECT_EQ(overview.at("services").at(0).at("needs"), boost::json::parse(R"(["CMP1"])"));
  const auto component = json("show cmp1");
  EXPECT_EQ(component.at("serves"), boost::json::parse(R"(["DPI"])"));
  EXPECT_EQ(component.at("promised_rpo"), "4 h");
  EXPECT_EQ(component.at("rpo_path"), boost::json::parse(R"(["ACT1","DPI","CMP1"])"));
  EXPECT_EQ(json("show dpi").at("kind_of_record"), "service");
  EXPECT_EQ(run("show CMP7").status, 3);
  EXPECT_THAT(run("show CMP7").err, HasSubstr("CMP1"));
}

TEST_F(ContinuityCommands, record_change_and_remove_what_has_no_reference_by_its_number) {
  with_chain();
  EXPECT_EQ(run("edit 1 --kind dependency --set note='Par le réseau'").out, "Changed: dependency ACT1 · DPI.\n");
  EXPECT_EQ(json("list --kind dependency").at(0).at("note"), "Par le réseau");
  EXPECT_EQ(run("remove CMP1").status, 7);
  EXPECT_EQ(run("remove 3 --kind dependency").out, "Removed: dependency CMP1 · SV1.\n");
  EXPECT_EQ(run("remove SV1").out, "Removed: backup arrangement SV1, “Sauvegarde nocturne”.\n");
}

TEST_F(ContinuityCommands, show_a_plan_with_its_critical_path) {
  with_chain();
  with_plan();
  const auto plan = json("plan pc1");
  EXPECT_EQ(plan.at("planned_recovery_minutes"), 120);
  EXPECT_EQ(plan.at("critical_path"), boost::json::parse(R"(["ET1","ET2"])"));
  EXPECT_EQ(plan.at("steps").at(2).at("slack"), 75) << "Prévenir can wait";
  EXPECT_THAT(run("plan PC1").out, AllOf(HasSubstr("Planned recovery time: 2 h."), HasSubstr("ET1 → ET2")));
  EXPECT_EQ(run("plan PC9").status, 3);
}

TEST_F(ContinuityCommands, keep_the_chronicle_of_an_exercise) {
  with_chain();
  with_plan();
  ASSERT_EQ(run("add --kind exercise --set title='Rançongiciel' --set plans=PC1 --set covers='DPI; ACT1' --set held_on=2026-06-02").status, 0);
  ASSERT_EQ(run("note EX1 'Cellule de crise réunie'").status, 0);
  ASSERT_EQ(run("note EX1 'Serveurs isolés' --kind step-done --step ET1").status, 0);
  ASSERT_EQ(run("add --kind corrective-action --set exercise=EX1 --set gap='Annuaire périmé'").status, 0);
  const auto exercise = json("exercise EX1");
  ASSERT_EQ(exercise.at("chronicle").as_array().size(), 2u);
  EXPECT_EQ(exercise.at("chronicle").at(1).at("step"), "ET1");
  EXPECT_EQ(exercise.at("chronicle").at(1).at("kind"), "step_done");
  EXPECT_EQ(exercise.at("chronicle").at(0).at("at").as_string().size(), 19u) << "2026-03-12T14:05:30";
  EXPECT_EQ(exercise.at("corrective_actions").at(0).at("reference"), "AC1");
  EXPECT_EQ(json("exercise").at("programme").at("years").as_array().size(), 3u);
  EXPECT_THAT(run("exercise").out, AllOf(HasSubstr("Rançongiciel"), HasSubstr("never")));
  EXPECT_EQ(run("note EX7 'Perdu'").status, 2);
}

TEST_F(ContinuityCommands, show_the_objectives_of_care) {
  EXPECT_FALSE(json("care").at("objectives").as_array().empty());
  EXPECT_THAT(run("care").out, HasSubstr("O1"));
}

// ---- bad input: named, nothing lost

TEST_F(ContinuityCommands, record_circles_and_deputies_who_are_holders_and_name_them) {
  with_chain();
  ASSERT_EQ(run("add --kind component --set name=Annuaire").status, 0);
  put("boucle.csv", "from;to\nCMP1;CMP2\nCMP2;CMP1\n");
  EXPECT_EQ(run("import boucle.csv").status, 0);
  put("etapes.csv", "Plan;Réf;Étape;Après\nPC1;ET1;Isoler;ET2\nPC1;ET2;Restaurer;ET1\n");
  ASSERT_EQ(run("add --kind continuity-plan --set title=Reprise --set decision_maker=Directrice --set deputy=Directrice").status, 0);
  EXPECT_EQ(run("import etapes.csv --kind plan-step").out, "2 added, 0 changed, 0 as they were, 0 refused.\n");
  EXPECT_EQ(json("list --kind plan-step").at(0).at("after"), boost::json::parse(R"(["ET2"])"));
  const auto found = rules();
  for (const auto* rule : {"dependency-circle", "steps-in-circle", "deputy-is-holder"}) EXPECT_THAT(found, testing::Contains(rule));
  EXPECT_EQ(run("plan PC1").status, 1);
}

TEST_F(ContinuityCommands, name_orphans_promises_without_backup_and_plans_without_decision_maker) {
  with_chain();
  with_plan();
  ASSERT_EQ(run("add --kind component --set name=Oublié").status, 0);
  ASSERT_EQ(run("add --set name=Bloc --set rpo='1 h'").status, 0);
  ASSERT_EQ(run("remove 3 --kind dependency").status, 0);
  const auto found = rules();
  for (const auto* rule : {"needed-by-nothing", "activity-without-service", "rpo-without-backup", "plan-without-decision-maker"})
    EXPECT_THAT(found, testing::Contains(rule));
}

TEST_F(ContinuityCommands, refuse_durations_that_are_none_with_line_and_column) {
  const auto before = journal_end();
  put("activites.csv", "Référence;Activité;DMIA;PDMA;MTPD\r\nACT1;Urgences;-4 h;1 h;8 h\r\nACT2;Bloc;9999999 h;bientôt;8 h\r\n");
  const auto outcome = run("import activites.csv --json");
  EXPECT_EQ(outcome.status, 1);
  const auto refused = boost::json::parse(outcome.out).at("refused").as_array();
  ASSERT_EQ(refused.size(), 3u);
  EXPECT_EQ(refused[0].at("line"), 2);
  EXPECT_EQ(refused[0].at("column"), 3);
  EXPECT_EQ(boost::json::parse(outcome.out).at("added"), 0);
  EXPECT_EQ(journal_end(), before);
}

TEST_F(ContinuityCommands, refuse_rows_that_cite_nothing_and_rows_given_twice) {
  with_chain();
  put("orpheline.csv", "De;Vers\nACT1;CMP9\nACT1;CMP1\nact1;cmp1\n");
  const auto outcome = json("import orpheline.csv");
  ASSERT_EQ(outcome.at("refused").as_array().size(), 2u);
  EXPECT_THAT(std::string{outcome.at("refused").at(0).at("sentence").as_string()}, HasSubstr("CMP9"));
  put("etapes.csv", "Plan;Réf;Étape;Après\nPC1;ET1;Isoler;ET7\n");
  with_plan();
  EXPECT_THAT(run("import etapes.csv --kind plan-step --preview").out, HasSubstr("“ET7”"));
}

// ---- tables and documents

TEST_F(ContinuityCommands, read_the_headings_of_hospitals_and_tell_the_kind_by_them) {
  put("activites.csv", "Référence;Activité;Nature;DMIA;PDMA;Durée maximale tolérable;MBCO\r\nURG;Urgences;care_unit;4h;1 h 30;1 j;Sur papier\r\n");
  EXPECT_EQ(run("import activites.csv").status, 0);
  const auto activity = json("show URG");
  EXPECT_EQ(activity.at("rto"), "4 h");
  EXPECT_EQ(activity.at("rpo"), "90 min");
  EXPECT_EQ(activity.at("mtpd"), "1 j");
  EXPECT_EQ(run("import activites.csv").out, "0 added, 0 changed, 1 as they were, 0 refused.\n");
  put("douteux.csv", "Référence;Nom;RTO\nX1;Serveur;4 h\n");
  const auto doubtful = run("import douteux.csv");
  EXPECT_EQ(doubtful.status, 2);
  EXPECT_THAT(doubtful.err, AllOf(HasSubstr("--kind activity"), HasSubstr("--kind component"), Not(HasSubstr("--kind dependency"))));
  EXPECT_EQ(run("import douteux.csv --kind component").status, 0);
  put("inconnu.csv", "Recette;Sel\n1;2\n");
  EXPECT_EQ(run("import inconnu.csv").status, 2);
}

TEST_F(ContinuityCommands, import_impacts_and_chronicles_by_what_tells_them_apart) {
  with_chain();
  put("impacts.csv", "Activité;Après;Patient;Soins\nACT1;1h;1;2\nACT1;4 h;3;3\n");
  EXPECT_EQ(run("import impacts.csv --kind activity-impact").out, "2 added, 0 changed, 0 as they were, 0 refused.\n");
  put("impacts.csv", "Activité;Après;Patient;Soins\nact1;60 min;2;2\nACT1;4 h;3;3\nACT1;1 j;5;4\n");
  const auto refused = run("import impacts.csv --kind activity-impact");
  EXPECT_EQ(refused.status, 1) << "five is beyond unbearable";
  put("impacts.csv", "Activité;Après;Patient;Soins\nact1;60 min;2;2\nACT1;4 h;3;3\nACT1;1 j;4;4\n");
  EXPECT_EQ(run("import impacts.csv --kind activity-impact").out, "1 added, 1 changed, 1 as they were, 0 refused.\n");
  ASSERT_EQ(run("add --kind exercise --set title=Essai").status, 0);
  put("chronique.csv", "Exercice;Heure;Événement\nEX1;12/03/2026 14:05;Début\nEX1;2026-03-12 14:20;Fin\n");
  EXPECT_EQ(run("import chronique.csv").out, "2 added, 0 changed, 0 as they were, 0 refused.\n");
  EXPECT_EQ(json("exercise EX1").at("chronicle").at(1).at("minutes_since_start"), 15);
}

TEST_F(ContinuityCommands, write_every_kind_as_a_table_that_comes_back_unchanged_in_either_language) {
  const auto page = read_bytes(SOURCE_DIR "/docs/formats/continuity.md");
  const auto start = page.find("```json\n") + 8;
  put("exemple.json", page.substr(start, page.find("```\n", start) - start));
  ASSERT_EQ(run("import exemple.json").status, 0);
  for (const auto* way : {"--lang fr --output t.csv", "--lang en --output t.csv", "--lang fr --output t.xlsx"})
    for (const auto* kind : {"activity", "activity-impact", "component", "backup-arrangement", "dependency", "continuity-plan", "plan-step", "crisis-contact",
                             "action-card", "exercise", "exercise-entry", "corrective-action"}) {
      ASSERT_EQ(run("export --kind " + std::string{kind} + " " + way).status, 0) << kind << " " << way;
      const auto file = std::string{way}.substr(std::string_view{way}.rfind(' ') + 1);
      const auto outcome = run("import " + file + " --json");
      ASSERT_EQ(outcome.status, 0) << kind << " " << way << ": the headings tell the kind\n" << outcome.err << outcome.out;
      const auto counts = boost::json::parse(outcome.out);
      EXPECT_GT(counts.at("unchanged").as_int64(), 0) << kind << " " << way;
      EXPECT_EQ(counts.at("added").as_int64() + counts.at("changed").as_int64(), 0) << kind << " " << way;
    }
}

TEST_F(ContinuityCommands, write_all_as_json_that_another_workspace_takes) {
  with_chain();
  with_plan();
  ASSERT_EQ(run("export --output tout.json").status, 0);
  ASSERT_EQ(bare("$hdskit workspace create V.hds").status, 0);
  const auto outcome = boost::json::parse(bare("$hdskit continuity import tout.json --workspace V.hds --json").out);
  EXPECT_EQ(outcome.at("added"), 10);
  EXPECT_EQ(outcome.at("refused"), boost::json::array{});
  ASSERT_EQ(bare("$hdskit continuity export --output encore.json --workspace V.hds").status, 0);
  EXPECT_EQ(bytes_of("encore.json"), bytes_of("tout.json"));
  EXPECT_EQ(json("import tout.json").at("unchanged"), 10);
  put("faux.json", R"({"format":"hdskit-continuity","version":1,"activities":[{"reference":"ACT9","name":"Bloc","rto":"-1 h"}]})");
  const auto before = journal_end();
  EXPECT_THAT(run("import faux.json").err, HasSubstr("activities[0].rto"));
  EXPECT_EQ(journal_end(), before);
}

TEST_F(ContinuityCommands, list_the_fields_of_every_kind_without_a_workspace) {
  for (const auto* kind : {"activity", "activity-impact", "component", "backup_arrangement", "dependency", "continuity-plan", "plan-step", "crisis-contact",
                           "action-card", "exercise", "exercise-entry", "corrective-action"})
    EXPECT_EQ(bare(std::string{"$hdskit continuity fields --kind "} + kind).status, 0) << kind;
  EXPECT_THAT(bare("$hdskit continuity fields --kind plan-step").out, HasSubstr("reference: continuity or recovery plan"));
}

} // namespace
} // namespace tests
