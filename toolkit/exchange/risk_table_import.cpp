#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/declared_level.hpp"
#include "toolkit/exchange/import_citations.hpp"
#include "toolkit/exchange/risk_columns.hpp"
#include "toolkit/exchange/risk_grades.hpp"
#include "toolkit/exchange/risk_headings.hpp"
#include "toolkit/exchange/risk_sheet.hpp"
#include "toolkit/exchange/table_title.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/risk/study_store.hpp"

#include <algorithm>

namespace hdskit {
namespace {

// What registers write for a choice; both languages, whatever that of the person.
struct Synonym {
  std::string_view field, word;
  std::string_view texts; ///< folded, parted by "|"
};
constexpr Synonym synonyms[] = {
    {"strategy", "undecided", "a decider|a definir|non decidee|en attente|open|todo|a traiter"},
    {"strategy", "reduce",
     "reduire|reduction|reduire le risque|attenuer|attenuation|traiter|traitement|maitriser|modifier|modification|diminuer|mitigate|modify|treat"},
    {"strategy", "accept", "accepter|acceptation|accepte|acceptee|conserver|maintien|maintenir|retenir|retain|accepted|tolerer"},
    {"strategy", "avoid", "eviter|evitement|eviter le risque|refus|refuser|supprimer|suppression"},
    {"strategy", "share", "partager|partage|transfert|transferer|transfer|assurer|assurance|externaliser"},
    {"state", "planned", "prevu|prevue|a faire|non demarre|non demarree|a lancer|to do|todo|to_do|not started"},
    {"state", "in_progress", "en cours|demarre|demarree|started|ongoing|active"},
    {"state", "done", "fait|faite|realise|realisee|termine|terminee|clos|close|cloture|solde|soldee|completed|closed"},
    {"state", "abandoned", "annule|annulee|abandonne|abandonnee|cancelled|deprecated"},
};

bool says_nothing(const std::string& text) {
  constexpr std::string_view words[] = {"-",  "--",         "–",        "—",         "nc",         "n/a",         "na",
                                        "nd", "sans objet", "non cote", "non cotee", "non evalue", "non evaluee", "not rated"};
  return std::ranges::find(words, text) != std::end(words);
}

std::string words_of(const std::vector<ScaleWord>& scale) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < scale.size(); ++i) words.push_back(std::to_string(i + 1) + " " + scale[i].in_current_language());
  return joined(words, ", ");
}

std::optional<std::string> stored_text(const RiskScale& scale, std::string_view kind, std::string_view field, std::string_view cell) {
  const auto text = folded(trimmed(cell));
  if (grade_limit(scale, kind, field) > 0 && says_nothing(text)) return "";
  if (const auto* words = grade_words(scale, kind, field)) {
    if (const auto grade = grade_named(*words, cell)) return to_field_text(grade);
    throw Problem{ProblemKind::bad_input, std::string{field}, tr("“{1}” is none of the grades of the scale: {2}.", {cell, words_of(*words)})};
  }
  for (const auto& synonym : synonyms)
    if (synonym.field == field && std::ranges::count(split(synonym.texts, '|'), text)) return std::string{synonym.word};
  return std::nullopt;
}

FieldDefects defects_of(const RiskScale& scale, const RecordKind& kind, CitableReferences& known, const std::vector<std::string>& values) {
  FieldDefects defects;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto& field = kind.fields[i];
    if (values[i].empty()) continue;
    if (auto sentence = number_defect(scale, kind.word, field, values[i]); !sentence.empty()) defects.emplace_back(field.name, std::move(sentence));
  }
  known.find_lost(kind, values, defects);
  return defects;
}

void pass_over_computed(ImportRules& rules, const RecordKind& kind) {
  for (const auto language : {Language::french, Language::english}) {
    const LanguageScope scope{language};
    for (const auto* heading : computed_headings(kind.word)) rules.passed_over.push_back(tr(heading));
    for (const auto& field : kind.fields) rules.headings[std::string{field.name}].push_back(risk_heading(kind.word, field));
  }
}

} // namespace

RecordImport preview_risk_table(const Workspace& workspace, const RecordKind& kind, CsvReading table) {
  const auto scale = workspace_scale(workspace);
  CitableReferences known{[&](std::string_view kinds) { return citable(workspace, kinds); }};
  ImportRules rules;
  pass_over_title(table.table);
  if (kind.word == Risk::type().kind) settle_scenario_heading(table.table.headings);
  pass_over_computed(rules, kind);
  add_risk_headings(rules, kind.word, table.table.headings);
  rules.read_cell = [&](std::string_view field, std::string_view text) { return stored_text(scale, kind.word, field, text); };
  rules.check = [&](const std::vector<std::string>& values) { return defects_of(scale, kind, known, values); };
  rules.next_reference = references_from(next_reference(workspace, kind));
  auto import = preview_records(kind, kind.all(workspace), table, rules);
  if (kind.word == Risk::type().kind) settle_declared_levels(workspace, import);
  if (kind.word == ElementaryAction::type().kind) order_by_citation(kind, import.planned);
  return import;
}

} // namespace hdskit
