#include "toolkit/exchange/risk_headings.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/consequence_headings.hpp"
#include "toolkit/exchange/import_columns.hpp"
#include "toolkit/exchange/import_headings.hpp"

#include <algorithm>
#include <span>

namespace hdskit {
namespace {

constexpr Headings of_risks[] = {
    {"reference", "Réf. risque|Référence du risque|Id risque|N° risque|N° du risque|Numéro du risque|Code risque|Risk ID|Risk reference"},
    {"name", "Scénario de risque|Risque|Risques|Intitulé du risque|Libellé du risque|Nom du risque|Description du risque|Scenario de menace|Évènement|Risk|"
             "Risk scenario|Risk name"},
    {"family", "Famille|Famille de risque|Famille de risques|Catégorie|Catégorie de risque|Thème|Thématique|Domaine|Typologie|Type de "
               "risque|Category|Family|Risk family|Risk category"},
    {"asset",
     "Actif|Actifs|Actif concerné|Actifs concernés|Actif ou processus|Bien|Bien support|Biens supports|Bien essentiel|Processus|Périmètre|Asset|assets|"
     "Supporting asset|Supporting assets"},
    {"cause", "Cause|Causes|Cause(s)|Causes possibles|Origine|Vulnérabilités exploitées|Root cause"},
    {"patient", "Patients"},
    {"data", "Données"},
    {"activity", "Activité|Impact organisationnel"},
    {"image", "Réputation"},
    {"finance", "Finances"},
    {"existing_measures", "Mesures existantes|Mesure existante|Mesures en place|Mesures actuelles|Mesures de sécurité existantes|Dispositif existant|"
                          "Dispositif de maîtrise|Éléments de maîtrise|Contrôles existants|existing_controls|Existing controls|Existing measure|"
                          "Current measures|Current controls|Measures in place|Controls in place"},
    {"gravity", "Gravité|G|Gravité initiale|G initiale|Gravité brute|G brute|Gravité actuelle|Gravité du risque|Impact initial|Impact brut|Sévérité|Severity|"
                "current_impact|inherent_impact|Initial gravity|Initial severity|Initial impact"},
    {"likelihood", "Vraisemblance|V|Vraisemblance initiale|V initiale|Vraisemblance brute|V brute|Vraisemblance actuelle|Probabilité|P|Probabilité initiale|"
                   "Probabilité d’occurrence|Fréquence|Occurrence|Probability|current_proba|inherent_proba|"
                   "Initial likelihood|Initial probability"},
    {"level", "Niveau|Niveau de risque|Niveau du risque|Niveau initial|Niveau brut|Niveau de risque initial|Niveau de risque brut|Niveau actuel|Risque brut|"
              "Risque initial|Level|Risk level|Initial level|Initial risk|Initial risk level|current_level|current_risk|inherent_level|inherent_risk"},
    {"strategy", "Stratégie|Stratégie de traitement|Option de traitement|Options de traitement|Décision|Décision de traitement|Strategy|Risk treatment|"
                 "Treatment strategy|Treatment option|Decision"},
    {"owner", "Propriétaire du risque|Responsable du risque|Porteur du risque|Risk owner|risk_owner"},
    {"residual_gravity", "Gravité résiduelle|G résiduelle|G rés|G rés.|Gravité nette|G nette|Gravité finale|Impact résiduel|Impact net|Residual gravity|"
                         "Residual severity|Residual impact"},
    {"residual_likelihood", "Vraisemblance résiduelle|V résiduelle|V rés|V rés.|Vraisemblance nette|V nette|Vraisemblance finale|Probabilité résiduelle|"
                            "P résiduelle|Probabilité nette|Residual likelihood|Residual probability|residual_proba"},
    {"residual_level",
     "Niveau résiduel|Niveau de risque résiduel|Niveau du risque résiduel|Niveau net|Niveau final|Risque résiduel|Risque net|Résiduel|Residual level|"
     "Residual risk level|residual_risk|Residual"},
    {"justification", "Justification|Justification de la cotation|Justification du traitement|Argumentaire"},
    {"feared_events", "Évènements redoutés|Évènement redouté|Événements redoutés|Événement redouté|ER"},
    {"minimum_events", "Évènements minimaux|Événements minimaux|EXI 05"},
    {"accepted_by", "Accepté par|Accepté par (nom)|Validé par|Signataire"},
    {"accepted_on", "Accepté le|Date d’acceptation|Date de validation|Acceptance date"},
    {"review", "Revue|Prochaine revue|Date de revue|Date de révision|Prochaine révision|Review date|review_date"},
    {"note", "Actions|Action|Actions prévues|Plan d’action|Plan d’actions|Mesures complémentaires|Mesures additionnelles|Mesures prévues|"
             "additional_controls|Additional controls|Action plan|Treatment plan|Planned actions|Planned measures|Additional measures"},
};

constexpr Headings of_measures[] = {
    {"name", "Mesure|Action|Mesure de sécurité|Intitulé de la mesure|Measure"},
    {"state", "État|Statut|État d’avancement|Status|State"},
    {"family", "Famille|Catégorie|Category"},
    {"due", "Échéance|Délai|Date prévue|Date cible|Pour le|Due|Due date|eta"},
    {"start", "Début|Date de début|Start date"},
    {"cost", "Coût|Budget|Coût estimé|Cost"},
    {"progress", "Avancement|% d’avancement|Taux d’avancement|Progress"},
    {"risks", "Risques|Risque|Risques couverts|Risques traités"},
    {"difficulty", "Freins|Difficulté|Difficultés|Freins et difficultés"},
    {"evidence", "Preuve|Pièce|Preuves"},
};

constexpr Headings of_stakeholders[] = {
    {"name", "Partie prenante|Stakeholder"},
    {"dependency", "Dépendance|D|Dependence"},
    {"penetration", "Pénétration|P"},
    {"maturity", "Maturité|M|Maturité cyber"},
    {"trust", "Confiance|C"},
    {"category", "Catégorie|Category"},
};

constexpr Headings of_feared_events[] = {
    {"name", "Évènement redouté|Événement redouté|Feared event"}, {"gravity", "Gravité|G|Severity"}, {"business_value", "Valeur métier|VM|Business value"}};

std::span<const Headings> headings_of(std::string_view kind) {
  if (kind == "risk") return of_risks;
  if (kind == "measure") return of_measures;
  if (kind == "stakeholder") return of_stakeholders;
  if (kind == "feared_event") return of_feared_events;
  return {};
}

/// Whether one of the headings is one of the words that mean a field.
bool has_column(const std::vector<std::string>& headings, const ImportRules& rules, std::string_view field) {
  const auto known = rules.headings.find(field);
  return std::ranges::any_of(headings, [&](const auto& heading) {
    const auto key = name_key(heading);
    return key == name_key(field) || std::ranges::any_of(known->second, [&](const auto& word) { return name_key(word) == key; });
  });
}

bool stands(const std::vector<std::string>& headings, std::string_view word) {
  return std::ranges::any_of(headings, [&](const auto& heading) { return name_key(heading) == name_key(word); });
}

void add_by_neighbours(ImportRules& rules, const std::vector<std::string>& headings) {
  add_headings(rules, has_column(headings, rules, "note") && !has_column(headings, rules, "justification") ? "justification" : "note",
               "Commentaire|Commentaires|Remarque|Remarques|Observation|Observations|Notes|Comment|Comments|Remarks");
  add_headings(rules, has_column(headings, rules, "strategy") ? "note" : "strategy", "Traitement|Traitement du risque|treatment");
  if (!has_column(headings, rules, "gravity")) add_headings(rules, "gravity", "Impact");
  const bool described = stands(headings, "description");
  if (!has_column(headings, rules, "cause")) add_headings(rules, "cause", described ? "Description" : "Menace|Menaces|Menace(s)|threats");
  else add_headings(rules, "note", "Description");
  if (described && !has_column(headings, rules, "family")) add_headings(rules, "family", "Menace|Menaces|Menace(s)|threats");
  if (!has_column(headings, rules, "reference")) add_headings(rules, "reference", "Id|ID");
  for (const char* computed : {"Criticité", "Criticité initiale", "Criticité brute", "Criticité résiduelle", "Criticité nette", "Score", "Score résiduel",
                               "Residual score", "strength_of_knowledge", "within_tolerance"})
    rules.passed_over.emplace_back(computed);
}

} // namespace

void add_risk_headings(ImportRules& rules, std::string_view kind, const std::vector<std::string>& headings) {
  add_common_headings(rules);
  for (const auto& [field, words] : headings_of(kind)) add_headings(rules, field, words);
  if (kind != "risk") return;
  add_by_neighbours(rules, headings);
  add_consequence_headings(rules, headings);
}

void settle_scenario_heading(std::vector<std::string>& headings) {
  const bool named = stands(headings, "name");
  for (auto& heading : headings)
    if (name_key(heading) == "scenario" && !(named && trimmed(heading) == "scenario"))
      heading = current_language() == Language::french ? "Scénario de risque" : "Risk scenario";
}

} // namespace hdskit
