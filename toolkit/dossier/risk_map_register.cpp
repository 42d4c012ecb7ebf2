#include "toolkit/dossier/risk_map.hpp"

#include "toolkit/base/text.hpp"

#include <unordered_map>

namespace hdskit::chapters {
namespace {

/// "Patients : …" on one line each, those that were told.
Words::List consequences_of(const Risk& risk) {
  Words::List rows;
  const auto add = [&](const char* axis, const std::string& text) {
    if (!trimmed(text).empty()) rows.push_back(Words{}.set("axis", axis).set("text", text));
  };
  add("patients", risk.patient);
  add("données", risk.data);
  add("activité", risk.activity);
  add("image", risk.image);
  add("finances", risk.finance);
  return rows;
}

Words::List measures_of(const RiskMap& map, const Risk& risk) {
  Words::List rows;
  for (const auto* measure : map.index.measures_of_risk(risk.reference))
    rows.push_back(Words{}
                       .set("measure_reference", measure->reference)
                       .set("measure_name", measure->name)
                       .set("measure_state", label_of_choice(measure->state))
                       .set("measure_due", date_text(measure->due)));
  return rows;
}

/// What a line of the register says; cards say it too.
Words risk_words(const RiskMap& map, const RiskAssessment& assessment) {
  const auto& risk = *assessment.risk;
  return Words{}
      .set("reference", risk.reference)
      .set("name", risk.name)
      .set("family", or_dash(risk.family))
      .set("initial", map.class_text(assessment.initial))
      .set("residual", map.class_text(assessment.residual))
      .set("strategy", label_of_choice(risk.strategy))
      .set("owner", or_dash(risk.owner));
}

Words card_words(const RiskMap& map, const RiskAssessment& assessment, std::size_t number) {
  const auto& risk = *assessment.risk;
  auto consequences = consequences_of(risk);
  auto measures = measures_of(map, risk);
  auto words = record_words(risk); // what it says of a field, the words of the line say better: they come after and win
  words.add(risk_words(map, assessment))
      .set("anchor", "risque-" + std::to_string(number))
      .set("feared_text", listed(risk.feared_events))
      .set("minimum_text", listed(risk.minimum_events))
      .set("initial_gravity", grade_text(map.study.scale.gravity, assessment.initial.gravity))
      .set("initial_likelihood", grade_text(map.study.scale.likelihood, assessment.initial.likelihood))
      .flag("has_consequences", !consequences.empty())
      .list("consequences", std::move(consequences))
      .flag("has_measures", !measures.empty())
      .list("measures", std::move(measures))
      .flag("declared", assessment.initial.declared() || assessment.residual.declared());
  return words;
}

Words acceptance_words(const RiskMap& map, const RiskAssessment& assessment) {
  const auto& risk = *assessment.risk;
  return risk_words(map, assessment)
      .set("accepted_by", or_dash(risk.accepted_by))
      .set("accepted_on", date_text(risk.accepted_on))
      .set("acceptance", or_dash(map.document(risk.acceptance)))
      .set("justification", or_dash(risk.justification))
      .flag("accepted", assessment.accepted);
}

} // namespace

Words register_words(const RiskMap& map) {
  Words::List cards, rows, acceptances;
  std::unordered_map<const Risk*, std::size_t> numbers;
  for (const auto* assessment : gravest(map.assessments, most_risk_cards)) {
    numbers.emplace(assessment->risk, cards.size() + 1);
    cards.push_back(card_words(map, *assessment, cards.size() + 1));
  }
  rows.reserve(map.assessments.size());
  for (const auto& assessment : map.assessments) {
    const auto card = numbers.find(assessment.risk);
    rows.push_back(risk_words(map, assessment)
                       .flag("has_card", card != numbers.end())
                       .set("anchor", card == numbers.end() ? "" : "risque-" + std::to_string(card->second)));
    if (assessment.needs_acceptance) acceptances.push_back(acceptance_words(map, assessment));
  }
  Words words;
  words.set("card_count", french_number(static_cast<std::int64_t>(cards.size())))
      .flag("all_cards", cards.size() == rows.size())
      .flag("has_acceptances", !acceptances.empty())
      .list("risks", std::move(rows))
      .list("cards", std::move(cards))
      .list("acceptances", std::move(acceptances));
  return words;
}

} // namespace hdskit::chapters
