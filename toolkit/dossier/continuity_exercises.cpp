#include "toolkit/dossier/continuity_chapter.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/continuity/care_programme.hpp"
#include "toolkit/dossier/continuity_figures.hpp"
#include "toolkit/dossier/continuity_words.hpp"
#include "toolkit/dossier/exercise_results.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

std::string listed_or_dash(const std::vector<std::string>& references) { return references.empty() ? "–" : joined(references, ", "); }

Words::List exercise_rows(const ChapterInput& input) {
  Words::List rows;
  for (const auto& exercise : input.facts.continuity.exercises)
    rows.push_back(record_words(exercise)
                       .set("plans_text", listed_or_dash(exercise.plans))
                       .set("covers_text", listed_or_dash(exercise.covers))
                       .set("achieved_rto_text", minutes_text(exercise.achieved_rto))
                       .set("achieved_rpo_text", minutes_text(exercise.achieved_rpo))
                       .set("day_text", date_text(exercise.held_on ? exercise.held_on : exercise.planned_on))
                       .set("document", exercise.evidence.empty() ? "–" : document_link(input, exercise.evidence))
                       .flag("held", was_held(exercise, input.day)));
  return rows;
}

Words::List correction_rows(const ChapterInput& input) {
  Words::List rows;
  for (const auto& correction : input.facts.continuity.corrections)
    rows.push_back(record_words(correction).flag("late", correction.state != CorrectionState::done && correction.due && *correction.due < input.day));
  return rows;
}

/// "12 of 15", and who was left out, for activities, services and plans.
Words::List coverage_rows(const ChapterInput& input) {
  struct Line {
    const char *kind, *title;
    std::int64_t count = 0, proven = 0;
    std::vector<std::string> unproven{};
  };
  Line lines[] = {{"activity", "Activités"}, {"service", "Services hébergés"}, {"continuity_plan", "Plans"}};
  for (const auto& covered : exercise_coverage(input.facts.continuity, input.day)) {
    const auto line = std::ranges::find_if(lines, [&](const Line& one) { return covered.kind == one.kind; });
    if (line == std::end(lines)) continue;
    ++line->count;
    line->proven += covered.proven;
    if (!covered.proven) line->unproven.push_back(covered.reference + (covered.next ? " (prévu le " + covered.next->french() + ")" : ""));
  }
  Words::List rows;
  for (const auto& line : lines)
    if (line.count > 0)
      rows.push_back(Words{}
                         .set("kind_title", line.title)
                         .set("kind_count", french_number(line.count))
                         .set("proven_count", french_number(line.proven))
                         .set("unproven_text", listed_or_dash(line.unproven)));
  return rows;
}

Words::List programme_rows(const ChapterInput& input) {
  const auto programme = exercise_programme(input.facts.continuity, input.day.year());
  Words::List rows;
  for (std::size_t i = 0; i < programme.years.size(); ++i) {
    std::vector<std::string> exercises;
    for (const auto* exercise : programme.years[i]) exercises.push_back(exercise->reference + "\u00A0" + exercise->title);
    rows.push_back(Words{}
                       .set("year", std::to_string(programme.first_year + static_cast<int>(i)))
                       .set("exercises_text", joined(exercises, "\u00A0; "))
                       .flag("is_empty", exercises.empty()));
  }
  return rows;
}

const char* verdict_text(const CareObjective& objective) {
  if (!objective.computed) return "à prouver";
  switch (objective.verdict) {
    case Verdict::met: return "✔ établi";
    case Verdict::at_risk: return "△ en partie";
    case Verdict::not_met: return "✖ non établi";
    case Verdict::not_assessed: break;
  }
  return "à prouver";
}

/// When a recovery plan brings it back first.
std::optional<Minutes> planned_for(const std::vector<std::pair<std::string, Minutes>>& order, const std::string& reference) {
  for (const auto& [restored, minutes] : order)
    if (reference_key(restored) == reference_key(reference)) return minutes;
  return std::nullopt;
}

Words::List service_rows(const ChapterInput& input) {
  const auto& continuity = input.facts.continuity;
  const auto order = restore_order(continuity);
  const auto results = exercise_results(continuity, input.day);
  Words::List rows;
  for (const auto& service : continuity.services) {
    const auto planned = planned_for(order, service.code);
    const auto result = std::ranges::find(results, service.code, &ExerciseResult::reference);
    const bool tried = result != results.end();
    rows.push_back(Words{}
                       .set("code", service.code)
                       .set("name", service.name)
                       .set("rto_text", minutes_text(service.rto))
                       .set("rpo_text", minutes_text(service.rpo))
                       .set("planned_text", minutes_text(planned))
                       .set("achieved_text", tried ? minutes_text(result->achieved) : "–")
                       .set("exercise_text", tried ? result->exercise + ", " + result->held_on.french() : "–")
                       .flag("planned_late", planned && service.rto && *planned > *service.rto)
                       .flag("achieved_late", tried && service.rto && result->achieved > *service.rto));
  }
  return rows;
}

} // namespace

Words exercise_words(const ChapterInput& input) {
  auto exercises = exercise_rows(input), corrections = correction_rows(input), coverage = coverage_rows(input);
  const bool any_exercise = !exercises.empty(), any_correction = !corrections.empty(), any_coverage = !coverage.empty();
  Words words;
  words.flag("has_exercises", any_exercise)
      .list("exercises", std::move(exercises))
      .flag("has_corrections", any_correction)
      .list("corrections", std::move(corrections))
      .flag("has_coverage", any_coverage)
      .list("coverage", std::move(coverage))
      .list("programme", programme_rows(input));
  return words;
}

Words care_words(const ChapterInput& input) {
  Words::List rows;
  for (const auto& objective : care_objectives(input.facts.continuity, input.day))
    rows.push_back(Words{}
                       .set("care_id", objective.id)
                       .set("care_title", objective.title())
                       .set("care_verdict", verdict_text(objective))
                       .set("care_sentence", or_dash(objective.sentence)));
  return Words{}.list("care", std::move(rows));
}

Words recovery_words(const ChapterInput& input) {
  auto services = service_rows(input), restored = restore_rows(input.facts.continuity), backups = backup_rows(input.facts.continuity);
  const bool any_service = !services.empty(), any_restored = !restored.empty(), any_backup = !backups.empty();
  Words words;
  words.flag("has_services", any_service)
      .list("services", std::move(services))
      .flag("has_restored", any_restored)
      .list("restored", std::move(restored))
      .flag("has_backups", any_backup)
      .list("backups", std::move(backups));
  return words;
}

} // namespace hdskit::chapters
