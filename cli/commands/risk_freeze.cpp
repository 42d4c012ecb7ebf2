#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/risk_version_view.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view cycles[] = {"strategic", "operational"};

constexpr Option options[] = {
    {.name = "summary", .placeholder = marked("TEXT"), .help = marked("What changed since the last version, in your words."), .required = true},
    {.name = "cycle",
     .placeholder = marked("CYCLE"),
     .help = marked("A strategic cycle gives the next whole number, an operational one the next decimal (default: operational)."),
     .kind = OptionKind::choice,
     .choices = cycles},
};

int run(Context& context) {
  const auto cycle = context.arguments.text("cycle") == "strategic" ? StudyCycle::strategic : StudyCycle::operational;
  auto workspace = context.open_workspace();
  StudyVersion version;
  workspace.change(context.acting(), [&](Change& change) { version = freeze_study(change, cycle, context.arguments.text("summary"), context.today()); });
  if (context.json) print_json(context.out, version_json(version));
  else
    context.out << tr("Version {1} is frozen. Risks: {2}; not acceptable after treatment: {3}. Digest: {4}",
                      {version.number, std::to_string(version.risks), std::to_string(version.unacceptable), version.digest})
                << '\n';
  return 0;
}

} // namespace

extern const Command risk_freeze;
const Command risk_freeze{
    .name = "risk freeze",
    .summary = marked("Freeze the study as a version, with its day and a summary of what changed"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
