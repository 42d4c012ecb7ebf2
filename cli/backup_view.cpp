#include "cli/backup_view.hpp"

#include "cli/backup_options.hpp"
#include "cli/records.hpp"
#include "cli/table.hpp"
#include "toolkit/backup/judge_restore.hpp"
#include "toolkit/backup/restore_report_json.hpp"
#include "toolkit/base/duration_text.hpp"
#include "toolkit/base/text.hpp"

#include <boost/json/parse.hpp>

#include <ostream>

namespace hdskit::cli {
namespace {

json::value date_json(const std::optional<Date>& date) { return date ? json::value(json_text(date->iso())) : json::value(nullptr); }

std::string reference_text(const RestoreReport& report) {
  const auto label = choice_label(report.reference);
  return report.reference_note.empty() ? label : tr("{1}: {2}", {label, report.reference_note});
}

std::string differences_text(const ComparisonTotals& totals) {
  const auto number = [](std::uint64_t count) { return std::to_string(count); };
  auto text =
      tr("{1} the same, {2} changed, {3} missing, {4} extra, {5} unreadable, {6} truncated",
         {number(totals.same), number(totals.changed), number(totals.missing), number(totals.extra), number(totals.unreadable), number(totals.truncated)});
  if (totals.explained > 0) text += tr(", {1} changed in the live folder since the backup", {number(totals.explained)});
  return text;
}

} // namespace

json::object standing_json(const SourceStanding& standing) {
  const auto word = to_field_text(standing.state);
  return {{"source", standing.source},
          {"state", word},
          {"proven", standing.state == ProofState::proven || standing.state == ProofState::due_soon},
          {"last_proof", date_json(standing.last_proof)},
          {"last_test", date_json(standing.last_test)},
          {"last_verdict", standing.last_verdict},
          {"next_test", date_json(standing.next_test)},
          {"sentence", standing.sentence}};
}

json::object run_json(const RestoreRun& run) {
  json::object object;
  for (const auto& field : RestoreRun::type().fields) object[{field.name.data(), field.name.size()}] = field_json(field.kind, field.get(run));
  return object;
}

json::object report_json(const RestoreRun& run, const RestoreReport& report) {
  auto object = json::parse(report_text(report)).as_object();
  object["test"] = run.reference;
  object["evidence"] = run.evidence;
  object["exit_status"] = exit_status(report.verdict);
  return object;
}

std::string seconds_text(std::int64_t seconds) {
  constexpr std::int64_t minute = 60;
  if (seconds < minute) return tr("{1} s", {std::to_string(seconds)});
  const auto rest = seconds % minute;
  const auto whole = duration_text(Minutes{seconds / minute});
  return rest == 0 || seconds >= 600 * minute ? whole : tr("{1} {2} s", {whole, std::to_string(rest)});
}

std::string measure_text(const std::optional<std::int64_t>& seconds, const std::optional<Minutes>& promised) {
  const auto text = seconds ? seconds_text(*seconds) : tr("not known");
  return promised ? tr("{1} (objective: {2})", {text, duration_text(*promised)}) : text;
}

void print_runs(Context& context, std::span<const RestoreRun> runs) {
  Table table{{tr("Test"), tr("Source"), tr("Begun at"), tr("Verdict"), tr("Restore"), tr("Age of data"), tr("Differences"), tr("Machine")}};
  for (auto run = runs.rbegin(); run != runs.rend(); ++run)
    table.add({run->reference, run->source, run->started, choice_label(run->verdict), run->restore_seconds ? seconds_text(*run->restore_seconds) : "",
               run->rpo_seconds ? seconds_text(*run->rpo_seconds) : "", std::to_string(run->differences), run->machine});
  table.print(context.out, context.surroundings.output_width);
}

void print_report(Context& context, const RestoreRun& run, const RestoreReport& report) {
  context.out << tr("{1}: {2}", {report.source, choice_label(report.verdict)});
  if (!run.reference.empty()) context.out << " (" << run.reference << ")";
  context.out << '\n';
  for (const auto& sentence : report.sentences) context.out << sentence << '\n';
  Sheet sheet;
  if (report.point) sheet.add(tr("Backup"), report.point->begun ? tr("{1}, of {2}", {report.point->id, report.point->begun->iso()}) : report.point->id);
  sheet.add(tr("How far the proof goes"), choice_label(report.level));
  sheet.add(tr("Restored"), trn("{1} file", "{1} files", static_cast<std::int64_t>(report.restored_files)) + ", " + french_bytes(report.restored_bytes));
  sheet.add(tr("Time to restore"), measure_text(run.restore_seconds, run.rto));
  sheet.add(tr("Age of the data"), measure_text(run.rpo_seconds, run.rpo));
  sheet.add(tr("Compared with"), reference_text(report));
  if (report.comparison) sheet.add(tr("Comparison"), differences_text(*report.comparison));
  for (const auto& check : report.checks) sheet.add(check.name, check.sentence);
  for (const auto& suspicion : report.suspicions) sheet.add(tr("Suspicious"), suspicion.sentence);
  sheet.print(context.out, context.surroundings.output_width);
  for (const auto& limit : limits_of(report)) context.out << limit << '\n';
}

} // namespace hdskit::cli
