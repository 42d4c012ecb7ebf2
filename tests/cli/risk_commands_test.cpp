#include "tests/cli/run.hpp"
#include "tests/support/workspaces.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <gmock/gmock.h>

namespace tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// A fresh workspace W in a folder of its own, where each line of bash is run with the real program.
class RiskCommands : public testing::Test {
protected:
  void SetUp() override { ASSERT_EQ(bare("$hdskit workspace create W.hds").status, 0); }

  Outcome bare(const std::string& line) const { return run_shell("cd " + folder_.path().string() + "\n" + line); }
  Outcome run(const std::string& words) const { return bare("export HDSKIT_WORKSPACE=W.hds\n$hdskit risk " + words); }
  boost::json::value json(const std::string& words) const { return boost::json::parse(run(words + " --json").out); }
  std::string bytes_of(const std::string& name) const { return read_bytes((folder_.path() / name).string()); }
  void put(const std::string& name, const std::string& bytes) const { hdskit::write_file(folder_.path() / name, bytes); }
  std::string journal_end() const { return bare("$hdskit journal list --last 1 --workspace W.hds --json").out; }

  void with_risk() const {
    ASSERT_EQ(run("add --set name='Coupure des télécommunications' --set family=Panne --set gravity=Critique --set likelihood=V3 --set owner='DSI' "
                  "--set residual_gravity=3 --set residual_likelihood=2")
                  .out,
              "Recorded: risk R1, “Coupure des télécommunications”.\n");
  }

private:
  hdskit::ScratchFolder folder_;
};

// ---- the register

TEST_F(RiskCommands, record_change_and_remove_a_risk_with_grades_by_word) {
  with_risk();
  const auto risk = json("show R1");
  EXPECT_EQ(risk.at("gravity"), 4);
  EXPECT_EQ(risk.at("likelihood"), 3);
  EXPECT_EQ(risk.at("computed").at("level"), 3);
  EXPECT_EQ(risk.at("computed").at("residual_level"), 2);
  EXPECT_TRUE(risk.at("level").is_null()) << "nobody declared one against the matrix";
  EXPECT_EQ(run("edit r1 --set likelihood=1").status, 0);
  EXPECT_EQ(json("show R1").at("computed").at("level"), 2);
  EXPECT_EQ(run("remove R1").out, "Removed: risk R1, “Coupure des télécommunications”.\n");
  EXPECT_EQ(run("list --json").out, "[]\n");
  EXPECT_EQ(run("show R1").status, 3);
}

TEST_F(RiskCommands, refuse_what_the_study_cannot_hold_and_change_nothing) {
  with_risk();
  const auto before = journal_end();
  EXPECT_EQ(run("add --set name=X --set gravity=7").status, 2);
  EXPECT_EQ(run("add --set name=X --set gravity=énorme").status, 2);
  EXPECT_EQ(run("add --set name=X --set reference=r1").status, 2);
  EXPECT_EQ(run("edit R1 --set scenario=SO9").status, 2);
  EXPECT_THAT(run("add --set nmae=X").err, HasSubstr("“name”"));
  EXPECT_EQ(run("edit R7 --set name=X").status, 3);
  EXPECT_EQ(journal_end(), before);
}

TEST_F(RiskCommands, list_what_the_options_leave) {
  with_risk();
  ASSERT_EQ(run("add --set name='Accès curieux aux dossiers' --set family=Malveillance --set gravity=2 --set likelihood=2 --set strategy=accept").status, 0);
  const auto references = [&](const std::string& options) {
    std::string all;
    const auto risks = json("list " + options);
    for (const auto& risk : risks.as_array()) all += std::string{risk.at("reference").as_string()} + " ";
    return all;
  };
  EXPECT_EQ(references(""), "R1 R2 ");
  EXPECT_EQ(references("--family malveil"), "R2 ");
  EXPECT_EQ(references("--level élevé"), "R1 ");
  EXPECT_EQ(references("--level 1"), "R2 ");
  EXPECT_EQ(references("--residual-level Moyen"), "R1 ");
  EXPECT_EQ(references("--strategy accept"), "R2 ");
  EXPECT_EQ(references("--owner dsi --family panne"), "R1 ");
  EXPECT_EQ(references("--text 'dossiers acces'"), "R2 ");
  EXPECT_EQ(references("--scenario SO1"), "");
  EXPECT_EQ(run("list --level enorme").status, 2);
  EXPECT_EQ(run("list --kind mission --family x").status, 2) << "missions have no family";
}

