#include "toolkit/exchange/risk_sheet.hpp"

#include "tests/support/workspaces.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/csv.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/workspace/journal.hpp"

#include <gmock/gmock.h>

namespace {

using namespace hdskit;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

auto defect(int line, int column, const std::string& part) {
  return AllOf(testing::Field(&CsvDefect::line, line), testing::Field(&CsvDefect::column, column), testing::Field(&CsvDefect::sentence, HasSubstr(part)));
}

class RiskTable : public testing::Test {
protected:
  const RecordKind& kind(std::string_view word = "risk") const { return risk_kind(word); }

  void add(const Assignments& values, std::string_view word = "risk") {
    workspace_.change(tests::acting(), [&](Change& change) { kind(word).add(change, values); });
  }
  RecordImport preview(const std::string& csv, std::string_view word = "risk") { return preview_risk_table(workspace_, kind(word), read_csv(csv, "t.csv")); }
  RecordImport take(const std::string& csv, std::string_view word = "risk") {
    const auto import = preview(csv, word);
    EXPECT_THAT(import.refused, IsEmpty()) << listed(import.refused);
    workspace_.change(tests::acting(), [&](Change& change) { import_records(change, kind(word), import, "t.csv"); });
    return import;
  }
  Risk risk(std::string_view reference) {
    for (auto& found : read_study(workspace_).risks)
      if (found.reference == reference) return found;
    ADD_FAILURE() << reference << " is not there";
    return {};
  }
  std::vector<std::string> headings_of(const Sheet& sheet) const {
    std::vector<std::string> headings;
    for (const auto& column : sheet.columns) headings.push_back(column.heading);
    return headings;
  }
  std::string cell(const Sheet& sheet, std::size_t row, const std::string& heading) const {
    for (std::size_t i = 0; i < sheet.columns.size(); ++i)
      if (sheet.columns[i].heading == heading) return sheet.rows.at(row).at(i);
    ADD_FAILURE() << "no column " << heading;
    return "";
  }

