#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view founding_regime = "agrement-2006";

constexpr Option operands[] = {
    {.name = "location",
     .placeholder = marked("LOCATION"),
     .help = marked("The file to make, such as hopital.hds, or the URL of an empty PostgreSQL database."),
     .kind = OptionKind::path,
     .required = true},
};
constexpr Option options[] = {
    {.name = "checklist",
     .placeholder = marked("FILE"),
     .help = marked("The checklist to follow, as XML (default: agrement-2006, which comes with the program)."),
     .kind = OptionKind::path},
};

int run(Context& context) {
  const auto file = context.arguments.text("checklist");
  // Read before anything is made: a faulty checklist leaves no workspace behind.
  const std::string xml = file.empty() ? std::string{shipped_checklist(founding_regime)} : read_file(file);
  const auto checklist = checklist_of(xml, file.empty() ? std::string{founding_regime} : file);
  const auto acting = context.acting();
  auto workspace = Workspace::create(context.arguments.text("location"), acting);
  workspace.change(acting, [&](Change& change) { adopt_checklist(change, xml); });
  if (context.json) print_json(context.out, json::object{{"location", workspace.location()}, {"format", workspace.format()}, {"checklist", checklist.id}});
  else context.out << tr("The workspace “{1}” is ready; it follows the checklist {2}.", {workspace.location(), checklist.id}) << '\n';
  return 0;
}

} // namespace

extern const Command workspace_create;
const Command workspace_create{
    .name = "workspace create",
    .summary = marked("Make a new, empty workspace"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
