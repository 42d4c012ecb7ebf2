#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/access_view.hpp"
#include "cli/records.hpp"
#include "cli/table.hpp"

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto access = read_access(workspace);
  const auto& kind = access_kind(HostedEndpoint::type().kind);
  const auto records = kind.all(workspace);
  if (context.json) {
    JsonArrayPrinter printer{context.out};
    for (std::size_t i = 0; i < records.size(); ++i) {
      auto object = record_json(kind, records[i]);
      const auto state = standing_of_endpoint(access.endpoints.at(i), access.endpoint_runs, context.today());
      object["standing"] = endpoint_state_json(state);
      printer.add(object);
    }
    printer.end();
    return 0;
  }
  Table table{{tr("Name"), tr("Address"), tr("Service"), tr("State"), tr("What is known")}};
  for (const auto& endpoint : access.endpoints) {
    const auto state = standing_of_endpoint(endpoint, access.endpoint_runs, context.today());
    table.add(
        {endpoint.reference, endpoint.url, endpoint.service, tr(choices_of(state.standing)[static_cast<std::size_t>(state.standing)].label), state.sentence});
  }
  table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command access_target_list;
const Command access_target_list{
    .name = "access target list",
    .summary = marked("List the endpoints that the hospital calls its own, with their last check"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
