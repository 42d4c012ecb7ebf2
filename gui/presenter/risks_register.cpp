#include "gui/presenter/risks_register.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/risk_figures.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

namespace hdskit::gui {
namespace {

bool lacks_acceptance(const RiskAssessment& one) { return one.needs_acceptance && !one.accepted; }

bool stands_at(const RiskAssessment& one, const RiskPlace& place) {
  const auto& standpoint = place.residual ? one.residual : one.initial;
  return one.risk->method == RiskMethod::event && standpoint.gravity == place.gravity && standpoint.likelihood == place.likelihood;
}

bool passes(const RiskAssessment& one, const RiskFilter& filter) {
  const auto& risk = *one.risk;
  if (filter.level == RiskFilter::unrated && one.residual.level != 0) return false;
  if (filter.level > 0 && one.residual.level != filter.level) return false;
  if (!filter.family.empty() && folded(trimmed(risk.family)) != folded(filter.family)) return false;
  if (filter.strategy && risk.strategy != *filter.strategy) return false;
  if (filter.unaccepted && !lacks_acceptance(one)) return false;
  return !filter.place || stands_at(one, *filter.place);
}

bool holds(const Risk& risk, const SoughtWords& sought) {
  if (sought.empty()) return true;
  std::vector<std::string> texts;
  for (const auto& field : Risk::type().fields) texts.push_back(field.get(risk));
  return sought.are_in(texts);
}

std::string strategy_word(Strategy strategy) { return tr(choices_of(strategy)[static_cast<std::size_t>(strategy)].label); }
std::string grade_or_dash(int grade) { return grade > 0 ? std::to_string(grade) : "–"; }

/// R2 before R10.
std::string reference_order(const std::string& reference) {
  constexpr std::size_t digits = 12;
  const auto letters = reference.find_last_not_of("0123456789") + 1;
  const auto number = reference.substr(letters);
  return folded(reference.substr(0, letters)) + std::string(digits - std::min(digits, number.size()), '0') + number;
}

/// What an order goes by, the greater number the graver; words only where a column is no grade.
struct OrderKey {
  int grade = 0;
  std::string word;
  auto operator<=>(const OrderKey&) const = default;
};

OrderKey order_key(const RiskAssessment& one, RiskColumn column) {
  const auto& risk = *one.risk;
  switch (column) {
    case RiskColumn::reference: return {0, reference_order(risk.reference)};
    case RiskColumn::name: return {0, folded(risk.name)};
    case RiskColumn::level: return {one.initial.level, ""};
    case RiskColumn::residual: return {one.residual.level, ""};
    case RiskColumn::gravity: return {one.initial.gravity, ""};
    case RiskColumn::likelihood: return {one.initial.likelihood, ""};
    case RiskColumn::strategy: return {0, folded(strategy_word(risk.strategy))};
    case RiskColumn::owner: return {0, folded(risk.owner)};
    case RiskColumn::family: break;
  }
  return {0, folded(risk.family)};
}

std::vector<const RiskAssessment*> ordered(std::vector<const RiskAssessment*> shown, const RiskOrder& order) {
  std::vector<std::pair<OrderKey, const RiskAssessment*>> keyed;
  keyed.reserve(shown.size());
  for (const auto* one : shown) keyed.emplace_back(order_key(*one, order.column), one);
  std::ranges::stable_sort(keyed, [&](const auto& a, const auto& b) { return order.descending ? b.first < a.first : a.first < b.first; });
  std::ranges::transform(keyed, shown.begin(), &std::pair<OrderKey, const RiskAssessment*>::second);
  return shown;
}

std::vector<Cell> cells_of(const RiskMap& map, const RiskAssessment& one) {
  const auto& risk = *one.risk;
  auto residual = level_cell(map.study.scale, one.residual.level);
  if (lacks_acceptance(one)) residual.text = "⚠ " + residual.text;
  return {{risk.reference},
          {risk.name},
          level_cell(map.study.scale, one.initial.level),
          residual,
          {grade_or_dash(one.initial.gravity)},
          {grade_or_dash(one.initial.likelihood)},
          {strategy_word(risk.strategy), risk.strategy == Strategy::undecided ? Tone::faint : Tone::neutral},
          {risk.owner},
          {risk.family}};
}

std::vector<SheetColumn> register_columns() {
  return {{tr("Ref.")},     {tr("Scenario")}, {tr("Level")}, {tr("Residual")}, {tr("G"), CellKind::number}, {tr("V"), CellKind::number},
          {tr("Strategy")}, {tr("Owner")},    {tr("Family")}};
}

std::string place_in_words(const RiskMap& map, const RiskPlace& place) {
  const auto gravity = grade_text(map.study.scale.gravity, place.gravity), likelihood = grade_text(map.study.scale.likelihood, place.likelihood);
  return place.residual ? tr("after treatment: gravity {1}, likelihood {2}", {gravity, likelihood})
                        : tr("before treatment: gravity {1}, likelihood {2}", {gravity, likelihood});
}

std::optional<int> number_in(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// As it would be recorded; a field that cannot be read is as if it were empty.
Risk typed_risk(const Form& form) {
  Risk risk;
  for (std::size_t i = 0; i < form.fields().size(); ++i) {
    const auto* field = Risk::type().find(form.fields()[i].name);
    if (!field) continue;
    try {
      field->set(risk, form.value(i));
    } catch (const Problem&) {}
  }
  return risk;
}

std::string grades_in_words(const RiskAssessment& one, const Standpoint& standpoint) {
  if (one.risk->method == RiskMethod::asset) return standpoint.asset_value > 0 ? tr("value {1}", {std::to_string(standpoint.asset_value)}) : "";
  if (standpoint.gravity == 0 || standpoint.likelihood == 0) return "";
  return tr("G{1} × V{2}", {std::to_string(standpoint.gravity), std::to_string(standpoint.likelihood)});
}

Cell standpoint_in_words(const RiskScale& scale, const RiskAssessment& one, const Standpoint& standpoint, const std::string& when) {
  const auto grades = grades_in_words(one, standpoint);
  if (standpoint.level == 0) {
    const auto missing = one.risk->method == RiskMethod::asset ? tr("not rated yet: choose impacts, threat and vulnerability")
                                                               : tr("not rated yet: choose gravity and likelihood");
    return {when + " " + missing, Tone::faint};
  }
  auto cell = level_cell(scale, standpoint.level);
  cell.text = when + " " + (grades.empty() ? "" : grades + " → ") + cell.text;
  if (standpoint.declared()) cell.text += " – " + tr("declared; the matrix says {1}", {level_text(scale, standpoint.computed_level)});
  return cell;
}

} // namespace

Cell level_cell(const RiskScale& scale, int level) {
  if (level <= 0) return {"–", Tone::faint};
  const auto highest = static_cast<int>(scale.classes.size());
  const auto tone = level <= scale.acceptable ? Tone::good : level >= highest ? Tone::bad : Tone::warning;
  return {grade_text(scale.classes, level), tone};
}

ListRows register_rows(const std::shared_ptr<const RiskMap>& map, const RiskFilter& filter, std::optional<RiskOrder> order) {
  const SoughtWords sought{filter.words};
  std::vector<const RiskAssessment*> shown;
  for (const auto* one : gravest(map->assessments, map->assessments.size()))
    if (passes(*one, filter) && holds(*one->risk, sought)) shown.push_back(one);
  if (order) shown = ordered(std::move(shown), *order);
  const auto held = std::make_shared<const std::vector<const RiskAssessment*>>(std::move(shown));
  return {register_columns(), held->size(), [map, held](std::size_t row) { return cells_of(*map, *held->at(row)); },
          [map, held](std::size_t row) { return held->at(row)->risk->reference; }};
}

RiskFilterChoices filter_choices(const RiskMap& map) {
  RiskFilterChoices choices{{{"", tr("All levels")}}, {{"", tr("All families")}}, {{"", tr("All strategies")}}};
  const auto& classes = map.study.scale.classes;
  for (auto level = static_cast<int>(classes.size()); level > 0; --level) choices.levels.push_back({std::to_string(level), grade_text(classes, level)});
  choices.levels.push_back({std::to_string(RiskFilter::unrated), tr("Not rated")});
  std::set<std::string> seen;
  for (const auto& risk : map.study.risks)
    if (const std::string family{trimmed(risk.family)}; !family.empty() && seen.insert(folded(family)).second) choices.families.push_back({family, family});
  std::ranges::sort(choices.families.begin() + 1, choices.families.end(), {}, [](const FormChoice& one) { return folded(one.label); });
  for (const auto& choice : choices_of(Strategy{})) choices.strategies.push_back({std::string{choice.word}, tr(choice.label)});
  return choices;
}

RiskFilter with_choices(RiskFilter filter, const std::string& level, const std::string& family, const std::string& strategy) {
  filter.level = number_in(level).value_or(0);
  filter.family = family;
  filter.strategy.reset();
  if (!strategy.empty()) filter.strategy = static_cast<Strategy>(choice_index(strategy, choices_of(Strategy{})));
  return filter;
}

Cell register_sentence(const RiskMap& map, const RiskFilter& filter, std::size_t shown) {
  const auto all = static_cast<std::int64_t>(map.assessments.size());
  if (!filter.none()) {
    auto sentence = tr("Risks shown: {1} of {2}", {std::to_string(shown), std::to_string(all)});
    if (filter.place) sentence += " – " + place_in_words(map, *filter.place);
    return {sentence};
  }
  const auto lacking = std::ranges::count_if(map.assessments, lacks_acceptance);
  auto counted = trn("{1} risk", "{1} risks", all);
  if (const auto unrated = std::ranges::count(map.assessments, 0, [](const RiskAssessment& one) { return one.residual.level; }); unrated > 0)
    counted += ", " + trn("{1} not rated", "{1} not rated", unrated);
  if (lacking == 0) return {counted};
  return {counted + " – ⚠ " +
              trn("{1} remains above what is borne without a signed acceptance", "{1} remain above what is borne without a signed acceptance", lacking),
          Tone::warning};
}

std::vector<Cell> levels_in_words(const RiskMap& map, const Form& form) {
  const auto risk = typed_risk(form);
  const auto one = assess(map.index, risk);
  const auto& scale = map.study.scale;
  auto initial = standpoint_in_words(scale, one, one.initial, tr("Before treatment:"));
  if (one.from_scenario) initial.text += " – " + tr("from the scenario {1}", {risk.scenario});
  if (!one.residual_rated) return {initial, {tr("After treatment: not judged yet, as before"), Tone::faint}};
  auto residual = standpoint_in_words(scale, one, one.residual, tr("After treatment:"));
  if (lacks_acceptance(one)) residual.text += " – ⚠ " + tr("to be accepted by signature");
  return {initial, residual};
}

std::string empty_register_sentence() {
  return tr("No risk is recorded yet. Start from the catalogue of hospital scenarios, import a register that you keep in a spreadsheet, or press “New”.");
}

} // namespace hdskit::gui
