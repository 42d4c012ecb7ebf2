#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/table.hpp"
#include "toolkit/dossier/template_store.hpp"

namespace hdskit::cli::press {

int template_list(Context& context) {
  Table table{{tr("Template"), tr("From")}};
  json::array all;
  for (const auto& entry : all_templates(context.open_workspace())) {
    table.add({entry.id, entry.own ? tr("the hospital") : tr("the program")});
    all.push_back(json::object{{"id", entry.id}, {"own", entry.own}});
  }
  if (context.json) print_json(context.out, all);
  else table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace hdskit::cli::press
