#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/framework_options.hpp"
#include "cli/requirement_view.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    frameworks_option,
    {.name = "obligation", .placeholder = marked("OBLIGATION"), .help = marked("Only the items of this obligation, such as continuity.")},
    {.name = "article", .placeholder = marked("ARTICLE"), .help = marked("Only the items of this article, such as R1111-14.")},
    {.name = "unanswered", .placeholder = nullptr, .help = marked("Only the items that nobody has answered."), .kind = OptionKind::flag},
};

bool wanted(const Arguments& arguments, const RequirementView& view) {
  const auto matches = [&](std::string_view option, const std::string& value) {
    return !arguments.has(option) || folded(arguments.text(option)) == folded(value);
  };
  return matches("obligation", view.item->obligation) && matches("article", view.item->article) && !(arguments.has("unanswered") && view.answer);
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const Requirements requirements{workspace, chosen_checklists(workspace, context.arguments)};
  Table table{{tr("Item"), tr("Title"), tr("State"), tr("Owner"), tr("Due"), tr("Documents")}};
  json::array all;
  for (const auto& view : requirements.views()) {
    if (!wanted(context.arguments, view)) continue;
    if (context.json) all.push_back(requirement_json(view));
    else
      table.add({view.item->id, view.item->title.in_current_language(), shown_state(view), view.answer ? view.answer->owner : "",
                 view.answer ? to_field_text(view.answer->due) : "", joined(view.documents, ", ")});
  }
  if (context.json) print_json(context.out, all);
  else table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command requirement_list;
const Command requirement_list{
    .name = "requirement list",
    .summary = marked("List the items of the checklist and how far each has come"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
