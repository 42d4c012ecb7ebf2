#pragma once

#include "toolkit/backup/restore_report.hpp"

namespace hdskit {

using RestoreRunId = Id<struct RestoreRunTag>;
using BackupMachineId = Id<struct BackupMachineTag>;

/// A test in the workspace: what lists show of its report, where the whole lies, and its link in the chain of all tests. Never changed, never removed.
struct RestoreRun {
  RestoreRunId id;
  std::string reference;              ///< "TR12"
  std::string source;                 ///< reference of the source, as it was then
  std::string run_id, started, ended; ///< instants as text
  RunVerdict verdict = RunVerdict::inconclusive;
  ProofLevel level = ProofLevel::none;
  RunTrigger trigger = RunTrigger::manual;
  std::string reason, point;
  std::optional<std::int64_t> restore_seconds, rpo_seconds; ///< achieved
  std::optional<Minutes> rto, rpo;                          ///< promised then
  std::int64_t files = 0, bytes = 0, differences = 0;
  std::string machine;                       ///< reference of the machine whose signed result was imported; "": run here
  std::optional<std::int64_t> result_number; ///< of the machine's result; `result_previous`: digest of its result before, as that machine says
  std::string result_previous, result_digest;
  std::string report, manifest, differences_list, log; ///< digests of documents in the vault; manifest: "" when it was too large to be kept
  std::string evidence;                                ///< code of the report as evidence
  std::string previous, digest;                        ///< h(n) = SHA-256(h(n-1) in hexadecimal, "" before the first ‖ report), hexadecimal
  static const RecordType<RestoreRun>& type();
};

/// Which signed result of which machine a test came by.
struct MachineResult {
  std::string machine; ///< its reference
  std::int64_t number = 0;
  std::string previous, digest; ///< of the machine's result before, as it says; of this one
};

/// A machine that runs tests without seeing the workspace, and signs its results.
struct BackupMachine {
  BackupMachineId id;
  std::string reference, public_key, fingerprint, note;
  std::int64_t last_number = 0; ///< of the results imported
  std::string last_digest;
  static const RecordType<BackupMachine>& type();
};

/// What is known of a source's proof on a day.
enum class ProofState { proven, due_soon, overdue, never, failing };
std::span<const Choice> choices_of(ProofState);
struct SourceStanding {
  std::string source;
  ProofState state = ProofState::never;
  std::optional<Date> last_proof, last_test, next_test; ///< next_test: last proof and the policy; never proven: `today`
  std::string last_verdict;                             ///< word
  std::string sentence;
};
/// `failing`: the newest test is a difference or an objective missed, whatever older proofs say. `overdue`: no proof younger than the policy, also when the
/// newest tests were inconclusive: an inconclusive drill neither proves nor clears anything. `due_soon`: within `notice` days, or a quarter of a shorter
/// policy. `runs`: of any sources, the oldest first. A proof dated more than a day after `today` is none: some clock was wrong.
SourceStanding standing_of_source(const BackupSource& source, std::span<const RestoreRun> runs, Date today, int notice = 30);

} // namespace hdskit
