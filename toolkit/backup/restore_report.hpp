#pragma once

#include "toolkit/backup/backup_source.hpp"
#include "toolkit/base/date.hpp"
#include "toolkit/verification/comparison.hpp"
#include "toolkit/verification/content_look.hpp"
#include "toolkit/verification/sampling.hpp"

#include <chrono>

namespace hdskit {

// All that one restore test found out, as plain values. It becomes canonical JSON (restore_report_json.hpp), which is chained, signed and kept.
// No path of a restored file stands in it: names of files can be names of patients.

enum class RunVerdict { proven, difference, objective_missed, inconclusive };
std::span<const Choice> choices_of(RunVerdict);
int exit_status(RunVerdict verdict); ///< 0, 1, 2, 3

/// How far the proof goes.
enum class ProofLevel {
  none,
  listed,   ///< L0: the repository lists the backup
  read,     ///< L1: its data were read by its own tool
  restored, ///< L2: restored into scratch space
  compared, ///< L3: the same as an independent reference
  opened,   ///< L4: the service started, or the file opened, and its own checks passed
  accepted  ///< L5: the check of the hospital's choice passed
};
std::span<const Choice> choices_of(ProofLevel);

enum class RunTrigger { manual, timer, exercise, imported };
std::span<const Choice> choices_of(RunTrigger);

/// A backup that can be restored.
struct BackupPoint {
  std::string id;
  std::optional<Instant> begun; ///< data are as of this moment; never the mtime of a copied file when the backup itself says it
  std::optional<Instant> ended;
  std::optional<std::uint64_t> bytes;
  std::string label;          ///< host, paths: for people
  bool dated_by_file = false; ///< only the file's mtime tells its age: a copy or `touch` makes it younger. Said in the report
  bool operator==(const BackupPoint&) const = default;
};

struct Inventory {
  std::uint64_t points = 0;
  std::optional<BackupPoint> oldest, newest;
  std::optional<std::chrono::seconds> worst_gap; ///< between two restorable points of the last 90 days, the one until the test included
  std::optional<Instant> worst_gap_begins;
  std::uint64_t gaps = 0;      ///< longer than the promised period and a tenth
  std::uint64_t in_future = 0; ///< dated later than the test: a clock is, or was, wrong. They say nothing about ages
};

struct RunPhase {
  std::string name; ///< word of restore_phases()
  std::chrono::milliseconds duration{0};
  bool counts = false; ///< towards the time to restore
};

/// What a tool or a check of its own said.
struct NativeCheck {
  std::string name; ///< "pg_verifybackup", "integrity_check"
  bool passed = false;
  int status = 0;       ///< exit status of the child
  std::string sentence; ///< for people
  bool grave = true;    ///< false: a remark
};

enum class ReferenceKind { none, manifest, live_tree, previous_test, own_digests };
std::span<const Choice> choices_of(ReferenceKind);

struct ToolVersion {
  std::string name, version;
};

struct RestoreReport {
  // identity
  std::string run_id; ///< 32 hexadecimal digits, drawn
  std::string source, kind, location, copy, service, arrangement;
  std::string host, operator_name, referent, hdskit_version;
  RunTrigger trigger = RunTrigger::manual;
  std::optional<Instant> started, ended;
  std::vector<ToolVersion> tools;
  // backup under test
  Inventory inventory;
  std::optional<BackupPoint> point;
  std::optional<Digest> artefact; ///< of a single-file backup
  // objectives and measures
  RecoveryObjectives objectives;
  std::vector<RunPhase> phases;
  std::optional<std::chrono::milliseconds> restore_time;              ///< from opening to ready: the achieved RTO, technically
  std::optional<std::chrono::seconds> rpo_point, rpo_file, rpo_datum; ///< age of: the backup; the newest restored file; the newest datum by query
  std::uint64_t restored_files = 0, restored_bytes = 0;
  double bytes_per_second = 0, files_per_second = 0; ///< of the restore; 0: not known
  // integrity
  ReferenceKind reference = ReferenceKind::none;
  std::string reference_note; ///< where it comes from
  std::optional<ComparisonTotals> comparison;
  std::vector<std::string> must_preserve, not_comparable; ///< words of Aspect
  bool complete = true;                                   ///< every file's content was read
  std::optional<SamplePlan> sample;
  std::uint64_t sampled_files = 0, population = 0;
  double bad_share_at_most = 0; ///< at 95 %
  std::vector<NativeCheck> checks;
  std::vector<Suspicion> suspicions;
  // what it comes to
  RunVerdict verdict = RunVerdict::inconclusive;
  ProofLevel level = ProofLevel::none;
  std::string reason;                 ///< word: see judge_restore.hpp
  std::vector<std::string> sentences; ///< why, for people, in French and without paths
  // kept beside
  std::optional<Digest> manifest, differences, log;
  std::string scratch_removed;  ///< "yes", or why not
  bool source_untouched = true; ///< the listing of a local source was the same before and after
};

std::span<const Choice> restore_phases(); ///< inventory, provision, native_check, restore, sync, start_service, verify, application_check, removal

} // namespace hdskit