TEST_F(RiskCommands, understand_kinds_with_hyphens_and_underscores) {
  EXPECT_EQ(run("add --kind feared-event --set name='Dossier indisponible' --set gravity=4").status, 0);
  EXPECT_EQ(run("add --kind feared_event --set name='Dossier divulgué'").status, 0);
  EXPECT_EQ(json("list --kind feared_event").as_array().size(), 2u);
  EXPECT_EQ(json("show ER2").at("kind"), "feared_event") << "the reference tells the kind";
  EXPECT_THAT(run("list --kind feared-events").err, HasSubstr("feared-event"));
}

TEST_F(RiskCommands, ask_which_object_is_meant_when_two_kinds_have_the_reference) {
  ASSERT_EQ(run("add --kind mission --set name=Soigner --set reference=X1").status, 0);
  ASSERT_EQ(run("add --kind stakeholder --set name=Hébergeur --set reference=X1").status, 0);
  const auto outcome = run("remove X1");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("--kind mission"), HasSubstr("--kind stakeholder")));
  EXPECT_EQ(run("remove X1 --kind mission").status, 0);
}

TEST_F(RiskCommands, keep_what_is_cited) {
  with_risk();
  ASSERT_EQ(run("add --kind measure --set name='Deuxième opérateur' --set risks=R1").status, 0);
  EXPECT_EQ(run("remove R1").status, 7);
  EXPECT_EQ(json("show R1").at("measures").at(0).at("reference"), "MS1");
  ASSERT_EQ(run("edit R1 --set reference=TEL1").status, 0);
  EXPECT_EQ(json("show MS1").at("risks").at(0), "TEL1");
}

TEST_F(RiskCommands, tell_the_threat_of_a_stakeholder) {
  ASSERT_EQ(run("add --kind stakeholder --set name=Télémaintenance --set dependency=3 --set penetration=4 --set maturity=2 --set trust=2").status, 0);
  const auto stakeholder = json("show PP1");
  EXPECT_EQ(stakeholder.at("computed").at("threat"), 3.0) << "(3 × 4) / (2 × 2)";
  EXPECT_EQ(stakeholder.at("computed").at("zone"), "Zone de danger");
  EXPECT_THAT(run("show PP1").out, HasSubstr("3: Danger zone"));
}

TEST_F(RiskCommands, list_the_fields_of_every_kind_without_a_workspace) {
  for (const char* kind : {"risk", "measure", "feared-event", "business-value", "supporting-asset", "mission", "baseline-item", "source-objective",
                           "stakeholder", "strategic-scenario", "attack-path", "operational-scenario", "elementary-action", "risk-study"})
    EXPECT_THAT(bare(std::string{"$hdskit risk fields --kind "} + kind).out, HasSubstr("\nreference ")) << kind;
}

// ---- catalogue, growing, coverage

TEST_F(RiskCommands, adopt_a_scenario_and_let_it_grow) {
  EXPECT_THAT(bare("$hdskit risk catalogue").out, HasSubstr("ransomware"));
  EXPECT_EQ(bare("$hdskit risk catalogue ransomwear").status, 3);
  ASSERT_EQ(run("adopt ransomware --with-measures").status, 0);
  EXPECT_GT(json("list --kind measure").as_array().size(), 1u);
  EXPECT_TRUE(json("show R1").at("gravity").is_null()) << "judging is the hospital's work";
  EXPECT_EQ(json("grow R1").at("operational_scenario"), "SO1");
  EXPECT_EQ(run("grow R1").status, 7);
  EXPECT_EQ(json("list --scenario SS1").as_array().size(), 1u) << "through its attack path";
  const auto coverage = json("coverage");
  EXPECT_EQ(coverage.at("obligations").as_array().size(), 4u);
  EXPECT_THAT(run("coverage").out, HasSubstr("R1"));
}

