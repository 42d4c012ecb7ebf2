#include "toolkit/backup/result_file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>
#include <map>

namespace hdskit {
namespace {

[[noreturn]] void refuse(const OpenedResult& result, const std::string& sentence, const std::string& remedy) {
  throw Problem{ProblemKind::refused, result.heading.run_id, sentence, remedy};
}

std::string span_text(std::int64_t first, std::int64_t last) {
  return first == last ? std::to_string(first) : tr("{1} to {2}", {std::to_string(first), std::to_string(last)});
}

/// The results of one machine by their numbers.
using Results = std::map<std::int64_t, std::vector<const RestoreRun*>>;

void tell_missing(const BackupMachine& machine, const Results& results, std::vector<std::string>& sentences) {
  std::int64_t expected = 1;
  const auto tell = [&](std::int64_t next) {
    if (next > expected) sentences.push_back(tr("Machine {1}: result {2} never came.", {machine.reference, span_text(expected, next - 1)}));
  };
  for (const auto& [number, runs] : results) {
    tell(number);
    expected = number + 1;
  }
  tell(machine.last_number + 1);
}

void tell_broken(const BackupMachine& machine, const Results& results, std::vector<std::string>& sentences) {
  for (const auto& [number, runs] : results) {
    const auto text = std::to_string(number);
    if (runs.size() > 1) sentences.push_back(tr("Machine {1}: {2} results bear the number {3}.", {machine.reference, std::to_string(runs.size()), text}));
    const auto before = results.find(number - 1);
    for (const auto* run : runs) {
      const bool follows = before == results.end()
                               ? number > 1 || run->result_previous.empty()
                               : std::ranges::any_of(before->second, [&](const auto* one) { return one->result_digest == run->result_previous; });
      if (!follows)
        sentences.push_back(tr("Machine {1}: result {2} ({3}) does not follow the one that came as its result {4}.",
                               {machine.reference, text, run->reference, std::to_string(number - 1)}));
    }
  }
}

} // namespace

std::string workspace_mark(const Workspace& workspace) {
  const auto rows = workspace.read("select digest from journal order by number limit 1");
  return rows.empty() ? std::string{} : rows[0][0];
}

RestoreRun import_result(Change& change, const OpenedResult& result) {
  const auto& workspace = change.workspace();
  const auto machines = all_records<BackupMachine>(workspace);
  const auto machine = std::ranges::find(machines, result.heading.key_fingerprint, &BackupMachine::fingerprint);
  if (machine == machines.end())
    refuse(result, tr("The machine that signed this result is no longer trusted here."), tr("Add it again if it is one of yours; nothing was imported."));
  if (!result.heading.workspace.empty() && result.heading.workspace != workspace_mark(workspace))
    refuse(result, tr("This result was made for another workspace."), tr("Import it there; nothing was imported here."));
  const auto sources = all_records<BackupSource>(workspace);
  if (!ByReference<BackupSource>{sources}.find(result.outcome.report.source))
    refuse(result, tr("This result is about the source “{1}”, which is not recorded here.", {result.outcome.report.source}),
           tr("Record the source first if it is yours; otherwise the result belongs to another workspace. Nothing was imported."));
  auto outcome = result.outcome;
  outcome.result = MachineResult{machine->reference, result.heading.number, result.heading.previous, result.heading.digest};
  return record_run(change, outcome, machine->reference);
}

std::vector<std::string> examine_machines(const Workspace& workspace) {
  std::vector<std::string> sentences;
  const auto backups = read_backups(workspace);
  for (const auto& machine : backups.machines) {
    Results results;
    for (const auto& run : backups.runs)
      if (run.result_number && run.machine == machine.reference) results[*run.result_number].push_back(&run);
    tell_missing(machine, results, sentences);
    tell_broken(machine, results, sentences);
  }
  return sentences;
}

} // namespace hdskit
