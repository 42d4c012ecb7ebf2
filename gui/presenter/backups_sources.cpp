#include "gui/presenter/backups_sources.hpp"

#include "gui/presenter/citable_documents.hpp"
#include "toolkit/base/duration_text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/cited_records.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

std::string day_of(const std::optional<Date>& day) { return day ? day->iso() : ""; }

/// The newest test in which something was restored in a measured time.
const RestoreRun* newest_measured(const BackupsMap& map, const BackupSource& source) {
  const auto runs = map.runs_of(source.reference);
  const auto found = std::ranges::find_if(runs, [](const RestoreRun* run) { return run->restore_seconds.has_value(); });
  return found == runs.end() ? nullptr : *found;
}

ListRow row_of(const BackupsMap& map, std::size_t place) {
  const auto& source = map.backups.sources[place];
  const auto& standing = map.standings[place];
  const auto* measured = newest_measured(map, source);
  const bool late = standing.next_test && *standing.next_test < map.day;
  return {source.reference,
          {proof_cell(standing.state),
           {source.reference},
           {day_of(standing.last_proof)},
           {day_of(standing.next_test), late ? Tone::bad : Tone::neutral},
           measured ? measure_cell(measured->restore_seconds, map.objectives[place].rto) : Cell{"–", Tone::faint},
           {source.service.empty() ? source.arrangement : source.service},
           {choice_label(choices_of(source.kind), to_field_text(source.kind))},
           {source.location}}};
}

std::string objective_sentence(const std::optional<Minutes>& promised, const std::string& origin, bool time) {
  if (!promised) return time ? tr("No recovery time is promised.") : tr("No recovery point is promised.");
  return time ? tr("Recovery time promised: {1} ({2}).", {duration_text(*promised), origin})
              : tr("Recovery point promised: {1} ({2}).", {duration_text(*promised), origin});
}

Tone tone_of(ProofState state) { return proof_cell(state).tone; }

struct Part {
  std::string_view field;
  const char* heading; ///< marked message
};
constexpr Part parts[] = {
    {"service", marked("What it saves")},
    {"password_file", marked("Password")},
    {"period", marked("What is promised")},
    {"preserve", marked("What a restore is compared with")},
    {"database", marked("Checks after the restore")},
    {"space_gb", marked("Limits and samples")},
    {"requirements", marked("Evidence")},
};

void refine(const Workspace&, const RecordKind&, std::vector<FormField>& fields) {
  for (auto& field : fields)
    if (const auto part = std::ranges::find(parts, field.name, &Part::field); part != std::end(parts)) field.heading = tr(part->heading);
}

std::vector<FormChoice> cited(const Workspace& workspace, std::string_view kinds) {
  std::vector<FormChoice> choices;
  for (const auto& [reference, name] : citable_records(workspace, backup_kinds(), kinds)) choices.push_back(cited_as(reference, reference == name ? "" : name));
  return choices;
}

std::string title(const RecordKind& kind, const RecordView& record) { return record.values[kind.index_of("reference")]; }

} // namespace

ListRows source_rows(const BackupsMap& map, bool attention, std::string_view words) {
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  for (std::size_t place = 0; place < map.backups.sources.size(); ++place) {
    if (attention && map.standings[place].state == ProofState::proven) continue;
    auto row = row_of(map, place);
    std::vector<std::string> texts;
    for (const auto& cell : row.cells) texts.push_back(cell.text);
    if (sought.are_in(texts)) rows.push_back(std::move(row));
  }
  return rows_at_hand({{tr("Proof")},
                       {tr("Source")},
                       {tr("Last proof"), CellKind::date},
                       {tr("Next test"), CellKind::date},
                       {tr("Restored in / RTO")},
                       {tr("Saves")},
                       {tr("Kind")},
                       {tr("Location")}},
                      std::move(rows));
}

std::vector<Cell> source_sentences(const BackupsMap& map, const BackupSource& source) {
  const auto place = static_cast<std::size_t>(&source - map.backups.sources.data());
  const auto& standing = map.standings.at(place);
  const auto& objectives = map.objectives.at(place);
  return {{proof_cell(standing.state).text + ". " + standing.sentence, tone_of(standing.state)},
          {objective_sentence(objectives.rto, objectives.rto_origin, true) + " " + objective_sentence(objectives.rpo, objectives.rpo_origin, false)}};
}

Cell sources_sentence(const BackupsMap& map) {
  if (map.backups.sources.empty())
    return {tr("No backup source is recorded yet: press “New source”, say where the backups lie, then “Test now…”."), Tone::faint};
  const auto proven = std::ranges::count_if(
      map.standings, [](const SourceStanding& standing) { return standing.state == ProofState::proven || standing.state == ProofState::due_soon; });
  const auto count = static_cast<std::ptrdiff_t>(map.standings.size());
  if (proven == count) return {"✔ " + tr("Every source was proven to be restorable within its policy."), Tone::good};
  return {"⚠ " + tr("Sources proven to be restorable: {1} of {2}; the others need a test.", {std::to_string(proven), std::to_string(count)}), Tone::warning};
}

RecordWays backups_ways() { return {.title = title, .cited = cited, .referring = {}, .refine = refine}; }

} // namespace hdskit::gui
