#include "toolkit/backup/restore_chain.hpp"

#include "toolkit/backup/backup_store.hpp"
#include "toolkit/backup/judge_restore.hpp"
#include "toolkit/backup/restore_report_json.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>

namespace hdskit {
namespace {

std::string hex_of(const std::optional<Digest>& digest) { return digest ? digest->hex() : std::string{}; }
std::string iso_of(const std::optional<Instant>& instant) { return instant ? instant->iso() : std::string{}; }

void refuse_known(const Workspace& workspace, const std::string& run_id) {
  const auto rows = workspace.read("select reference from restore_run where run_id = :p1", {run_id});
  if (rows.empty()) return;
  throw Problem{ProblemKind::refused, run_id, tr("This test is recorded already, as {1}.", {rows[0][0]}),
                tr("There is nothing more to do: a test is recorded once; nothing was changed.")};
}

/// Its digest in the vault; "" when there is no file, or one that is too large to be kept.
std::string kept(Change& change, const std::filesystem::path& file, const std::optional<Digest>& said) {
  if (file.empty()) return "";
  const auto actual = digest_of_file(file);
  if (!said || actual != *said)
    throw Problem{ProblemKind::damaged, file.filename().string(), tr("“{1}” is not what the report says of it.", {file.filename().string()}),
                  tr("Something changed it after the test; run the test again. Nothing was recorded.")};
  if (std::filesystem::file_size(file) > kept_manifest_limit) return "";
  return store_document(change, file).digest.hex();
}

/// In the same change as the test: which results of the machine have come.
void note_result(Change& change, const MachineResult& result) {
  for (auto& machine : all_records<BackupMachine>(change.workspace())) {
    if (machine.reference != result.machine || machine.last_number >= result.number) continue;
    machine.last_number = result.number;
    machine.last_digest = result.digest;
    update_record(change, machine);
  }
}

} // namespace

std::string chain_digest(std::string_view previous, std::string_view report_text) {
  Sha256 sha;
  sha.update(previous);
  sha.update(report_text);
  return sha.finish().hex();
}

RestoreRun run_of_report(const RestoreReport& report, bool imported) {
  RestoreRun run;
  run.source = report.source;
  run.run_id = report.run_id;
  run.started = iso_of(report.started);
  run.ended = iso_of(report.ended);
  run.verdict = report.verdict;
  run.level = report.level;
  run.trigger = imported ? RunTrigger::imported : report.trigger;
  run.reason = report.reason;
  if (report.point) run.point = report.point->id;
  if (report.restore_time) run.restore_seconds = std::chrono::ceil<std::chrono::seconds>(*report.restore_time).count();
  if (const auto age = achieved_rpo(report)) run.rpo_seconds = age->count();
  run.rto = report.objectives.rto;
  run.rpo = report.objectives.rpo;
  run.files = static_cast<std::int64_t>(report.restored_files);
  run.bytes = static_cast<std::int64_t>(report.restored_bytes);
  if (report.comparison) run.differences = static_cast<std::int64_t>(report.comparison->differences());
  run.manifest = hex_of(report.manifest);
  run.differences_list = hex_of(report.differences);
  run.log = hex_of(report.log);
  return run;
}

RestoreRun record_run(Change& change, const RestoreTestOutcome& outcome, std::string_view machine) {
  const auto& workspace = change.workspace();
  refuse_known(workspace, outcome.report.run_id);
  auto run = run_of_report(outcome.report, !machine.empty());
  const auto text = report_text(outcome.report);
  run.report = store_document_bytes(change, text).digest.hex();
  run.manifest = kept(change, outcome.manifest, outcome.report.manifest);
  run.differences_list = kept(change, outcome.differences, outcome.report.differences);
  run.log = kept(change, outcome.log, outcome.report.log);
  run.machine = machine;
  if (outcome.result) {
    run.result_number = outcome.result->number;
    run.result_previous = outcome.result->previous;
    run.result_digest = outcome.result->digest;
  }
  const auto last = workspace.read("select digest from restore_run order by id desc limit 1");
  if (!last.empty()) run.previous = last[0][0];
  run.digest = chain_digest(run.previous, text);
  run.id = RestoreRunId{change.next_number(RestoreRun::type().kind)};
  run.reference = "TR" + run.id.text();
  record_rows::insert(change, RestoreRun::type().kind, record_columns<RestoreRun>(), run.id.number(), record_values(run));
  if (outcome.result) note_result(change, *outcome.result);
  return run;
}

void set_run_evidence(Change& change, RestoreRun& run, const std::string& code) {
  run.evidence = code;
  update_record(change, run);
}

} // namespace hdskit
