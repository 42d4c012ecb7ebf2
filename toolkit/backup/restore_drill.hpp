#pragma once

#include "toolkit/backup/run_restore_test.hpp"
#include "toolkit/backup/test_log.hpp"
#include "toolkit/backup/unsampled_names.hpp"
#include "toolkit/base/problem.hpp"

#include <atomic>
#include <map>

namespace hdskit {

/// What one restore test carries from phase to phase. The report grows in `outcome`.
class RestoreDrill {
public:
  /// To be made while messages are in the language of the person whom progress is told.
  RestoreDrill(const RestoreTestOrder& order, const TestWorld& world, const Progress& person, RestoreTestOutcome& outcome, TestLog& log);

  const RestoreTestOrder& order;
  const TestWorld& world;
  RestoreTestOutcome& outcome;
  RestoreReport& report;
  TestLog& log;
  const SourceDriver& driver;

  std::optional<ScratchSpace> scratch;
  std::optional<std::string> secret;
  BackupPoint point;
  std::optional<SamplePlan> sample; ///< only when not everything is restored
  UnsampledNames unsampled;         ///< files of the backup that were not drawn
  RestoredState restored;

  /// Runs one phase: takes its time, tells its name, and turns a limit that was reached into the Problem no_space.
  void phase(const char* name, bool counts, const std::function<void()>& work);
  /// Calls the driver: what it reports as damaged is a difference found, not a broken drill. False when it did.
  bool ask_driver(const char* check, const std::function<void(const SourceAccess&)>& work);
  /// For work within this process: tells the person, and stops for them and for the limits.
  const Progress& progress() const { return progress_; }
  const Progress& person() const { return person_; } ///< for what must be done even when the time is over
  SourceAccess access() const;
  ChildLimits limits() const;
  /// A Problem as a report tells it: without the path of a restored file.
  std::string told(const Problem& problem) const;

private:
  std::string reached_limit() const;
  const Progress& person_;
  std::map<std::string, std::string, std::less<>> labels_;
  std::string label_;
  std::chrono::milliseconds began_;
  Progress progress_;
  mutable std::atomic<bool> out_of_time_{false};
};

// The phases, in their order. Each throws Problem when the drill cannot go on.
bool choose_point(RestoreDrill& drill); ///< false: there is no backup, or the source is damaged
void provision_scratch(RestoreDrill& drill);
void examine_backup(RestoreDrill& drill);
void draw_sample(RestoreDrill& drill);
void restore_backup(RestoreDrill& drill);
void verify_restored(RestoreDrill& drill);
void check_application(RestoreDrill& drill);
void measure(RestoreDrill& drill);

} // namespace hdskit
