#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/risk_version_view.hpp"
#include "cli/table.hpp"

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  const auto versions = study_versions(context.open_workspace());
  if (context.json) {
    json::array all;
    for (const auto& version : versions) all.push_back(version_json(version));
    print_json(context.out, all);
    return 0;
  }
  Table table{{tr("Version"), tr("Day"), tr("Cycle"), tr("Risks"), tr("Not acceptable"), tr("Author"), tr("Changes")}};
  for (const auto& version : versions)
    table.add({version.number, to_field_text(version.frozen_on), tr(choices_of(version.cycle)[static_cast<std::size_t>(version.cycle)].label),
               std::to_string(version.risks), std::to_string(version.unacceptable), version.author, version.summary});
  table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command risk_versions;
const Command risk_versions{
    .name = "risk versions",
    .summary = marked("List the frozen versions of the study"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
