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
/// The same for a workspace as long as it lives, restored from backups too, and another for every other: the digest of its first journal entry.
std::string workspace_mark(const Workspace& workspace);
std::string plan_text(const SourcePlan& plan);
/// Throws Problem bad_input, with each place.
SourcePlan parse_plan(std::string_view text, const std::string& name);

/// Writes report, manifest, differences and log with their digests, the machine's number of the result and the digest of the one before, signed.
/// `key`: see signing_key.hpp. `state`: a file beside the key with the number and digest of the last result, moved on only once the result stands.
/// `mark`: workspace_mark of the plan. Throws Problem refused (rights of the key), bad_input (no such key, a state of another key), damaged.
void write_result(const RestoreTestOutcome& outcome, const std::filesystem::path& key, const std::filesystem::path& state, const std::filesystem::path& file,
                  const std::string& mark = {});

struct ResultHeading {
  std::string key_fingerprint, run_id, previous; ///< previous: digest of the machine's result before; "" for its first
  std::int64_t number = 0;                       ///< from 1
  std::string workspace;                         ///< workspace_mark of the plan; "" when it had none
  std::string digest;                            ///< of the signed lines, which hold the digests of all parts
};
struct OpenedResult {
  ResultHeading heading;
  RestoreTestOutcome outcome; ///< its files in `folder`
};
/// Proves signature and digests before anything else is believed. Throws Problem: refused (a key that nobody trusts, with its fingerprint), damaged, bad_input.
OpenedResult open_result(const std::filesystem::path& file, std::span<const BackupMachine> machines, const std::filesystem::path& folder);

/// Checks, once more within the change, that it was not imported before, that the machine is still trusted, and that source and workspace are this one's.
/// Throws Problem refused. Results may come in any order; gaps in their numbers are told by `examine_machines`.
RestoreRun import_result(Change& change, const OpenedResult& result);

/// Results that a trusted machine numbered and that never came, that bear one number or do not follow each other, in words.
std::vector<std::string> examine_machines(const Workspace& workspace);

} // namespace hdskit
