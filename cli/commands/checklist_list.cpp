#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/table.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  Table table{{tr("Checklist"), tr("Version"), tr("Items"), tr("Title")}};
  json::array all;
  for (const auto& id : shipped_checklist_ids()) {
    const auto checklist = checklist_of(shipped_checklist(id), id);
    const auto title = checklist.title.in_current_language();
    table.add({checklist.id, checklist.version, std::to_string(checklist.items.size()), title});
    all.push_back(json::object{{"id", checklist.id}, {"version", checklist.version}, {"items", checklist.items.size()}, {"title", title}});
  }
  if (context.json) print_json(context.out, all);
  else table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command checklist_list;
const Command checklist_list{
    .name = "checklist list",
    .summary = marked("List the checklists that come with the program"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
