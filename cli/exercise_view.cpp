#include "cli/exercise_view.hpp"

#include "cli/continuity_view.hpp"
#include "cli/records.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/organisation/record_kind_of.hpp"

#include <ostream>

namespace hdskit::cli {
namespace {

json::array texts_json(const std::vector<std::string>& texts) {
  json::array all;
  for (const auto& text : texts) all.emplace_back(json_text(text));
  return all;
}

json::value day_json(const std::optional<Date>& day) { return day ? json::value(json_text(day->iso())) : json::value(); }

/// The fields of a record under their names.
template <typename Record> json::object fields_json(const Record& record) {
  json::object object;
  for (const auto& field : Record::type().fields) object[json::string_view{field.name.data(), field.name.size()}] = field_json(field.kind, field.get(record));
  return object;
}

json::array coverage_json(const Continuity& continuity, Date today) {
  json::array all;
  for (const auto& covered : exercise_coverage(continuity, today))
    all.push_back(json::object{{"kind", json_text(covered.kind)},
                               {"reference", json_text(covered.reference)},
                               {"name", json_text(covered.name)},
                               {"last", day_json(covered.last)},
                               {"next", day_json(covered.next)},
                               {"proven", covered.proven},
                               {"exercises", texts_json(covered.exercises)}});
  return all;
}

json::object programme_json(const Continuity& continuity, int first_year) {
  const auto programme = exercise_programme(continuity, first_year);
  json::array years;
  for (std::size_t i = 0; i < programme.years.size(); ++i) {
    json::array references;
    for (const auto* exercise : programme.years[i]) references.emplace_back(json_text(exercise->reference));
    years.push_back(json::object{{"year", first_year + static_cast<int>(i)}, {"exercises", std::move(references)}});
  }
  return {{"years", std::move(years)}, {"empty_years", json::array(programme.empty_years.begin(), programme.empty_years.end())}};
}

json::object group_json(const GroupShare& group) {
  return {{"applies", group.applies},
          {"met", group.met},
          {"share", group.share},
          {"needed", least_group_share},
          {"covered", texts_json(group.covered)},
          {"uncovered", texts_json(group.uncovered)},
          {"unknown", texts_json(group.unknown)}};
}

std::string percent(double share) { return std::to_string(static_cast<int>(share * 100)) + " %"; }

void print_coverage(Context& context, const Continuity& continuity, Date today) {
  Table table{{tr("Reference"), tr("Name"), tr("Last exercised"), tr("Next"), tr("Proven")}};
  std::int64_t never = 0;
  for (const auto& covered : exercise_coverage(continuity, today)) {
    table.add({covered.reference, covered.name, covered.last ? tr_date(*covered.last) : tr("never"), day_text(covered.next), covered.proven ? tr("yes") : ""});
    never += covered.last ? 0 : 1;
  }
  table.print(context.out, context.surroundings.output_width);
  if (never > 0) context.out << trn("{1} has never been exercised.", "{1} have never been exercised.", never) << '\n';
}

void print_programme(Context& context, const Continuity& continuity, int first_year) {
  const auto programme = exercise_programme(continuity, first_year);
  Sheet sheet;
  for (std::size_t i = 0; i < programme.years.size(); ++i) {
    std::vector<std::string> lines;
    for (const auto* exercise : programme.years[i]) lines.push_back(tr("{1}, {2}", {exercise->reference, exercise->title}));
    sheet.add(std::to_string(first_year + static_cast<int>(i)), lines.empty() ? tr("no exercise") : joined(lines, "\n"));
  }
  sheet.print(context.out, context.surroundings.output_width);
}

void print_group(Context& context, const GroupShare& group) {
  if (!group.applies) return;
  context.out << '\n'
              << tr("Legal entities whose exercised plans cover them carry {1} of the combined activity; {2} is the least.",
                    {percent(group.share), percent(least_group_share)})
              << '\n';
  if (!group.unknown.empty()) context.out << tr("Without a volume of activity: {1}.", {joined(group.unknown, ", ")}) << '\n';
}

} // namespace

json::object exercises_json(const Continuity& continuity, Date today) {
  json::array exercises;
  for (const auto& exercise : continuity.exercises) exercises.push_back(fields_json(exercise));
  return {{"exercises", std::move(exercises)},
          {"coverage", coverage_json(continuity, today)},
          {"programme", programme_json(continuity, today.year())},
          {"group", group_json(group_share(continuity, today))}};
}

void print_exercises(Context& context, const Continuity& continuity, Date today) {
  Table table{{tr("Reference"), tr("Title"), tr("Kind of exercise"), tr("Planned on"), tr("Held on"), tr("Achieved recovery time")}};
  for (const auto& exercise : continuity.exercises)
    table.add({exercise.reference, exercise.title, tr(choices_of(exercise.kind)[static_cast<std::size_t>(exercise.kind)].label), day_text(exercise.planned_on),
               day_text(exercise.held_on), exercise.achieved_rto ? duration_text(*exercise.achieved_rto) : ""});
  table.print(context.out, context.surroundings.output_width);
  context.out << '\n' << tr("Programme of three years") << "\n\n";
  print_programme(context, continuity, today.year());
  context.out << '\n' << tr("What was exercised") << "\n\n";
  print_coverage(context, continuity, today);
  print_group(context, group_share(continuity, today));
}

json::object exercise_json(const Continuity& continuity, const Exercise& exercise) {
  auto object = fields_json(exercise);
  json::array chronicle, corrections;
  for (const auto& line : chronicle_of(continuity, exercise.reference)) {
    auto entry = fields_json(*line.entry);
    entry["minutes_since_start"] = line.since_start ? json::value(line.since_start->count) : json::value();
    chronicle.push_back(std::move(entry));
  }
  for (const auto& action : continuity.corrections)
    if (reference_key(action.exercise) == reference_key(exercise.reference)) corrections.push_back(fields_json(action));
  object["chronicle"] = std::move(chronicle);
  object["corrective_actions"] = std::move(corrections);
  return object;
}

void print_exercise(Context& context, const Continuity& continuity, const Exercise& exercise) {
  Sheet sheet;
  const auto view = view_of(exercise);
  for (std::size_t i = 0; i < view.values.size(); ++i) {
    const auto& field = Exercise::type().fields[i];
    std::string text = view.values[i];
    for (const auto& choice : field.choices)
      if (choice.word == view.values[i]) text = tr(choice.label);
    if (!text.empty()) sheet.add(tr(field.label), text);
  }
  sheet.print(context.out, context.surroundings.output_width);
  const auto lines = chronicle_of(continuity, exercise.reference);
  if (!lines.empty()) {
    context.out << '\n';
    Table table{{tr("Since the start"), tr("Moment"), tr("Kind of entry"), tr("Step"), tr("What happened"), tr("Author")}};
    for (const auto& line : lines)
      table.add({line.since_start ? "+" + duration_text(*line.since_start) : "", line.entry->at,
                 tr(choices_of(line.entry->kind)[static_cast<std::size_t>(line.entry->kind)].label), line.entry->step, line.entry->text, line.entry->author});
    table.print(context.out, context.surroundings.output_width);
  }
  Table actions{{tr("Reference"), tr("Gap"), tr("Action"), tr("Owner"), tr("Due on"), tr("State")}};
  bool any = false;
  for (const auto& action : continuity.corrections)
    if (reference_key(action.exercise) == reference_key(exercise.reference)) {
      actions.add({action.reference, action.gap, action.action, action.owner, day_text(action.due),
                   tr(choices_of(action.state)[static_cast<std::size_t>(action.state)].label)});
      any = true;
    }
  if (!any) return;
  context.out << '\n';
  actions.print(context.out, context.surroundings.output_width);
}

} // namespace hdskit::cli
