#include "toolkit/dossier/risk_map.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/risk/threat.hpp"

#include <array>
#include <map>
#include <unordered_map>

namespace hdskit::chapters {
namespace {

std::string grade_or_dash(Rating rating) { return rating ? std::to_string(rating.value) : "–"; }

/// "VM1 Dossier patient": a reference with the name of what it cites.
template <typename Record> std::string cited(const ByReference<Record>& records, const std::string& reference) {
  const auto* found = records.find(reference);
  return found ? found->reference + "\u00A0" + found->name : or_dash(reference);
}
template <typename Record> std::string cited(const ByReference<Record>& records, const std::vector<std::string>& references) {
  std::vector<std::string> texts;
  for (const auto& reference : references) texts.push_back(cited(records, reference));
  return listed(texts);
}

/// What an event would do, axis by axis, on one line.
std::string impacts_of(const FearedEvent& event) {
  std::vector<std::string> parts;
  const auto add = [&](const char* axis, const std::string& text) {
    if (!trimmed(text).empty()) parts.push_back(std::string{axis} + "\u00A0: " + std::string{trimmed(text)});
  };
  add("Patients", event.patient);
  add("Continuité des soins", event.continuity);
  add("Secret", event.confidentiality);
  add("Droit", event.legal);
  add("Finances", event.finance);
  add("Image", event.image);
  return joined(parts, " – ");
}

Words feared_event_words(const RiskMap& map, const FearedEvent& event) {
  const auto impacts = impacts_of(event);
  return record_words(event)
      .set("value_text", cited(map.index.business_values, event.business_value))
      .set("gravity_text", grade_text(map.study.scale.gravity, event.gravity.value))
      .set("impacts", impacts)
      .flag("has_impacts", !impacts.empty());
}

template <typename Record, typename Row> Words::List rows_of(const std::vector<Record>& records, Row row) {
  Words::List rows;
  rows.reserve(records.size());
  for (const auto& record : records) rows.push_back(row(record));
  return rows;
}

/// How many rules of each framework are applied.
Words::List framework_rows(const Study& study) {
  std::map<std::string, std::array<std::int64_t, 5>> counts;
  for (const auto& item : study.baseline_items) ++counts[item.framework][static_cast<std::size_t>(item.application)];
  Words::List rows;
  for (const auto& [framework, count] : counts) {
    const auto number = [&counted = count](Application application) { return french_number(counted[static_cast<std::size_t>(application)]); };
    rows.push_back(Words{}
                       .set("framework", framework)
                       .set("applied", number(Application::applied))
                       .set("partly", number(Application::partly_applied))
                       .set("not_applied", number(Application::not_applied))
                       .set("not_applicable", number(Application::not_applicable))
                       .set("not_assessed", number(Application::not_assessed)));
  }
  return rows;
}

Words::List gap_rows(const RiskMap& map) {
  std::unordered_map<std::string_view, const Item*> items;
  for (const auto& item : map.input.facts.checklist.items) items.emplace(item.id, &item);
  Words::List rows;
  for (const auto& rule : map.study.baseline_items) {
    if (rule.application != Application::partly_applied && rule.application != Application::not_applied) continue;
    const auto item = items.find(rule.requirement);
    rows.push_back(
        record_words(rule)
            .set("requirement_text", item == items.end() ? rule.requirement : item_label(map.input.facts, *item->second) + " – " + item->second->title.french)
            .set("measures_text", listed(rule.measures)));
  }
  return rows;
}

Words source_words(const SourceObjective& pair) {
  const auto pertinence = pertinence_of(pair);
  return record_words(pair)
      .set("pertinence_text", pertinence == 0 ? "–" : std::to_string(pertinence))
      .set("feared_text", listed(pair.feared_events))
      .set("grades_text", grade_or_dash(pair.motivation) + "\u00A0" + grade_or_dash(pair.resources) + "\u00A0" + grade_or_dash(pair.activity))
      .flag("forced", pair.pertinence && pair.pertinence.value != computed_pertinence_of(pair));
}

Words stakeholder_words(const RiskMap& map, const Stakeholder& party) {
  const auto threat = threat_of(party), residual = residual_threat_of(party);
  const auto text = [&](const std::optional<double>& value) { return value ? threat_text(*value) : std::string{"–"}; };
  const auto zone = [&](const std::optional<double>& value) { return value ? zone_text(map.study.scale, *value) : std::string{"–"}; };
  std::vector<std::string> measures;
  for (const auto* measure : map.index.measures_of_stakeholder(party.reference)) measures.push_back(measure->reference);
  return record_words(party)
      .set("grades_text", grade_or_dash(party.dependency) + "\u00A0" + grade_or_dash(party.penetration) + "\u00A0" + grade_or_dash(party.maturity) + "\u00A0" +
                              grade_or_dash(party.trust))
      .set("threat", text(threat))
      .set("zone", zone(threat))
      .set("residual_threat", text(residual))
      .set("residual_zone", zone(residual))
      .set("measures_text", listed(measures));
}

} // namespace

Words workshop_words(const RiskMap& map) {
  const auto& study = map.study;
  auto gaps = gap_rows(map);
  Words words;
  words.flag("has_missions", !study.missions.empty())
      .flag("has_values", !study.business_values.empty())
      .flag("has_assets", !study.supporting_assets.empty())
      .flag("has_feared", !study.feared_events.empty())
      .flag("has_baseline", !study.baseline_items.empty())
      .flag("has_gaps", !gaps.empty())
      .flag("has_sources", !study.source_objectives.empty())
      .flag("has_stakeholders", !study.stakeholders.empty())
      .flag("has_workshops", !study.missions.empty() || !study.business_values.empty() || !study.feared_events.empty() || !study.baseline_items.empty())
      .list("missions", rows_of(study.missions, [](const Mission& mission) { return record_words(mission); }))
      .list("values",
            rows_of(study.business_values,
                    [&](const BusinessValue& value) {
                      return record_words(value).set("missions_text", cited(map.index.missions, value.missions)).set("services_text", listed(value.services));
                    }))
      .list("assets", rows_of(study.supporting_assets,
                              [&](const SupportingAsset& asset) { return record_words(asset).set("values_text", listed(asset.business_values)); }))
      .list("feared", rows_of(study.feared_events, [&](const FearedEvent& event) { return feared_event_words(map, event); }))
      .list("frameworks", framework_rows(study))
      .list("gaps", std::move(gaps))
      .list("sources", rows_of(study.source_objectives, [](const SourceObjective& pair) { return source_words(pair); }))
      .list("stakeholders", rows_of(study.stakeholders, [&](const Stakeholder& party) { return stakeholder_words(map, party); }));
  return words;
}

} // namespace hdskit::chapters
