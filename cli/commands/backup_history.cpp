#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/backup_view.hpp"
#include "toolkit/backup/result_file.hpp"
#include "toolkit/base/text.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {any_backup_source_operand};

json::array texts(const std::vector<std::string>& sentences) {
  json::array array;
  for (const auto& sentence : sentences) array.emplace_back(json_text(sentence));
  return array;
}

void print_json_answer(Context& context, std::span<const RestoreRun> runs, const ChainState& chain, const std::vector<std::string>& machines) {
  json::array tests;
  for (const auto& one : runs) tests.push_back(run_json(one));
  print_json(
      context.out,
      json::object{{"tests", std::move(tests)},
                   {"chain", json::object{{"intact", chain.faults.empty()}, {"tests", chain.runs}, {"head", chain.head}, {"faults", texts(chain.faults)}}},
                   {"machines", texts(machines)}});
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  auto runs = all_runs(workspace);
  if (const auto name = context.arguments.text("source"); !name.empty()) {
    const auto other = [&](const RestoreRun& run) { return folded(run.source) != folded(name); };
    if (std::ranges::all_of(runs, other)) find_source(workspace, name); // neither tested nor known: the closest is named
    std::erase_if(runs, other);
  }
  const auto chain = examine_chain(workspace);
  const auto machines = examine_machines(workspace);
  if (context.json) print_json_answer(context, runs, chain, machines);
  else {
    print_runs(context, runs);
    if (chain.faults.empty())
      context.out << tr("The chain of tests is intact: {1} tests, the last link is {2}.", {std::to_string(chain.runs), chain.head.empty() ? "-" : chain.head})
                  << '\n';
    for (const auto& fault : chain.faults) context.out << tr("The chain of tests is broken: {1}", {fault}) << '\n';
    for (const auto& sentence : machines) context.out << sentence << '\n';
  }
  return chain.faults.empty() ? 0 : 1;
}

} // namespace

extern const Command backup_history;
const Command backup_history{
    .name = "backup history",
    .summary = marked("List the restore tests and prove that none was left out or changed"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
