#include "cli/press/restore_tests.hpp"

#include "cli/press/server_access.hpp"
#include "cli/program.hpp"
#include "cli/reading_rate.hpp"
#include "toolkit/backup/file_lock.hpp"
#include "toolkit/backup/machine_memory.hpp"
#include "toolkit/backup/restore_chain.hpp"
#include "toolkit/backup/signing_key.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/dossier/test_source.hpp"
#include "toolkit/surroundings/machine.hpp"

namespace hdskit::cli::press {
namespace {

/// Each step has its own rate, and its own time left.
Progress by_step(const Progress& progress) {
  Progress stepwise{{}, progress.cancelled};
  if (!progress.report) return stepwise;
  stepwise.report = [progress, last = std::string{}, current = Progress{}](const std::string& step, std::uint64_t done, std::uint64_t total) mutable {
    if (step != last) current = with_reading_rate(progress);
    last = step;
    if (done == 0 && total == 0) progress.tell(step, 0, 0);
    else current.tell(step, done, total);
  };
  return stepwise;
}

SourceTestOrder order_of(const Context& context, const BackupSource& source) {
  const auto& arguments = context.arguments;
  SourceTestOrder order;
  order.source = source;
  if (arguments.has("reference")) order.reference_tree = std::filesystem::absolute(arguments.text("reference")).lexically_normal();
  if (arguments.has("manifest")) order.reference_manifest = std::filesystem::absolute(arguments.text("manifest")).lexically_normal();
  order.point = arguments.text("point");
  if (const auto descriptor = arguments.number("password-descriptor")) order.secret = password_from_descriptor(*descriptor);
  order.scratch = scratch_of(context);
  if (arguments.has("trigger")) from_field_text(arguments.text("trigger"), order.trigger);
  order.host = context.surroundings.host_name ? context.surroundings.host_name() : std::string{};
  order.person = context.acting().name;
  order.hdskit_version = program_version();
  order.day_of = paris_date;
  return order;
}

} // namespace

TestWorld world_of(const Context& context) {
  return test_world({.now = current_instant,
                     .elapsed = elapsed_time,
                     .random = random_bytes,
                     .path = context.surroundings.variable("PATH"),
                     .program_folder = own_program_folder(),
                     .home = context.surroundings.variable("HOME"),
                     .as_root = runs_as_root()});
}

std::filesystem::path scratch_of(const Context& context) {
  auto folder = context.arguments.text("scratch");
  if (folder.empty()) folder = context.surroundings.variable("TMPDIR");
  return folder.empty() ? std::filesystem::path{"/var/tmp"} : std::filesystem::absolute(folder).lexically_normal();
}

TestedSource test_source(const Context& context, const BackupSource& source, const TestWorld& world, const Progress& progress) {
  TestedSource tested{.source = source, .run = std::nullopt, .report = {}, .problem = std::nullopt};
  try {
    auto order = order_of(context, source);
    order.workspace = context.location();
    auto test = hdskit::test_source(order, world, by_step(progress));
    tested.run = std::move(test.filed.run);
    tested.report = std::move(test.report);
    progress.stop_if_cancelled(); // filed all the same: a test that was stopped is one of the chain
  } catch (const Problem& problem) {
    if (problem.kind() == ProblemKind::cancelled) throw;
    tested.problem = problem;
  }
  return tested;
}

TestedSource test_by_plan(const Context& context, const TestWorld& world, const Progress& progress) {
  const auto& arguments = context.arguments;
  const auto file = arguments.text("plan"), key = arguments.text("key");
  read_signing_key(key); // before hours of work
  const auto plan = parse_plan(read_file(file), file);
  const auto asked = order_of(context, plan.source);
  remove_abandoned_scratch(asked.scratch);
  const FileLock lock{source_lock_file(asked.scratch, plan.workspace_mark, plan.source.reference), tr("the source {1}", {plan.source.reference})};
  const ResultsFolder results{asked.scratch, plan.source.reference, world};
  auto order = restore_order(asked, results.path());
  order.objectives = plan.objectives;
  const MachineMemory memory{key + ".tests", plan.workspace_mark, plan.source.reference};
  order.previous = memory.previous();
  const auto outcome = run_restore_test(order, world, by_step(progress));
  write_result(outcome, key, key + ".state", arguments.text("output"), plan.workspace_mark);
  progress.stop_if_cancelled();
  memory.keep(outcome);
  return {.source = plan.source, .run = run_of_report(outcome.report, false), .report = outcome.report, .problem = std::nullopt};
}

} // namespace hdskit::cli::press
