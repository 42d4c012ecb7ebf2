#include "gui/presenter/backups_runs.hpp"

#include "gui/presenter/shown.hpp"
#include "toolkit/backup/judge_restore.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/workspace/sought_words.hpp"

namespace hdskit::gui {
namespace {

constexpr std::size_t longest_name = 40; ///< bytes
constexpr std::size_t shown_digest = 12; ///< hexadecimal digits: enough to compare by eye

Cell count_cell(std::int64_t count) { return {std::to_string(count), count == 0 ? Tone::neutral : Tone::bad}; }

ListRow row_of(const RestoreRun& run) {
  return {run.reference,
          {verdict_cell(run.verdict),
           {run.reference},
           {run.source},
           {shown_moment(run.started)},
           measure_cell(run.restore_seconds, run.rto),
           measure_cell(run.rpo_seconds, run.rpo),
           count_cell(run.differences),
           {tr(choices_of(run.level)[static_cast<std::size_t>(run.level)].label)},
           {run.machine.empty() ? tr("here") : run.machine, Tone::faint}}};
}

std::string milliseconds_in_words(std::chrono::milliseconds duration) {
  constexpr std::int64_t second = 1000;
  return duration.count() < second ? std::to_string(duration.count()) + "\u00A0ms" : seconds_in_words(duration.count() / second);
}

ListRow detail(std::size_t number, std::string what, Cell result, std::string words) {
  return {std::to_string(number), {{std::move(what)}, std::move(result), {std::move(words)}}};
}

/// Of a repository, 64 hexadecimal digits: the first ones tell it from its neighbours.
std::string short_name(const std::string& id) { return id.size() > longest_name ? id.substr(0, shown_digest) + "…" : id; }

std::string counts_in_words(const ComparisonTotals& totals) {
  return tr("{1} expected, {2} the same, {3} changed, {4} missing, {5} extra, {6} unreadable, {7} truncated",
            {std::to_string(totals.expected), std::to_string(totals.same), std::to_string(totals.changed), std::to_string(totals.missing),
             std::to_string(totals.extra), std::to_string(totals.unreadable), std::to_string(totals.truncated)});
}

} // namespace

ListRows run_rows(const BackupsMap& map, std::string_view source, std::string_view words) {
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  for (auto run = map.backups.runs.rbegin(); run != map.backups.runs.rend(); ++run) {
    if (!source.empty() && reference_key(run->source) != reference_key(source)) continue;
    auto row = row_of(*run);
    std::vector<std::string> texts;
    for (const auto& cell : row.cells) texts.push_back(cell.text);
    if (sought.are_in(texts)) rows.push_back(std::move(row));
  }
  return rows_at_hand({{tr("Verdict")},
                       {tr("Test")},
                       {tr("Source")},
                       {tr("Begun at")},
                       {tr("Restored in / RTO")},
                       {tr("Age of data / RPO")},
                       {tr("Differences"), CellKind::number},
                       {tr("How far the proof goes")},
                       {tr("Run on")}},
                      std::move(rows));
}

std::vector<Cell> chain_sentences(const BackupsMap& map) {
  std::vector<Cell> lines;
  const auto runs = static_cast<std::int64_t>(map.chain.runs);
  if (runs == 0 && map.chain.faults.empty()) lines.push_back({tr("No test was run yet: choose a source, then press “Test now…”."), Tone::faint});
  else if (map.chain.faults.empty())
    lines.push_back({"✔ " + trn("{1} test in an unbroken chain", "{1} tests in an unbroken chain", runs) + ", " +
                         tr("head {1}…: none can be left out.", {map.chain.head.substr(0, shown_digest)}),
                     Tone::good});
  for (const auto& fault : map.chain.faults) lines.push_back({"✖ " + fault, Tone::bad});
  for (const auto& finding : map.machine_findings) lines.push_back({"⚠ " + finding, Tone::warning});
  return lines;
}

std::vector<Cell> run_sentences(const RestoreRun& run, const RestoreReport& report) {
  std::vector<Cell> lines{verdict_cell(run.verdict)};
  lines.front().text = run.reference + " – " + lines.front().text;
  for (const auto& sentence : report.sentences) lines.push_back({sentence});
  for (const auto& suspicion : report.suspicions) lines.push_back({"⚠ " + suspicion.sentence, suspicion.grave ? Tone::bad : Tone::warning});
  for (const auto& limit : limits_of(report)) lines.push_back({limit, Tone::faint});
  return lines;
}

ListRows run_detail_rows(const RestoreRun& run, const RestoreReport& report) {
  std::vector<ListRow> rows;
  const auto add = [&](std::string what, Cell result, std::string words) {
    rows.push_back(detail(rows.size(), std::move(what), std::move(result), std::move(words)));
  };
  add(tr("Backup"), {report.point ? short_name(report.point->id) : "–"}, report.point ? report.point->label : "");
  add(tr("Time to restore"), measure_cell(run.restore_seconds, run.rto), report.objectives.rto_origin);
  add(tr("Age of data"), measure_cell(run.rpo_seconds, run.rpo), report.objectives.rpo_origin);
  for (const auto& phase : report.phases)
    add(choice_label(restore_phases(), phase.name), {milliseconds_in_words(phase.duration), phase.counts ? Tone::neutral : Tone::faint},
        phase.counts ? tr("counts towards the time to restore") : "");
  for (const auto& check : report.checks)
    add(check.name, check.passed ? Cell{"✔ " + tr("passed"), Tone::good} : Cell{"✖ " + tr("failed"), check.grave ? Tone::bad : Tone::warning}, check.sentence);
  if (report.comparison) add(tr("Comparison"), count_cell(static_cast<std::int64_t>(report.comparison->differences())), counts_in_words(*report.comparison));
  for (const auto& tool : report.tools) add(tool.name, {tool.version}, "");
  return rows_at_hand({{tr("What")}, {tr("Result")}, {tr("Detail")}}, std::move(rows));
}

} // namespace hdskit::gui
