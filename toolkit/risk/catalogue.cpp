#include "toolkit/risk/catalogue.hpp"

#include "embedded/risk_catalogues.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <boost/json.hpp>

#include <stdexcept>

namespace hdskit {
namespace {

// The program's own file: a member that lacks throws, and the tests read every one.
std::string text_at(const boost::json::value& object, std::string_view name) { return std::string{object.at(name).as_string()}; }

std::vector<std::string> texts_at(const boost::json::value& object, std::string_view name) {
  std::vector<std::string> texts;
  for (const auto& text : object.at(name).as_array()) texts.emplace_back(text.as_string());
  return texts;
}

ScaleWord word_at(const boost::json::value& object) {
  return {.french = text_at(object, "french"), .english = text_at(object, "english"), .meaning_french = {}, .meaning_english = {}};
}

CatalogueScenario::Text words_of(const boost::json::value& object) {
  return {.name = text_at(object, "name"),
          .asset = text_at(object, "asset"),
          .cause = text_at(object, "cause"),
          .patient = text_at(object, "patient"),
          .data = text_at(object, "data"),
          .activity = text_at(object, "activity"),
          .image = text_at(object, "image"),
          .finance = text_at(object, "finance"),
          .existing_measures = text_at(object, "existing_measures")};
}

CatalogueScenario scenario_of(const boost::json::value& object) {
  CatalogueScenario scenario;
  scenario.id = text_at(object, "id");
  scenario.family = word_at(object.at("family"));
  scenario.french = words_of(object.at("french"));
  scenario.english = words_of(object.at("english"));
  scenario.minimum_events = texts_at(object, "minimum_events");
  scenario.obligations = texts_at(object, "obligations");
  scenario.gravity = static_cast<int>(object.at("gravity").as_int64());
  scenario.likelihood = static_cast<int>(object.at("likelihood").as_int64());
  for (const auto& measure : object.at("measures").as_array()) {
    scenario.measures.push_back({.name = word_at(measure)});
    from_field_text(text_at(measure, "family"), scenario.measures.back().family);
  }
  return scenario;
}

std::vector<CatalogueScenario> read_catalogue() {
  for (const auto& file : embedded::risk_catalogues()) {
    if (file.path != "scenarios.json") continue;
    std::vector<CatalogueScenario> scenarios;
    const auto json = boost::json::parse({file.bytes.data(), file.bytes.size()});
    for (const auto& scenario : json.at("scenarios").as_array()) scenarios.push_back(scenario_of(scenario));
    return scenarios;
  }
  throw std::logic_error{"the program lacks catalogues/risk/scenarios.json"};
}

} // namespace

std::span<const CatalogueScenario> scenario_catalogue() {
  static const auto scenarios = read_catalogue();
  return scenarios;
}

const CatalogueScenario& catalogue_scenario(std::string_view id) {
  std::vector<std::string_view> ids;
  std::string all;
  for (const auto& scenario : scenario_catalogue()) {
    if (folded(scenario.id) == folded(trimmed(id))) return scenario;
    all += (ids.empty() ? "" : ", ") + scenario.id;
    ids.push_back(scenario.id);
  }
  throw Problem{ProblemKind::not_found, std::string{id}, tr("The catalogue holds no scenario “{1}”.", {id}),
                suggestion(id, ids, tr("It holds these: {1}.", {all}))};
}

Risk risk_of(const CatalogueScenario& scenario) {
  const auto& words = scenario.french;
  Risk risk;
  risk.name = words.name;
  risk.family = scenario.family.french;
  risk.asset = words.asset;
  risk.cause = words.cause;
  risk.patient = words.patient;
  risk.data = words.data;
  risk.activity = words.activity;
  risk.image = words.image;
  risk.finance = words.finance;
  risk.existing_measures = words.existing_measures;
  risk.minimum_events = scenario.minimum_events;
  risk.obligations = scenario.obligations;
  return risk;
}

std::vector<Measure> measures_of(const CatalogueScenario& scenario) {
  std::vector<Measure> measures;
  for (const auto& proposed : scenario.measures) {
    Measure measure;
    measure.name = proposed.name.french;
    measure.family = proposed.family;
    measures.push_back(std::move(measure));
  }
  return measures;
}

} // namespace hdskit
