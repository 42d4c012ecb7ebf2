#include "toolkit/dossier/file_restore_test.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/dossier/restore_words.hpp"
#include "toolkit/dossier/taken_over.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>

namespace hdskit {
namespace {

Date day_of(const RestoreReport& report, Date otherwise) { return report.started ? report.started->utc_date() : otherwise; }

/// A source that was renamed or removed since an imported test was run has no policy any more.
std::optional<BackupSource> source_of(const Backups& backups, const std::string& reference) {
  const ByReference sources{backups.sources};
  const auto* found = sources.find(reference);
  return found ? std::optional{*found} : std::nullopt;
}

bool is_free(const std::vector<Evidence>& all, const std::string& code) {
  return std::ranges::none_of(all, [&](const Evidence& evidence) { return folded(evidence.code) == folded(code); });
}

/// The newest proof of a source carries the dates by which it is to be renewed; those before it need no renewal any more. False when a newer proof is known
/// already, as when the result of a machine comes late.
bool becomes_the_proof(Change& change, const Backups& backups, const RestoreRun& run, const std::vector<Evidence>& evidence) {
  for (const auto& other : backups.runs) {
    if (other.id == run.id || other.verdict != RunVerdict::proven || reference_key(other.source) != reference_key(run.source)) continue;
    if (other.started > run.started) return false;
    const auto found = std::ranges::find(evidence, other.evidence, &Evidence::code);
    if (other.evidence.empty() || found == evidence.end() || (!found->valid_until && !found->next_test)) continue;
    auto renewed = *found;
    renewed.valid_until.reset();
    renewed.next_test.reset();
    edit_evidence(change, renewed);
  }
  return true;
}

Evidence file_report(Change& change, RestoreRun& run, const RestoreReport& report, const Backups& backups, Date today) {
  const auto& workspace = change.workspace();
  const auto day = day_of(report, today);
  const auto source = source_of(backups, run.source);
  const auto all = all_evidence(workspace);
  Evidence evidence;
  if (is_free(all, run.reference)) evidence.code = run.reference; // otherwise the next free one
  evidence.title = "Essai de restauration " + run.reference + " – " + run.source + ", " + day.french() + "\u00A0: " + verdict_word(run.verdict);
  evidence.kind = EvidenceKind::report;
  evidence.author = report.operator_name;
  evidence.date = evidence.last_test = day;
  evidence.state = run.verdict == RunVerdict::proven ? DemonstrationState::demonstrated : DemonstrationState::written;
  evidence.file_name = "essai-restauration-" + run.reference + ".pdf";
  evidence.requirements = items_of_check(workspace, restore_test_check, source ? source->requirements : std::vector<std::string>{});
  evidence.obligation = obligation_of(workspace, evidence.requirements);
  if (run.verdict == RunVerdict::proven && becomes_the_proof(change, backups, run, all))
    evidence.valid_until = evidence.next_test = day.plus_days(static_cast<int>(source ? source->test_every.value_or(default_test_days) : default_test_days));
  evidence = add_evidence_bytes(change, std::move(evidence), restore_report_pdf(workspace, run, report, today));
  set_run_evidence(change, run, evidence.code);
  return evidence;
}

/// Last test and measured restore of the arrangement follow a test in which the data came back; of a sample, the time says nothing of the whole.
void note_on_arrangement(Change& change, const RestoreReport& report, Date today) {
  if (report.arrangement.empty() || (report.verdict != RunVerdict::proven && report.verdict != RunVerdict::objective_missed)) return;
  const auto arrangements = read_continuity(change.workspace()).backups;
  const auto* arrangement = ByReference{arrangements}.find(report.arrangement);
  const auto day = day_of(report, today);
  if (!arrangement || (arrangement->last_test && *arrangement->last_test > day)) return;
  Assignments assignments{{"last_test", day.iso()}};
  constexpr std::int64_t minute = 60'000; // milliseconds
  if (report.restore_time && report.complete)
    assignments.emplace_back("measured_restore", to_field_text(std::optional{Minutes{(report.restore_time->count() + minute - 1) / minute}}));
  continuity_kind(BackupArrangement::type().kind).edit(change, arrangement->id.number(), assignments);
}

template <typename Record> FiledRestoreTest file(Workspace& workspace, const Acting& acting, const RestoreReport& report, Date today, Record record) {
  FiledRestoreTest filed;
  workspace.change(acting, [&](Change& change) {
    filed.run = record(change);
    filed.evidence = file_report(change, filed.run, report, read_backups(change.workspace()), today);
    note_on_arrangement(change, report, today);
  });
  return filed;
}

} // namespace

FiledRestoreTest file_restore_test(Workspace& workspace, const Acting& acting, const RestoreTestOutcome& outcome, Date today, std::string_view machine) {
  return file(workspace, acting, outcome.report, today, [&](Change& change) { return record_run(change, outcome, machine); });
}

FiledRestoreTest file_imported_test(Workspace& workspace, const Acting& acting, const OpenedResult& result, Date today) {
  return file(workspace, acting, result.outcome.report, today, [&](Change& change) { return import_result(change, result); });
}

} // namespace hdskit
