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
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/dossier/file_restore_test.hpp"
#include "toolkit/surroundings/machine.hpp"

namespace hdskit::cli::press {
namespace {

/// A private folder for manifest, differences and log: they hold names of files, so that what a killed test left is removed as its scratch space is.
class ResultsFolder {
public:
  ResultsFolder(const std::filesystem::path& parent, const std::string& source, const TestWorld& world)
      : space_{parent, source + "-" + mark_of(world) + ".results", std::nullopt, 0} {}
  const std::filesystem::path& path() const { return space_.path(); }

private:
  static std::string mark_of(const TestWorld& world) {
    constexpr std::size_t enough = 12;
    return digest_of(world.random(Digest::size)).hex().substr(0, enough);
  }
  ScratchSpace space_;
};

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

RestoreTestOrder order_of(const Context& context, const BackupSource& source, const std::filesystem::path& scratch, const std::filesystem::path& results) {
  const auto& arguments = context.arguments;
  RestoreTestOrder order{.source = source, .objectives = {}, .scratch_parent = scratch, .results = results};
  if (arguments.has("reference")) order.reference_tree = std::filesystem::absolute(arguments.text("reference")).lexically_normal();
  if (arguments.has("manifest")) order.reference_manifest = std::filesystem::absolute(arguments.text("manifest")).lexically_normal();
  order.point = arguments.text("point");
  if (const auto descriptor = arguments.number("password-descriptor")) order.secret = password_from_descriptor(*descriptor);
  if (arguments.has("trigger")) from_field_text(arguments.text("trigger"), order.trigger);
  order.host = context.surroundings.host_name ? context.surroundings.host_name() : std::string{};
  order.operator_name = context.acting().name;
  order.hdskit_version = program_version();
  return order;
}

void run_and_file(const Context& context, TestedSource& tested, const TestWorld& world, const Progress& progress) {
  const auto scratch = scratch_of(context);
  remove_abandoned_scratch(scratch);
  std::optional<Workspace> workspace{context.open_workspace()};
  const FileLock lock{source_lock_file(scratch, workspace_mark(*workspace), tested.source.reference), tr("the source {1}", {tested.source.reference})};
  const ResultsFolder results{scratch, tested.source.reference, world};
  auto order = order_of(context, tested.source, scratch, results.path());
  order.objectives = objectives_of(tested.source, read_continuity(*workspace));
  order.previous = previous_test_of(*workspace, tested.source, results.path());
  workspace.reset(); // a restore takes hours: nothing is held meanwhile
  const auto outcome = run_restore_test(order, world, by_step(progress));
  workspace.emplace(context.open_workspace());
  const auto now = world.now();
  tested.report = outcome.report;
  tested.run = file_restore_test(*workspace, {context.acting().name, now}, outcome, paris_date(now)).run;
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
    run_and_file(context, tested, world, progress);
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
  const auto scratch = scratch_of(context);
  remove_abandoned_scratch(scratch);
  const FileLock lock{source_lock_file(scratch, plan.workspace_mark, plan.source.reference), tr("the source {1}", {plan.source.reference})};
  const ResultsFolder results{scratch, plan.source.reference, world};
  auto order = order_of(context, plan.source, scratch, results.path());
  order.objectives = plan.objectives;
  const MachineMemory memory{key + ".tests", plan.workspace_mark, plan.source.reference};
  order.previous = memory.previous();
  const auto outcome = run_restore_test(order, world, by_step(progress));
  write_result(outcome, key, key + ".state", arguments.text("output"), plan.workspace_mark);
  memory.keep(outcome);
  return {.source = plan.source, .run = run_of_report(outcome.report, false), .report = outcome.report, .problem = std::nullopt};
}

} // namespace hdskit::cli::press
