#pragma once

#include "toolkit/backup/backup_store.hpp"

namespace hdskit {

// A machine that cannot reach the workspace takes a plan along and brings signed results back (docs/formats/restore-result.md).

/// What such a machine needs to know of a source: the source, its objectives, nothing of the rest of the workspace.
struct SourcePlan {
  BackupSource source;
  RecoveryObjectives objectives;
  std::string workspace_mark; ///< of the workspace that it comes from
};
std::string plan_text(const SourcePlan& plan);
SourcePlan parse_plan(std::string_view text, const std::string& name);

/// Writes report, manifest, differences and log with their digests, the machine's number of the result and the digest of the one before, signed.
/// `state`: a file beside the key with the number and digest of the last result, moved on only once the result stands.
void write_result(const RestoreTestOutcome& outcome, const std::filesystem::path& key, const std::filesystem::path& state, const std::filesystem::path& file);

struct ResultHeading {
  std::string key_fingerprint, run_id, previous;
  std::int64_t number = 0;
};
struct OpenedResult {
  ResultHeading heading;
  RestoreTestOutcome outcome; ///< its files in `folder`
};
/// Proves signature and digests before anything else is believed. Throws Problem: refused (a key that nobody trusts, with its fingerprint), damaged, bad_input.
OpenedResult open_result(const std::filesystem::path& file, std::span<const BackupMachine> machines, const std::filesystem::path& folder);

/// Checks, once more within the change, that it was not imported before. Results may come in any order; gaps in their numbers are told by `examine_machines`.
RestoreRun import_result(Change& change, const OpenedResult& result);

/// Results that a trusted machine numbered and that never came, in words.
std::vector<std::string> examine_machines(const Workspace& workspace);

} // namespace hdskit
