#include "toolkit/dossier/risk_map.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

constexpr const char* euros = "\u00A0€";

std::string money(std::int64_t amount) { return french_number(amount) + euros; }

/// What a measure serves: risks, then scenarios, then stakeholders.
std::string served(const Measure& measure) {
  auto references = measure.risks;
  references.insert(references.end(), measure.scenarios.begin(), measure.scenarios.end());
  references.insert(references.end(), measure.stakeholders.begin(), measure.stakeholders.end());
  return listed(references, 8);
}

std::string progress_text(const Measure& measure) {
  auto text = label_of_choice(measure.state);
  if (measure.progress && measure.state == MeasureState::in_progress) text += ", " + std::to_string(*measure.progress) + "\u00A0%";
  return text;
}

bool is_late(const Measure& measure, Date day) {
  return measure.due && *measure.due < day && measure.state != MeasureState::done && measure.state != MeasureState::abandoned;
}

Words measure_words(const RiskMap& map, const Measure& measure) {
  return record_words(measure)
      .set("serves", served(measure))
      .set("cost_text", measure.cost ? money(*measure.cost) : "–")
      .set("progress_text", progress_text(measure))
      .set("document", map.document(measure.evidence))
      .flag("has_document", !trimmed(measure.evidence).empty())
      .flag("late", is_late(measure, map.input.day));
}

} // namespace

Words action_plan_words(const RiskMap& map) {
  Words::List families;
  std::int64_t total = 0, measures = 0, done = 0, late = 0;
  for (std::size_t family = 0; family < choices_of(MeasureFamily{}).size(); ++family) {
    Words::List rows;
    std::int64_t cost = 0;
    for (const auto& measure : map.study.measures) {
      if (measure.family != static_cast<MeasureFamily>(family)) continue;
      rows.push_back(measure_words(map, measure));
      if (measure.state == MeasureState::abandoned) continue;
      ++measures;
      done += measure.state == MeasureState::done;
      late += is_late(measure, map.input.day);
      cost += std::max<std::int64_t>(measure.cost.value_or(0), 0);
    }
    if (rows.empty()) continue;
    total += cost;
    families.push_back(Words{}
                           .set("family_title", translated_label(choices_of(MeasureFamily{})[family]))
                           .set("family_count", french_number(static_cast<std::int64_t>(rows.size())))
                           .set("family_cost", money(cost))
                           .list("measures", std::move(rows)));
  }
  Words words;
  words.flag("has_plan", !families.empty())
      .set("measure_count", french_number(measures))
      .set("done_count", french_number(done))
      .set("late_count", french_number(late))
      .flag("has_late", late > 0)
      .set("total_cost", money(total))
      .list("families", std::move(families));
  return words;
}

} // namespace hdskit::chapters