  hdskit::ScratchFolder folder_;
  Workspace workspace_ = Workspace::create((folder_.path() / "w.hds").string(), tests::acting());
};

TEST_F(RiskTable, writes_the_level_that_counts_as_a_word_and_the_measures) {
  add({{"name", "Rançongiciel"}, {"gravity", "4"}, {"likelihood", "3"}, {"residual_gravity", "3"}, {"residual_likelihood", "2"}, {"strategy", "reduce"}});
  add({{"name", "Sauvegarde hors ligne"}, {"risks", "R1"}}, "measure");
  const auto sheet = risk_sheet(workspace_, kind());
  EXPECT_EQ(cell(sheet, 0, "Gravity"), "4");
  EXPECT_EQ(cell(sheet, 0, "Level"), "High");
  EXPECT_EQ(cell(sheet, 0, "Residual level"), "Medium");
  EXPECT_EQ(cell(sheet, 0, "Strategy"), "reduce");
  EXPECT_EQ(cell(sheet, 0, "Treatment measures"), "MS1 Sauvegarde hors ligne");
  const LanguageScope french{Language::french};
  EXPECT_EQ(risk_sheet(workspace_, kind()).rows.at(0).at(kind().index_of("level")), "Élevé");
}

TEST_F(RiskTable, writes_threat_and_zone_of_stakeholders) {
  add({{"name", "Télémaintenance"}, {"dependency", "4"}, {"penetration", "2"}, {"maturity", "3"}, {"trust", "1"}}, "stakeholder");
  const auto sheet = risk_sheet(workspace_, kind("stakeholder"));
  EXPECT_EQ(cell(sheet, 0, "Threat level"), "2.67") << "(4 × 2) / (3 × 1)";
  EXPECT_EQ(cell(sheet, 0, "Zone"), "Danger zone");
  EXPECT_EQ(preview(sheet_csv(sheet), "stakeholder").unchanged, 1);
}

TEST_F(RiskTable, comes_back_unchanged_for_every_kind) {
  add({{"name", "Soigner"}}, "mission");
  add({{"name", "Dossier patient"}, {"missions", "M1"}}, "business_value");
  add({{"name", "Serveur; principal"}, {"business_values", "VM1"}}, "supporting_asset");
  add({{"name", "Dossier indisponible"}, {"business_value", "VM1"}, {"gravity", "4"}}, "feared_event");
  add({{"framework", "Guide d’hygiène"}, {"requirement", "Mots de passe"}, {"application", "partly_applied"}}, "baseline_item");
  add({{"source", "Crime organisé"}, {"objective", "Rançon"}, {"motivation", "4"}}, "source_objective");
  add({{"name", "Opérateur"}, {"dependency", "3"}}, "stakeholder");
  add({{"name", "Chiffrer"}, {"source_objective", "SR1"}, {"feared_events", "ER1"}}, "strategic_scenario");
  add({{"name", "Par l’opérateur"}, {"strategic_scenario", "SS1"}, {"stakeholders", "PP1"}, {"steps", "Vol; Entrée"}}, "attack_path");
  add({{"name", "Hameçonnage"}, {"attack_path", "CA1"}, {"method", "express"}, {"likelihood", "3"}}, "operational_scenario");
  add({{"name", "Entrer"}, {"operational_scenario", "SO1"}, {"probability", "3"}}, "elementary_action");
  add({{"name", "Chiffrer"}, {"operational_scenario", "SO1"}, {"after", "AE1"}}, "elementary_action");
  add({{"name", "'=apostrophe\nlignes"}, {"scenario", "SO1"}, {"feared_events", "ER1"}, {"strategy", "share"}});
  add({{"name", "Filtrer"}, {"risks", "R1"}, {"cost", "1250"}, {"due", "2027-03-31"}}, "measure");
  add({{"title", "Étude"}, {"reference", "EBIOS-2026"}}, "risk_study");
  for (const auto language : {Language::french, Language::english})
    for (const auto& each : risk_kinds()) {
      const LanguageScope scope{language};
      const auto sheet = risk_sheet(workspace_, each);
      const auto import = preview(sheet_csv(sheet), each.word);
      EXPECT_THAT(import.refused, IsEmpty()) << each.word << listed(import.refused);
      EXPECT_THAT(import.planned, IsEmpty()) << each.word;
      EXPECT_EQ(import.unchanged, static_cast<int>(sheet.rows.size())) << each.word;
    }
}

TEST_F(RiskTable, reads_the_headings_of_french_registers) {
  take("N°;Famille de risque;Scénario de risque;Actif concerné;Causes possibles;Conséquences patient;Impact financier;Mesures en place;G;V;Niveau de risque;"
       "Option de traitement;Pilote;G résiduelle;V résiduelle;Niveau résiduel;Criticité;Prochaine revue;Commentaires\n"
       "7;Panne;Perte de la salle;Salle 1;Incendie;Retards;50 k€;Extincteurs;3 - Importante;Très "
       "vraisemblable;Élevé;Atténuation;DSI;G2;V1;Faible;9;31/03/2027;À suivre\n");
  const auto found = risk("7");
  EXPECT_EQ(found.name, "Perte de la salle");
  EXPECT_EQ(found.family, "Panne");
  EXPECT_EQ(found.asset, "Salle 1");
  EXPECT_EQ(found.cause, "Incendie");
  EXPECT_EQ(found.patient, "Retards");
  EXPECT_EQ(found.finance, "50 k€");
  EXPECT_EQ(found.existing_measures, "Extincteurs");
  EXPECT_EQ(found.gravity.value, 3);
  EXPECT_EQ(found.likelihood.value, 3);
  EXPECT_FALSE(found.level) << "the matrix says High too";
  EXPECT_EQ(found.strategy, Strategy::reduce);
  EXPECT_EQ(found.owner, "DSI");
  EXPECT_EQ(found.residual_gravity.value, 2);
  EXPECT_EQ(found.residual_likelihood.value, 1);
  EXPECT_FALSE(found.residual_level);
  EXPECT_EQ(found.review, Date::of(2027, 3, 31));
  EXPECT_EQ(found.note, "À suivre");
}

TEST_F(RiskTable, reads_the_export_of_another_tool) {
  take("ref_id,assets,threats,name,description,existing_controls,current_impact,current_proba,current_risk,additional_controls,residual_impact,residual_proba,"
       "residual_risk,treatment,justification\n"
       "R.1,Dossier patient,Hameçonnage,Vol de comptes,Un courriel piégé,Filtrage,3,2,Medium,Double authentification,3,1,Low,mitigate,Au vu de 2025\n"
       "R.2,,,Non évalué,,,--,--,--,,--,--,--,open,\n");
  const auto found = risk("R.1");
  EXPECT_EQ(found.name, "Vol de comptes");
  EXPECT_EQ(found.family, "Hameçonnage");
  EXPECT_EQ(found.cause, "Un courriel piégé");
  EXPECT_EQ(found.note, "Double authentification");
  EXPECT_EQ(found.strategy, Strategy::reduce);
  EXPECT_FALSE(found.level);
  EXPECT_EQ(risk("R.2").gravity.value, 0);
  EXPECT_EQ(risk("R.2").strategy, Strategy::undecided);
}

TEST_F(RiskTable, reads_the_headings_of_english_registers) {
  take("reference,family,scenario,asset,cause,consequences for patient,Data consequences,Consequences on the activity,image impact,financial consequences,"
       "existing measures,gravity,likelihood,level,treatment,action plan,comments,owner,residual gravity,residual likelihood,residual risk\n"
       "R1,Cyber,Ransomware,Servers,Phishing,Delay,Encrypted,Stop,Press,Cost,Backups,4,3,High,reduce,Offline backups,Seen in May,CISO,3,2,2\n");
  const auto found = risk("R1");
  EXPECT_EQ(found.name + "/" + found.family + "/" + found.asset + "/" + found.cause, "Ransomware/Cyber/Servers/Phishing");
  EXPECT_EQ(found.patient + "/" + found.data + "/" + found.activity + "/" + found.image + "/" + found.finance, "Delay/Encrypted/Stop/Press/Cost");
  EXPECT_EQ(found.existing_measures + "/" + found.note + "/" + found.justification + "/" + found.owner, "Backups/Offline backups/Seen in May/CISO");
  EXPECT_EQ(found.strategy, Strategy::reduce);
  EXPECT_EQ(found.residual_gravity.value, 3);
}

TEST_F(RiskTable, takes_consequences_of_no_kind_for_those_of_the_activity) {
  take("Référence;Scénario;Conséquences\nR1;Panne;Retards\n");
  EXPECT_EQ(risk("R1").activity, "Retards");
  take("Référence;Scénario;Impact;Gravité\nR2;Panne;Retards;3\n");
  EXPECT_EQ(risk("R2").activity, "Retards") << "beside a gravity, an impact is told in words";
  take("Référence;Scénario;Impact\nR3;Panne;3\n");
  EXPECT_EQ(risk("R3").gravity.value, 3);
  EXPECT_THAT(preview("Référence;Scénario;Conséquences;Impact sur l’activité\nR4;Panne;Retards;Report\n").refused, Contains(defect(1, 3, "Conséquences")));
}

TEST_F(RiskTable, calls_a_scenario_column_by_a_name_that_its_reader_knows) {
  EXPECT_THAT(preview("Reference,Scenario,Risk\nR1,a,b\n").refused, Contains(defect(1, 3, "“Risk scenario” in column 2")));
  const LanguageScope french{Language::french};
  EXPECT_THAT(preview("Référence;Risque;Scénario\nR1;a;b\n").refused, Contains(defect(1, 3, "Scénario de risque")));
}

TEST_F(RiskTable, passes_over_a_title_above_the_headings) {
  take("Registre des risques;;;\r\n;;;\r\nMis à jour le 3 mars;;;\r\nRéférence;Scénario;Gravité;Note\r\nR1;Panne;3;a\r\n");
  EXPECT_EQ(risk("R1").gravity.value, 3);
  EXPECT_THAT(preview("Registre;;\r\nRéférence;Scénario;Gravité\r\nR2;Panne;9\r\n").refused, Contains(defect(3, 3, "1 to 4")))
      << "lines stay those of the file";
  EXPECT_THAT(preview("Référence;Inconnu\nR1;a\n").refused, Contains(defect(1, 2, "Inconnu"))) << "headings, if wrong ones";
}

TEST_F(RiskTable, takes_traitement_for_text_beside_a_strategy) {
  take("Réf;Scénario;Stratégie;Traitement\nR1;Un;Accepter;Surveiller de près\n");
  EXPECT_EQ(risk("R1").strategy, Strategy::accept);
  EXPECT_EQ(risk("R1").note, "Surveiller de près");
  take("Réf;Scénario;Traitement\nR2;Deux;Transfert\n");
  EXPECT_EQ(risk("R2").strategy, Strategy::share);
}

TEST_F(RiskTable, keeps_a_level_only_where_somebody_declares_it) {
  take("Réf;Scénario;G;V;Niveau\nR1;Comme la matrice;4;3;Élevé\nR2;Contre la matrice;4;3;Faible\n");
  EXPECT_FALSE(risk("R1").level);
  EXPECT_EQ(risk("R2").level.value, 1);
  take("Réf;G;Niveau\nR1;1;Élevé\n"); // the level is still the one of the export
  EXPECT_EQ(risk("R1").gravity.value, 1);
  EXPECT_FALSE(risk("R1").level);
  take("Réf;Niveau\nR1;Élevé\n"); // now it differs from the matrix
  EXPECT_EQ(risk("R1").level.value, 3);
  take("Réf;Niveau\nR2;Élevé\n"); // and here it is that of the matrix again
  EXPECT_FALSE(risk("R2").level);
}

TEST_F(RiskTable, names_every_cell_that_it_cannot_keep) {
  const auto before = journal_position(workspace_);
  const auto import = preview("Réf;Scénario;Gravité;Niveau;Stratégie;ER;Score\nR1;Un;7;;;;\nR2;Deux;;Terrible;;;\nR3;Trois;;;Prier;;\nR4;Quatre;;;;ER1;12\n");
  EXPECT_THAT(import.refused, ElementsAre(defect(2, 3, "from 1 to 4"), defect(3, 4, "1 Low, 2 Medium, 3 High"), defect(4, 5, "Prier"), defect(5, 6, "ER1")));
  const auto problem = tests::problem_of([&] { workspace_.change(tests::acting(), [&](Change& change) { import_records(change, kind(), import, "t.csv"); }); });
  EXPECT_THAT(problem.what(), AllOf(HasSubstr("line 3, column 4"), HasSubstr("t.csv")));
  EXPECT_EQ(journal_position(workspace_), before);
}

TEST_F(RiskTable, numbers_rows_without_reference) {
  add({{"name", "Déjà là"}});
  take("Scénario;Gravité\nUn;2\nDeux;3\n");
  EXPECT_EQ(risk("R2").name, "Un");
  EXPECT_EQ(risk("R3").name, "Deux");
}

TEST_F(RiskTable, lets_actions_cite_those_that_follow_but_refuses_a_circle) {
  add({{"name", "Chiffrer"}}, "strategic_scenario");
  add({{"name", "Chemin"}, {"strategic_scenario", "SS1"}}, "attack_path");
  add({{"name", "Scénario"}, {"attack_path", "CA1"}}, "operational_scenario");
  take("reference;name;operational_scenario;after\nAE2;Chiffrer;SO1;AE1\nAE1;Entrer;SO1;\n", "elementary_action");
  EXPECT_EQ(read_study(workspace_).elementary_actions.size(), 2u);
  const auto before = journal_position(workspace_);
  const auto circle = preview("reference;after\nAE1;AE2\n", "elementary_action");
  const auto problem = tests::problem_of(
      [&] { workspace_.change(tests::acting(), [&](Change& change) { import_records(change, kind("elementary_action"), circle, "t.csv"); }); });
  EXPECT_THAT(problem.what(), AllOf(HasSubstr("AE1"), HasSubstr("AE2")));
  EXPECT_EQ(journal_position(workspace_), before);
}

TEST_F(RiskTable, disarms_what_a_spreadsheet_would_run) {
  add({{"name", "=HYPERLINK(\"http://exemple\")"}, {"cause", "@SUM(1)"}});
  const auto csv = sheet_csv(risk_sheet(workspace_, kind()));
  EXPECT_THAT(csv, AllOf(HasSubstr("'=HYPERLINK"), HasSubstr("'@SUM"), Not(HasSubstr(";=HYPERLINK"))));
  EXPECT_EQ(preview(csv).unchanged, 1);
}

} // namespace
