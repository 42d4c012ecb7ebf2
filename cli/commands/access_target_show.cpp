#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/access_view.hpp"
#include "cli/records.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {access_target_operand};

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto endpoint = find_endpoint(workspace, context.arguments.text("target"));
  const auto found = find_access_record(workspace, HostedEndpoint::type().kind, endpoint.reference);
  auto runs = read_access(workspace).endpoint_runs;
  std::erase_if(runs, [&](const EndpointRun& run) { return reference_key(run.endpoint) != reference_key(endpoint.reference); });
  const auto state = standing_of_endpoint(endpoint, runs, context.today());
  if (context.json) {
    auto object = record_json(found.kind, found.record);
    object["standing"] = endpoint_state_json(state);
    json::array checks;
    for (const auto& one : runs) checks.push_back(endpoint_run_json(one));
    object["checks"] = std::move(checks);
    print_json(context.out, object);
    return 0;
  }
  print_access_record(context, workspace, found);
  context.out << state.sentence << '\n';
  print_endpoint_runs(context, runs);
  return 0;
}

} // namespace

extern const Command access_target_show;
const Command access_target_show{
    .name = "access target show",
    .summary = marked("Show a declared endpoint whole"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
