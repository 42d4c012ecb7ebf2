#pragma once

#include "cli/context.hpp"
#include "toolkit/backup/result_file.hpp"
#include "toolkit/backup/test_world.hpp"
#include "toolkit/base/problem.hpp"

namespace hdskit::cli::press {

// What `backup test` does for one source, with a workspace or by a plan.

/// What came of one source: a test, or why there was none.
struct TestedSource {
  BackupSource source;
  std::optional<RestoreRun> run;
  RestoreReport report;
  std::optional<Problem> problem;

  int status() const { return problem ? exit_status(RunVerdict::inconclusive) : exit_status(report.verdict); }
};

/// The real world.
TestWorld world_of(const Context& context);

/// --scratch, else TMPDIR, else /var/tmp.
std::filesystem::path scratch_of(const Context& context);

/// Runs the test and files it. Throws Problem cancelled alone; all others are told in what it gives.
TestedSource test_source(const Context& context, const BackupSource& source, const TestWorld& world, const Progress& progress);

/// Runs the test of --plan and writes its signed result to --output.
TestedSource test_by_plan(const Context& context, const TestWorld& world, const Progress& progress);

} // namespace hdskit::cli::press
