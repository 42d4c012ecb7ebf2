#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file", .placeholder = marked("FILE"), .help = marked("The checklist, as XML."), .kind = OptionKind::path, .required = true},
};

int run(Context& context) {
  const auto file = context.arguments.text("file");
  const auto xml = read_file(file);
  const auto checklist = checklist_of(xml, file);
  auto workspace = context.open_workspace();
  workspace.change(context.acting(), [&](Change& change) { adopt_checklist(change, xml); });
  if (context.json) print_json(context.out, json::object{{"checklist", checklist.id}, {"version", checklist.version}, {"items", checklist.items.size()}});
  else context.out << tr("The workspace follows the checklist {1}, version {2}, from now on.", {checklist.id, checklist.version}) << '\n';
  return 0;
}

} // namespace

extern const Command checklist_adopt;
const Command checklist_adopt{
    .name = "checklist adopt",
    .summary = marked("Make the workspace follow an edited checklist"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
