#include "gui/presenter/risks_catalogue.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>
#include <unordered_map>

namespace hdskit::gui {
namespace {

const CatalogueScenario::Text& words_of(const CatalogueScenario& scenario) {
  return current_language() == Language::french ? scenario.french : scenario.english;
}

void add_part(std::string& text, const std::string& title, const std::string& words) {
  if (!words.empty()) text += (text.empty() ? "" : "\n\n") + title + "\n" + words;
}

} // namespace

ScenarioChoice::ScenarioChoice(const Study& study) {
  std::unordered_map<std::string, std::string> known; // the reference of a risk by its name
  for (const auto& risk : study.risks) known.emplace(folded(risk.name), risk.reference);
  for (const auto& scenario : scenario_catalogue()) {
    Entry entry{&scenario, scenario.family.in_current_language() + " – " + words_of(scenario).name};
    if (const auto found = known.find(folded(scenario.french.name)); found != known.end()) entry.recorded = found->second;
    if (!entry.recorded.empty()) entry.label = "✔ " + entry.recorded + " – " + entry.label;
    all_.push_back(std::move(entry));
  }
  std::ranges::stable_sort(all_, {}, [](const Entry& entry) { return folded(entry.scenario->family.in_current_language()); });
  seek("");
}

void ScenarioChoice::seek(std::string_view words) {
  const SoughtWords sought{words};
  places_.clear();
  shown_.clear();
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const auto& entry = all_[i];
    const auto& text = words_of(*entry.scenario);
    if (!sought.are_in(std::vector{entry.label, text.asset, text.cause, text.patient, text.activity})) continue;
    places_.push_back(i);
    shown_.push_back({entry.scenario->id, entry.label, entry.chosen});
  }
}

void ScenarioChoice::choose(std::size_t line, bool chosen) { shown_.at(line).chosen = all_.at(places_.at(line)).chosen = chosen; }

std::string ScenarioChoice::details(std::size_t line) const {
  const auto& scenario = *all_.at(places_.at(line)).scenario;
  const auto& words = words_of(scenario);
  const auto& recorded = all_.at(places_.at(line)).recorded;
  std::string text = words.name;
  if (!recorded.empty()) text += "\n✔ " + tr("Already in the register: {1}", {recorded});
  add_part(text, tr("Asset or process"), words.asset);
  add_part(text, tr("Cause"), words.cause);
  add_part(text, tr("Consequences for patients"), words.patient);
  add_part(text, tr("Consequences for data"), words.data);
  add_part(text, tr("Consequences for the activity"), words.activity);
  add_part(text, tr("Consequences for the image"), words.image);
  add_part(text, tr("Financial consequences"), words.finance);
  add_part(text, tr("Existing measures"), words.existing_measures);
  std::vector<std::string> measures;
  for (const auto& measure : scenario.measures) measures.push_back("– " + measure.name.in_current_language());
  add_part(text, tr("Measures proposed"), joined(measures, "\n"));
  add_part(text, tr("Minimum events (EXI 05)"), joined(scenario.minimum_events, ", "));
  return text;
}

std::string ScenarioChoice::sentence() const {
  if (shown_.empty()) return tr("Nothing holds these words.");
  const auto chosen = std::to_string(this->chosen().size()), shown = std::to_string(shown_.size()), all = std::to_string(all_.size());
  return shown == all ? tr("{1} to choose from, {2} chosen", {all, chosen}) : tr("{1} of {2} shown, {3} chosen", {shown, all, chosen});
}

std::vector<std::string> ScenarioChoice::chosen() const {
  std::vector<std::string> ids;
  for (const auto& entry : all_)
    if (entry.chosen) ids.push_back(entry.scenario->id);
  return ids;
}

std::vector<std::string> adopt_scenarios(Session& session, const std::vector<std::string>& ids, bool with_measures) {
  std::vector<std::string> references;
  const auto count = static_cast<std::int64_t>(ids.size());
  session.change(trn("adoption of {1} scenario of the catalogue", "adoption of {1} scenarios of the catalogue", count), [&](Change& change) {
    references.clear();
    for (const auto& id : ids) references.push_back(adopt_scenario(change, catalogue_scenario(id), with_measures).reference);
  });
  return references;
}

} // namespace hdskit::gui