// ---- matrix and figures

TEST_F(RiskCommands, count_the_risks_in_each_cell_of_the_matrix) {
  with_risk();
  ASSERT_EQ(run("add --set name='Non coté'").status, 0);
  const auto matrix = json("matrix");
  EXPECT_EQ(matrix.at("scale").at("id"), "ebios-rm-4x4");
  EXPECT_EQ(matrix.at("initial").as_array().size(), 4u);
  EXPECT_EQ(matrix.at("initial").at(2).at(3), 1) << "likelihood 3, gravity 4";
  EXPECT_EQ(matrix.at("residual").at(1).at(2), 1) << "likelihood 2, gravity 3";
  EXPECT_EQ(matrix.at("initial_risks").at(2).at(3).at(0), "R1");
  EXPECT_EQ(matrix.at("outside").at(0), "R2");
  EXPECT_THAT(run("matrix").out, AllOf(HasSubstr("Before treatment"), HasSubstr("3: R1"), HasSubstr("After treatment"), HasSubstr("2: R1")));
  EXPECT_THAT(run("matrix --initial").out, Not(HasSubstr("After treatment")));
}

TEST_F(RiskCommands, draw_figures_as_svg_and_png) {
  with_risk();
  ASSERT_EQ(run("grow R1 && $hdskit risk add --kind elementary-action --set name='Couper le lien' --set operational_scenario=SO1 --set probability=3").status,
            0);
  EXPECT_EQ(run("radar --output r.svg").status, 7) << "no stakeholder is rated";
  ASSERT_EQ(run("add --kind stakeholder --set name=Opérateur --set dependency=4 --set penetration=2 --set maturity=3 --set trust=2").status, 0);
  for (const char* line :
       {"matrix --output f.svg", "matrix --residual --output f.svg", "radar --output f.svg", "graph SO1 --output f.svg", "graph ss1 --output f.svg"}) {
    EXPECT_EQ(run(line).out, "Written: f.svg\n") << line;
    EXPECT_THAT(bytes_of("f.svg"), HasSubstr("<svg")) << line;
  }
  EXPECT_EQ(run("matrix --output f.png").status, 0);
  EXPECT_THAT(bytes_of("f.png"), StartsWith("\x89PNG"));
  EXPECT_EQ(run("matrix --output f.gif").status, 2);
  EXPECT_EQ(run("graph SO7 --output f.svg").status, 3);
}

// ---- scale

TEST_F(RiskCommands, show_which_risks_another_scale_moves_before_it_is_taken) {
  ASSERT_EQ(run("add --set name='Au milieu' --set gravity=4 --set likelihood=1").status, 0);
  const auto before = journal_end();
  const auto previewed = json("scale --set five-by-five --preview");
  EXPECT_EQ(previewed.at("applied"), false);
  EXPECT_TRUE(previewed.at("regrades").as_bool());
  EXPECT_EQ(journal_end(), before);
  EXPECT_EQ(json("scale").at("id"), "ebios-rm-4x4");
  ASSERT_EQ(run("scale --set five-by-five").status, 0);
  EXPECT_EQ(json("scale").at("id"), "five-by-five");
  EXPECT_EQ(json("list").at(0).at("gravity"), 5) << "4 of 4 is 5 of 5";
}

