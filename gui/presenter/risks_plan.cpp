#include "gui/presenter/risks_plan.hpp"

#include "gui/presenter/risks_records.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr int quarter_days = 90, soon_days = 30;

bool is_open(const Measure& measure) { return measure.state == MeasureState::planned || measure.state == MeasureState::in_progress; }

bool in_scope(const Measure& measure, const PlanFilter& filter, Date today) {
  switch (filter.scope) {
    case PlanScope::open: return is_open(measure);
    case PlanScope::late: return is_late(measure, today);
    case PlanScope::quarter: return is_open(measure) && measure.due && *measure.due <= today.plus_days(quarter_days);
    case PlanScope::mine: return is_open(measure) && folded(trimmed(measure.owner)) == folded(trimmed(filter.person));
    case PlanScope::done: return !is_open(measure);
    case PlanScope::all: break;
  }
  return true;
}

bool holds(const Measure& measure, const SoughtWords& sought) {
  if (sought.empty()) return true;
  std::vector<std::string> texts;
  for (const auto& field : Measure::type().fields) texts.push_back(field.get(measure));
  return sought.are_in(texts);
}

Cell state_cell(const Measure& measure, Date today) {
  const auto word = choice_word(measure.state);
  if (is_late(measure, today)) return {"✖ " + tr("{1}, late", {word}), Tone::bad};
  switch (measure.state) {
    case MeasureState::done: return {"✔ " + word, Tone::good};
    case MeasureState::abandoned: return {"– " + word, Tone::faint};
    case MeasureState::in_progress: return {"◔ " + word};
    case MeasureState::planned: break;
  }
  return {"○ " + word};
}

Cell due_cell(const Measure& measure, Date today) {
  if (!measure.due) return {};
  const bool soon = is_open(measure) && *measure.due <= today.plus_days(soon_days);
  return {measure.due->iso(), is_late(measure, today) ? Tone::bad : soon ? Tone::warning : Tone::neutral};
}

std::string served_by(const Measure& measure) {
  auto served = measure.risks;
  served.insert(served.end(), measure.scenarios.begin(), measure.scenarios.end());
  served.insert(served.end(), measure.stakeholders.begin(), measure.stakeholders.end());
  return joined(served, ", ");
}

/// “128 000”: parted by thousands as the language does.
std::string grouped(std::int64_t number) {
  auto digits = std::to_string(number);
  const std::string gap = current_language() == Language::french ? "\u202F" : ",";
  constexpr int thousand = 3;
  for (auto place = static_cast<int>(digits.size()) - thousand; place > 0; place -= thousand) digits.insert(static_cast<std::size_t>(place), gap);
  return digits;
}

} // namespace

std::vector<std::string> plan_scopes() {
  return {tr("open measures"), tr("late"), tr("late or within 90 days"), tr("mine"), tr("done or abandoned"), tr("all measures")};
}

std::vector<FormChoice> plan_families() {
  std::vector<FormChoice> choices{{"", tr("All families")}};
  for (const auto& choice : choices_of(MeasureFamily{})) choices.push_back({std::string{choice.word}, tr(choice.label)});
  return choices;
}

std::optional<MeasureFamily> plan_family(std::string_view word) {
  const auto choices = choices_of(MeasureFamily{});
  const auto found = std::ranges::find(choices, word, &Choice::word);
  return found == choices.end() ? std::nullopt : std::optional{static_cast<MeasureFamily>(found - choices.begin())};
}

bool is_late(const Measure& measure, Date today) { return is_open(measure) && measure.due && *measure.due < today; }

std::vector<const Measure*> planned_measures(const RiskMap& map, const PlanFilter& filter) {
  const SoughtWords sought{filter.words};
  std::vector<const Measure*> measures;
  for (const auto& measure : map.study.measures)
    if (in_scope(measure, filter, map.day) && (!filter.family || measure.family == *filter.family) && holds(measure, sought)) measures.push_back(&measure);
  std::ranges::stable_sort(measures, [](const Measure* a, const Measure* b) {
    if (a->due.has_value() != b->due.has_value()) return a->due.has_value();
    return a->due && *a->due < *b->due;
  });
  return measures;
}

ListRows plan_rows(const RiskMap& map, const std::vector<const Measure*>& measures) {
  std::vector<ListRow> rows;
  for (const auto* measure : measures)
    rows.push_back({measure->reference,
                    {{measure->reference},
                     {measure->name},
                     state_cell(*measure, map.day),
                     due_cell(*measure, map.day),
                     {measure->progress ? tr("{1} %", {std::to_string(*measure->progress)}) : ""},
                     {measure->owner.empty() ? tr("nobody") : measure->owner, measure->owner.empty() ? Tone::warning : Tone::neutral},
                     {choice_word(measure->family)},
                     {served_by(*measure)}}});
  return rows_at_hand(
      {{tr("Ref.")}, {tr("Measure")}, {tr("State")}, {tr("Due"), CellKind::date}, {tr("Progress")}, {tr("Owner")}, {tr("Family")}, {tr("Serves")}},
      std::move(rows));
}

Cell plan_sentence(const RiskMap& map, const std::vector<const Measure*>& measures) {
  const auto all = map.study.measures.size();
  if (all == 0)
    return {tr("No measure is recorded yet. Press “New”, or take scenarios with their measures from the catalogue in the tab “Register”."), Tone::faint};
  const auto late = std::ranges::count_if(measures, [&](const Measure* one) { return is_late(*one, map.day); });
  std::int64_t cost = 0;
  for (const auto* one : measures) cost += one->cost.value_or(0);
  auto sentence = tr("{1} of {2} measures", {std::to_string(measures.size()), std::to_string(all)});
  if (late > 0) sentence += ", ✖ " + trn("{1} late", "{1} late", late);
  if (cost > 0) sentence += " – " + tr("{1} €", {grouped(cost)});
  return {sentence, late > 0 ? Tone::bad : Tone::neutral};
}

} // namespace hdskit::gui
