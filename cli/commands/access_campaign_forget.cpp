#include "cli/campaign_view.hpp"
#include "cli/command.hpp"
#include "toolkit/workspace/personal_file.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  auto workspace = context.open_workspace();
  std::vector<std::string> names;
  if (any_to_forget(workspace, context.today()))
    workspace.change(context.acting(), [&](Change& change) { names = forget_campaign_details(change, context.today()); });
  if (context.json) {
    json::array forgotten;
    for (const auto& name : names) forgotten.push_back(json_text(name));
    print_json(context.out, json::object{{"retention_days", retention_days(workspace)}, {"forgotten", std::move(forgotten)}});
    return 0;
  }
  for (const auto& name : names) context.out << name << '\n';
  context.out << trn("{1} personal file was forgotten.", "{1} personal files were forgotten.", static_cast<std::int64_t>(names.size())) << '\n'
              << tr("Personal details are kept for {1} days after the closing of a campaign.", {std::to_string(retention_days(workspace))}) << '\n';
  return 0;
}

} // namespace

extern const Command access_campaign_forget;
const Command access_campaign_forget{
    .name = "access campaign forget",
    .summary = marked("Forget the personal details whose time of retention has passed"),
    .json = true,
    .run = run,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