TEST_F(RiskCommands, take_a_scale_of_ones_own_and_refuse_one_that_falls) {
  ASSERT_EQ(run("scale --export mine.json").status, 0);
  EXPECT_EQ(run("scale --set mine.json").status, 0);
  auto scale = boost::json::parse(bytes_of("mine.json"));
  scale.at("matrix").at(3).at(3) = 1;
  put("falling.json", boost::json::serialize(scale));
  const auto before = journal_end();
  const auto outcome = run("scale --set falling.json");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("falling.json"));
  EXPECT_EQ(run("scale --set no-such-scale").status, 3);
  EXPECT_EQ(journal_end(), before);
  EXPECT_GE(json("scale --list").as_array().size(), 3u);
}

// ---- tables

TEST_F(RiskCommands, import_a_register_of_excel_in_french) {
  put("registre.csv", "N\xb0;Famille;Sc\xe9nario;Actif;G;V;Strat\xe9gie;Propri\xe9taire;G r\xe9siduelle;V r\xe9siduelle;Cause\r\n"
                      "R1;Panne;\"Perte de la salle ; nord\";Salle 1;Critique;3,0;R\xe9"
                      "duire;DSI;2;2;\"Incendie\nou inondation\"\r\n"
                      "R2;Erreur;Mauvais patient;DPI;3;2;Accepter;DIM;3;1;\r\n");
  EXPECT_EQ(run("import registre.csv --preview --json").out, "{\"added\":2,\"changed\":0,\"unchanged\":0,\"refused\":[]}\n");
  EXPECT_EQ(run("list --json").out, "[]\n") << "a preview changes nothing";
  EXPECT_EQ(run("import registre.csv --json").out, "{\"added\":2,\"changed\":0,\"unchanged\":0,\"refused\":[]}\n");
  const auto risk = json("show R1");
  EXPECT_EQ(risk.at("name"), "Perte de la salle ; nord");
  EXPECT_EQ(risk.at("cause"), "Incendie\nou inondation");
  EXPECT_EQ(risk.at("gravity"), 4);
  EXPECT_EQ(risk.at("strategy"), "reduce");
  const auto before = journal_end();
  EXPECT_EQ(run("import registre.csv --json").out, "{\"added\":0,\"changed\":0,\"unchanged\":2,\"refused\":[]}\n");
  EXPECT_EQ(journal_end(), before) << "nothing new, nothing in the journal";
}

