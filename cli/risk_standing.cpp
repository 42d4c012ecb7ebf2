#include "cli/risk_standing.hpp"

#include "cli/risk_computed.hpp"
#include "cli/table.hpp"
#include "toolkit/dossier/risk_figures.hpp"
#include "toolkit/risk/coverage.hpp"
#include "toolkit/risk/version.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli {
namespace {

bool is_risk(const ReferencedRecord& found) { return found.kind.word == Risk::type().kind; }

/// The minimum events that the risk speaks of, with their titles.
std::vector<Covered> covered_by(const AssessedStudy& assessed, const std::string& reference) {
  auto events = minimum_event_coverage(assessed.study());
  std::erase_if(events, [&](const Covered& event) { return !std::ranges::count(event.risks, reference); });
  return events;
}

json::array measures_json(const AssessedStudy& assessed, const std::string& reference) {
  json::array measures;
  for (const auto* measure : assessed.index().measures_of_risk(reference))
    measures.push_back(json::object{{"reference", json_text(measure->reference)},
                                    {"name", json_text(measure->name)},
                                    {"state", to_field_text(measure->state)},
                                    {"owner", json_text(measure->owner)},
                                    {"due", field_json(FieldKind::date, to_field_text(measure->due))}});
  return measures;
}

void print_assessment(Context& context, const AssessedStudy& assessed, const RiskAssessment& assessment) {
  const auto standpoint = [&](const Standpoint& point) {
    return tr("{1}: {2}", {shown_grades(point), level_text(assessed.scale(), point.level)}) +
           (point.declared() ? " " + tr("(declared; the method gives {1})", {level_text(assessed.scale(), point.computed_level)}) : "");
  };
  Sheet sheet;
  sheet.add(tr("Before treatment"), standpoint(assessment.initial) + (assessment.from_scenario ? " " + tr("(from the scenario)") : ""));
  sheet.add(tr("After treatment"),
            assessment.residual_rated ? standpoint(assessment.residual) : standpoint(assessment.residual) + " " + tr("(not judged yet)"));
  if (assessment.needs_acceptance) sheet.add(tr("Acceptance"), assessment.accepted ? tr("signed") : tr("to be signed"));
  sheet.print(context.out, context.surroundings.output_width);
}

void print_measures(Context& context, const AssessedStudy& assessed, const std::string& reference) {
  const auto& measures = assessed.index().measures_of_risk(reference);
  if (measures.empty()) return;
  context.out << '\n';
  Table table{{tr("Measure"), tr("State"), tr("Owner"), tr("Due"), tr("Name")}};
  for (const auto* measure : measures)
    table.add({measure->reference, tr(choices_of(measure->state)[static_cast<std::size_t>(measure->state)].label), measure->owner, to_field_text(measure->due),
               measure->name});
  table.print(context.out, context.surroundings.output_width);
}

void print_risk(Context& context, const Workspace& workspace, const AssessedStudy& assessed, const std::string& reference) {
  print_assessment(context, assessed, assessed.assessment_of(reference));
  print_measures(context, assessed, reference);
  if (const auto events = covered_by(assessed, reference); !events.empty()) {
    context.out << '\n';
    Table table{{tr("Minimum event"), tr("Title")}};
    for (const auto& event : events) table.add({event.id, event.title.in_current_language()});
    table.print(context.out, context.surroundings.output_width);
  }
  context.out << '\n';
  print_history(context, workspace, assessed.scale(), reference);
}

} // namespace

json::array history_json(const Workspace& workspace, const std::string& reference) {
  json::array all;
  for (const auto& moment : history_of(workspace, reference))
    all.push_back(json::object{{"version", moment.version.empty() ? json::value() : json::value(json_text(moment.version))},
                               {"day", field_json(FieldKind::date, to_field_text(moment.day))},
                               {"there", moment.there},
                               {"initial", moment.initial ? json::value(moment.initial) : json::value()},
                               {"residual", moment.residual ? json::value(moment.residual) : json::value()},
                               {"grades", json_text(moment.gravity_likelihood)},
                               {"strategy", json_text(moment.strategy)}});
  return all;
}

void print_history(Context& context, const Workspace& workspace, const RiskScale& scale, const std::string& reference) {
  Table table{{tr("Version"), tr("Day"), tr("Level"), tr("After treatment"), tr("Grades"), tr("Strategy")}};
  for (const auto& moment : history_of(workspace, reference)) {
    const auto version = moment.version.empty() ? tr("now") : moment.version;
    if (!moment.there) {
      table.add({version, to_field_text(moment.day), tr("not in the study")});
      continue;
    }
    table.add({version, to_field_text(moment.day), level_text(scale, moment.initial), level_text(scale, moment.residual), moment.gravity_likelihood,
               tr(choices_of(Strategy{})[choice_index(moment.strategy, choices_of(Strategy{}))].label)});
  }
  table.print(context.out, context.surroundings.output_width);
}

json::object standing_json(const Workspace& workspace, const AssessedStudy& assessed, const ReferencedRecord& found) {
  const auto& reference = found.text("reference");
  const auto citing = citing_records(workspace, found.kind, reference);
  if (!is_risk(found)) {
    auto object = record_json(found.kind, found.record);
    object["kind"] = json_text(found.kind.word);
    object["computed"] = computed_json(assessed, found.kind.word, reference);
    object["cited_by"] = json::array(citing.begin(), citing.end());
    return object;
  }
  const auto& assessment = assessed.assessment_of(reference);
  auto object = risk_json(assessed, assessment);
  object["kind"] = "risk";
  object["needs_acceptance"] = assessment.needs_acceptance;
  object["accepted"] = assessment.accepted;
  object["measures"] = measures_json(assessed, reference);
  object["cited_by"] = json::array(citing.begin(), citing.end());
  object["history"] = history_json(workspace, reference);
  return object;
}

void print_standing(Context& context, const Workspace& workspace, const AssessedStudy& assessed, const ReferencedRecord& found) {
  const auto& reference = found.text("reference");
  context.out << '\n';
  if (is_risk(found)) return print_risk(context, workspace, assessed, reference);
  print_computed(context, assessed, found.kind.word, reference);
  Table table{{tr("Cited by")}};
  const auto citing = citing_records(workspace, found.kind, reference);
  for (const auto& record : citing) table.add({record});
  if (!citing.empty()) table.print(context.out, context.surroundings.output_width);
}

} // namespace hdskit::cli
