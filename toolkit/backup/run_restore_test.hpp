#pragma once

#include "toolkit/backup/restore_run.hpp"
#include "toolkit/backup/scratch_space.hpp"
#include "toolkit/backup/source_driver.hpp"
#include "toolkit/verification/manifest.hpp"

namespace hdskit {

/// What an earlier test of the same source left, for the patterns and as a reference.
struct PreviousTest {
  std::string run_id;
  std::filesystem::path manifest; ///< of the restored tree; empty: none was kept
  std::string point;
  std::optional<Instant> begun; ///< of that point: a file that is written over each night keeps its name, which is its id
  std::uint64_t files = 0, bytes = 0;
  unsigned tests_without_growth = 0;
  std::optional<SamplePlan> sample; ///< its cycle seed and turn go on
};

struct RestoreTestOrder {
  BackupSource source;
  RecoveryObjectives objectives;
  std::optional<std::filesystem::path> reference_tree, reference_manifest; ///< instead of those of the source
  std::string point;                                                       ///< id of the backup to restore; "": the newest
  std::optional<PreviousTest> previous;
  std::optional<std::string> secret;
  std::filesystem::path scratch_parent;
  std::filesystem::path results; ///< an existing private folder for manifest, differences and log, which outlive the scratch space
  RunTrigger trigger = RunTrigger::manual;
  std::string host, operator_name, hdskit_version;
};

/// The world, as arguments.
struct TestWorld {
  std::function<Instant()> now;
  std::function<std::chrono::milliseconds()> elapsed;   ///< a clock that never goes back
  std::function<std::string(std::size_t count)> random; ///< bytes
  ToolShelf tools;
};

struct RestoreTestOutcome {
  RestoreReport report;
  std::filesystem::path manifest, differences, log; ///< in `results`; empty when not made. Differences: docs/formats/restore-report.md
  std::optional<MachineResult> result;              ///< by which it came; nothing: run here
};

/// Scratch space, inventory, the tool's own checks, restore, comparison, application check, measures, verdict; the scratch space is removed whatever happens.
/// A drill that breaks is an outcome too: inconclusive, with what happened; so is one that a person stops, lest somebody stop what is about to fail.
/// Step names told to `progress` are messages ready to be shown.
RestoreTestOutcome run_restore_test(const RestoreTestOrder& order, const TestWorld& world, const Progress& progress = {});

/// `secret` of an order that has none is asked for during the test, so that a password that cannot be had is told by the test too.
/// Reads the file, or runs the command, that gives the password of a source; nothing when it has none. Throws Problem.
std::optional<std::string> secret_of(const BackupSource& source, const ToolShelf& tools);

/// Written as a test goes, one line a difference: verdict, aspects, sizes, path escaped as in manifests. Beyond 200,000 they are counted only.
class DifferenceWriter {
public:
  explicit DifferenceWriter(const std::filesystem::path& file);
  void add(const Difference& difference);
  Digest commit();

private:
  void write(const std::string& line);
  PendingFile file_;
  Sha256 digest_;
  std::uint64_t lines_ = 0, unsaid_ = 0;
};
/// At most `most` differences of such a file or text. Throws Problem damaged.
std::vector<Difference> read_differences(std::string_view text, std::size_t most);

} // namespace hdskit