TEST_F(RiskCommands, refuse_a_table_with_line_and_column_and_change_nothing) {
  with_risk();
  put("defects.csv",
      "Réf;Scénario;Gravité;Niveau;Évènements redoutés\nR1;Autre nom;4;;\nR2;Deux;énorme;;\nR3;Trois;7;;\nR4;Quatre;2;gigantesque;\nR5;Cinq;2;;ER9\nR6;" +
          std::string(100'000, 'x') + ";2;;\n");
  const auto before = journal_end();
  const auto outcome = run("import defects.csv --json");
  EXPECT_EQ(outcome.status, 1);
  const auto parsed = boost::json::parse(outcome.out);
  EXPECT_EQ(parsed.at("added"), 0) << "all or nothing";
  EXPECT_EQ(parsed.at("changed"), 0);
  const auto& refused = parsed.at("refused").as_array();
  ASSERT_EQ(refused.size(), 5u) << outcome.out;
  const std::pair<int, int> places[] = {{3, 3}, {4, 3}, {5, 4}, {6, 5}, {7, 2}};
  for (std::size_t i = 0; i < refused.size(); ++i) {
    EXPECT_EQ(refused[i].at("line"), places[i].first) << refused[i];
    EXPECT_EQ(refused[i].at("column"), places[i].second) << refused[i];
    EXPECT_NE(refused[i].at("sentence"), "");
  }
  EXPECT_THAT(run("import defects.csv").out, AllOf(HasSubstr("line 5, column 4"), HasSubstr("Nothing was changed.")));
  EXPECT_EQ(journal_end(), before);
  EXPECT_EQ(json("show R1").at("name"), "Coupure des télécommunications");
}

TEST_F(RiskCommands, refuse_a_file_of_the_wrong_kind) {
  put("letter.csv", "%PDF-1.4\n%\xe2\xe3\n");
  put("half.xlsx", "PK\x03\x04 cut");
  const auto before = journal_end();
  EXPECT_EQ(run("import letter.csv").status, 2);
  EXPECT_THAT(run("import letter.csv").err, HasSubstr("a PDF document"));
  EXPECT_EQ(run("import half.xlsx").status, 2);
  EXPECT_EQ(run("import absent.csv").status, 3);
  EXPECT_EQ(journal_end(), before);
}

TEST_F(RiskCommands, bring_an_export_back_unchanged_in_both_languages_and_formats) {
  with_risk();
  ASSERT_EQ(run("add --set name='=2+5' --set cause=\"-1 jour\ndeux lignes\" --set gravity=2 --set likelihood=2 --set level=3 --set review=2027-01-31").status,
            0);
  for (const char* language : {"fr", "en"})
    for (const char* file : {"r.csv", "r.xlsx"}) {
      ASSERT_EQ(run(std::string{"export --lang "} + language + " --output " + file).status, 0) << language << file;
      for (const char* reader : {"fr", "en"})
        EXPECT_EQ(run(std::string{"import --json --lang "} + reader + " " + file).out, "{\"added\":0,\"changed\":0,\"unchanged\":2,\"refused\":[]}\n")
            << language << file << reader;
    }
  EXPECT_THAT(bytes_of("r.csv"), HasSubstr("'=2+5")) << "no spreadsheet may run it";
  ASSERT_EQ(bare("$hdskit workspace create N.hds && $hdskit risk import --workspace N.hds r.csv").status, 0);
  const auto copy = boost::json::parse(bare("$hdskit risk show R2 --workspace N.hds --json").out);
  EXPECT_EQ(copy.at("name"), "=2+5");
  EXPECT_EQ(copy.at("cause"), "-1 jour\ndeux lignes");
  EXPECT_EQ(copy.at("level"), 3) << "declared against the matrix";
}

// ---- versions, study, linter

TEST_F(RiskCommands, freeze_and_compare_versions) {
  EXPECT_EQ(run("freeze --summary Rien").status, 7) << "there is no risk";
  EXPECT_EQ(run("compare").status, 3) << "there is no version";
  with_risk();
  ASSERT_EQ(json("freeze --summary 'Première étude' --cycle strategic").at("version"), "1.0");
  EXPECT_EQ(run("freeze --summary Encore").status, 7) << "nothing has changed";
  ASSERT_EQ(run("add --set name=Deux --set gravity=1 --set likelihood=1 && $hdskit risk edit R1 --set residual_likelihood=4").status, 0);
  const auto comparison = json("compare");
  EXPECT_EQ(comparison.at("from"), "1.0");
  EXPECT_TRUE(comparison.at("to").is_null());
  EXPECT_EQ(comparison.at("new").at(0).at("reference"), "R2");
  EXPECT_EQ(comparison.at("up").at(0).at("reference"), "R1");
  EXPECT_THAT(run("compare").out, HasSubstr("Medium → High"));
  EXPECT_EQ(json("history R1").as_array().size(), 2u);
  EXPECT_EQ(json("versions").at(0).at("summary"), "Première étude");
  EXPECT_EQ(run("compare 7.0").status, 3);
  EXPECT_EQ(run("compare 1.0 1.0 1.0").status, 2);
}

TEST_F(RiskCommands, carry_a_whole_study_elsewhere_without_loss) {
  with_risk();
  ASSERT_EQ(run("adopt ransomware --with-measures && $hdskit risk grow R2 && $hdskit risk study export --output s.json").status, 0);
  ASSERT_EQ(
      bare(
          "$hdskit workspace create N.hds && $hdskit risk study import s.json --workspace N.hds && $hdskit risk study export --workspace N.hds --output t.json")
          .status,
      0);
  EXPECT_EQ(bytes_of("s.json"), bytes_of("t.json"));
  const auto before = journal_end();
  EXPECT_EQ(json("study import s.json").at("changed"), 0);
  EXPECT_EQ(journal_end(), before);
  ASSERT_EQ(run("add --set name='À moi'").status, 0);
  EXPECT_EQ(json("study import s.json --replace --preview").at("removed"), 1);
  EXPECT_EQ(json("study import s.json --replace").at("removed"), 1);
  EXPECT_EQ(run("show R3").status, 3);
}

TEST_F(RiskCommands, refuse_a_study_that_is_none) {
  put("none.json", "{\"format\":\"hdskit-risk-study\",");
  const auto before = journal_end();
  EXPECT_EQ(run("study import none.json").status, 2);
  EXPECT_EQ(bare("$hdskit risk lint --file none.json").status, 2);
  EXPECT_EQ(journal_end(), before);
}

TEST_F(RiskCommands, name_what_is_dirty_in_a_study_that_was_delivered) {
  with_risk();
  ASSERT_EQ(run("add --kind feared-event --set name='Sans gravité' && $hdskit risk study export --output s.json").status, 0);
  const auto outcome = bare("$hdskit risk lint --file s.json --json");
  EXPECT_EQ(outcome.status, 1);
  const auto findings = boost::json::parse(outcome.out);
  bool found = false;
  for (const auto& finding : findings.at("findings").as_array()) {
    EXPECT_EQ(finding.as_object().size(), 3u);
    found = found || (finding.at("rule") == "feared-event-without-gravity" && finding.at("subject") == "feared_event ER1");
  }
  EXPECT_TRUE(found) << outcome.out;
  EXPECT_EQ(run("lint --json --date 2026-11-22").out, bare("$hdskit risk lint --file s.json --json --date 2026-11-22").out);
  const auto rules = bare("$hdskit risk lint --rules").out;
  EXPECT_THAT(rules, HasSubstr("feared-event-without-gravity"));
  EXPECT_THAT(rules, HasSubstr("A feared event has no gravity. The scenarios")) << "two sentences";
}

TEST_F(RiskCommands, find_nothing_in_an_empty_study) {
  EXPECT_EQ(run("lint --json").out, "{\"findings\":[]}\n");
  EXPECT_EQ(run("lint").status, 0);
}

// ---- on each engine

class LivingRiskMap : public OnEachEngine {};
INSTANTIATE_ON_BOTH_ENGINES(LivingRiskMap);

TEST_P(LivingRiskMap, goes_from_a_table_to_a_version) {
  const hdskit::ScratchFolder scratch;
  const auto location = fresh_location();
  const auto run = [&](const std::string& words) {
    return run_shell("cd " + scratch.path().string() + "\nexport HDSKIT_WORKSPACE='" + location + "'\n$hdskit " + words);
  };
  hdskit::write_file(scratch.path() / "r.csv", "Scénario;G;V;ER\nCoupure;4;3;\nErreur de lot;2;2;ER1\n");
  ASSERT_EQ(run_shell("$hdskit workspace create '" + location + "'").status, 0);
  EXPECT_EQ(run("risk import r.csv").status, 1) << "ER1 is not there yet";
  EXPECT_EQ(run("risk list --json").out, "[]\n");
  ASSERT_EQ(run("risk add --kind feared-event --set name=Arrêt --set gravity=4").status, 0);
  EXPECT_EQ(run("risk import r.csv --json").out, "{\"added\":2,\"changed\":0,\"unchanged\":0,\"refused\":[]}\n");
  EXPECT_EQ(run("risk remove ER1").status, 7) << "R2 cites it";
  EXPECT_EQ(run("risk freeze --summary Départ").status, 0);
  ASSERT_EQ(run("risk edit R2 --set gravity=4").status, 0);
  EXPECT_EQ(boost::json::parse(run("risk compare --json").out).at("up").at(0).at("reference"), "R2");
  EXPECT_EQ(run("journal verify").status, 0);
}

} // namespace
} // namespace tests
