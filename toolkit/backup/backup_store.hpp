#pragma once

#include "toolkit/backup/restore_run.hpp"
#include "toolkit/backup/run_restore_test.hpp"
#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

struct Backups {
  std::vector<BackupSource> sources;
  std::vector<RestoreRun> runs; ///< the oldest first
  std::vector<BackupMachine> machines;
};
Backups read_backups(const Workspace& workspace);
std::vector<RestoreRun> all_runs(const Workspace& workspace); ///< the oldest first
/// "TR12", letter case aside, or the identifier of the test, or at least 8 of its digits. Throws Problem not_found with the closest.
RestoreRun find_run(const Workspace& workspace, std::string_view reference);

/// backup_source and backup_machine, under the rules of records that people name by their references. Runs are no kind: nobody edits them.
std::span<const RecordKind> backup_kinds();
const RecordKind& backup_kind(std::string_view word);
BackupSource find_source(const Workspace& workspace, std::string_view reference); ///< throws Problem not_found with the closest

/// Puts the test into the vault and the chain; a manifest or list of differences larger than `kept_manifest_limit` stays out of the vault and only its digest
/// is kept. Notes the result of a machine that it came by. Throws Problem refused when a run of that id stands there already, damaged when a file is not what
/// the report says of it.
inline constexpr std::uint64_t kept_manifest_limit = 64u << 20;
RestoreRun record_run(Change& change, const RestoreTestOutcome& outcome, std::string_view machine = {});
/// The code of the evidence that was filed for it: the one thing that is added later, in the same change.
void set_run_evidence(Change& change, RestoreRun& run, const std::string& code);

/// What the next test of a source builds upon: the newest test that came out well, whose manifest is written to `folder`. After an alarm about patterns, the
/// comparison moves on once a person, not a timer, has run the test and seen it. A sample goes on where the last test that concluded left it.
std::optional<PreviousTest> previous_test_of(const Workspace& workspace, const BackupSource& source, const std::filesystem::path& folder);

RestoreReport report_of(const Workspace& workspace, const RestoreRun& run); ///< proves the digest on the way: Problem damaged

/// What does not hold, in words; nothing when all does: links, reports against the list and against their digests, documents that are gone, tests whose number
/// was given, or that the journal knows, and that are gone.
struct ChainState {
  std::uint64_t runs = 0;
  std::string head; ///< digest of the newest run
  std::vector<std::string> faults;
};
ChainState examine_chain(const Workspace& workspace);

} // namespace hdskit
