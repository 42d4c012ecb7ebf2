#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/json.hpp"
#include "toolkit/access/campaign_store.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "DAYS",
     .placeholder = marked("DAYS"),
     .help = marked("Days after a check, or after the end of a campaign (default: only say)."),
     .kind = OptionKind::number},
};

int run(Context& context) {
  auto workspace = context.open_workspace();
  if (const auto days = context.arguments.number("DAYS")) {
    const auto asked = static_cast<int>(std::clamp<std::int64_t>(*days, 0, 1'000'000));
    workspace.change(context.acting(), [&](Change& change) { set_retention_days(change, asked); });
  }
  const auto days = retention_days(workspace);
  if (context.json) print_json(context.out, json::object{{"days", days}});
  else context.out << tr("Personal details of access are kept {1} days.", {std::to_string(days)}) << '\n';
  return 0;
}

} // namespace

extern const Command access_retention;
const Command access_retention{
    .name = "access retention",
    .summary = marked("Say or set how long personal details of access are kept"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
