#include "cli/press/works.hpp"

#include "cli/backup_options.hpp"
#include "cli/backup_view.hpp"
#include "cli/complaint.hpp"
#include "cli/press/restore_tests.hpp"
#include "toolkit/backup/proof_metrics.hpp"
#include "toolkit/backup/proof_monitoring.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::press {
namespace {

[[noreturn]] void refuse_usage(const char* option, const std::string& sentence) {
  throw Problem{ProblemKind::bad_input, option, sentence, tr("See: hdskit help {1}", {"backup test"})};
}

void check_usage(const Arguments& arguments) {
  const auto has = [&](std::string_view name) { return arguments.has(name); };
  if (has("source") + has("all") + has("due") + has("plan") != 1) refuse_usage("--all", tr("Name one source, or give --all, --due or --plan."));
  if (has("plan") && !has("key")) refuse_usage("--key", tr("The option {1} needs {2} too.", {"--plan", "--key"}));
  if (has("plan") && !has("output")) refuse_usage("--output", tr("The option {1} needs {2} too.", {"--plan", "--output"}));
  for (const auto* option : {"key", "output"})
    if (has(option) && !has("plan")) refuse_usage("--plan", tr("The option {1} needs {2} too.", {std::string{"--"} + option, "--plan"}));
  if (has("reference") && has("manifest")) refuse_usage("--manifest", tr("Compare with a folder or with a manifest, not with both."));
  for (const auto* option : {"reference", "manifest", "point", "password-descriptor"})
    if (has(option) && (has("all") || has("due"))) refuse_usage("--all", tr("The option {1} is about one source.", {std::string{"--"} + option}));
}

std::vector<BackupSource> chosen_sources(const Context& context) {
  const auto workspace = context.open_workspace();
  if (context.arguments.has("source")) return {find_source(workspace, context.arguments.text("source"))};
  auto backups = read_backups(workspace);
  if (backups.sources.empty())
    throw Problem{ProblemKind::not_found, "", tr("No backup source is recorded: nothing is proven."), tr("Record one with: hdskit backup source add")};
  if (context.arguments.has("due"))
    std::erase_if(backups.sources,
                  [&](const BackupSource& source) { return standing_of_source(source, backups.runs, context.today()).state == ProofState::proven; });
  return backups.sources;
}

json::object error_json(const TestedSource& tested) {
  const auto& problem = *tested.problem;
  return {{"source", tested.source.reference},
          {"verdict", to_field_text(RunVerdict::inconclusive)},
          {"exit_status", tested.status()},
          {"error", json::object{{"kind", json_text(word_of(problem.kind()))}, {"sentence", problem.what()}, {"remedy", problem.remedy()}}}};
}

json::object as_json(const TestedSource& tested) { return tested.problem ? error_json(tested) : report_json(*tested.run, tested.report); }

void tell(Context& context, const TestedSource& tested) {
  if (!tested.problem) return print_report(context, *tested.run, tested.report);
  context.err << tr("{1}: could not be tested: {2}", {tested.source.reference, tested.problem->what()}) << '\n';
  if (!tested.problem->remedy().empty()) context.err << tested.problem->remedy() << '\n';
}

/// What broke says more than what differs, since nothing was proven either way; an objective that was missed comes last.
int worst_of(std::span<const TestedSource> tested) {
  constexpr int gravity[] = {0, 2, 1, 3}; // of the statuses 0 to 3
  int worst = 0;
  for (const auto& one : tested)
    if (gravity[one.status()] > gravity[worst]) worst = one.status();
  return worst;
}

void print_answer(Context& context, std::span<const TestedSource> tested) {
  if (context.arguments.has("source") || context.arguments.has("plan")) {
    if (context.json) print_json(context.out, as_json(tested.front()));
    return;
  }
  if (context.json) {
    json::array tests;
    for (const auto& one : tested) tests.push_back(as_json(one));
    print_json(context.out, json::object{{"exit_status", worst_of(tested)}, {"tests", std::move(tests)}});
  } else if (tested.empty()) context.out << tr("No test was due.") << '\n';
}

void write_figures(Context& context, std::span<const TestedSource> tested, const TestWorld& world) {
  if (!context.arguments.has("metrics")) return;
  const auto now = world.now();
  Backups backups;
  if (context.arguments.has("plan")) {
    backups.sources = {tested.front().source};
    if (tested.front().run) backups.runs = {*tested.front().run};
  } else backups = read_backups(context.open_workspace());
  write_metrics(context.arguments.text("metrics"), proof_metrics(backups.sources, backups.runs, now, paris_date(now)));
}

int print_plugin_line(Context& context, std::span<const TestedSource> tested) {
  std::vector<RestoreRun> runs;
  std::vector<std::string> failures;
  for (const auto& one : tested)
    if (one.problem) failures.push_back(tr("{1}: {2}", {one.source.reference, one.problem->what()}));
    else runs.push_back(*one.run);
  const auto line = tests_line(runs, failures);
  context.out << line.text << '\n';
  return static_cast<int>(line.state);
}

int test(Context& context) {
  check_usage(context.arguments);
  const auto world = world_of(context);
  const bool talks = !context.json && !context.arguments.has("plugin");
  std::vector<TestedSource> tested;
  const auto take = [&](TestedSource one) {
    if (talks) tell(context, one);
    tested.push_back(std::move(one));
  };
  if (context.arguments.has("plan")) take(test_by_plan(context, world, context.start_progress()));
  else {
    const auto sources = chosen_sources(context);
    for (const auto& source : sources) take(test_source(context, source, world, context.start_progress()));
  }
  write_figures(context, tested, world);
  if (context.arguments.has("plugin")) return print_plugin_line(context, tested);
  print_answer(context, tested);
  return worst_of(tested);
}

} // namespace

int backup_test(Context& context) {
  if (!context.arguments.has("plugin")) return test(context);
  try {
    return test(context);
  } catch (const Problem& problem) {
    if (problem.kind() == ProblemKind::bad_input && problem.subject().starts_with("--")) throw;
    const auto line = unknown_proof_line(problem.what());
    context.out << line.text << '\n';
    return static_cast<int>(line.state);
  }
}

} // namespace hdskit::cli::press
