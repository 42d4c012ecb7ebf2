#include "cli/command.hpp"

#include "cli/framework_options.hpp"
#include "cli/table.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/requirements/comparison.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "framework",
     .placeholder = marked("FRAMEWORK"),
     .help = marked("Two or more frameworks, such as pmsi-atih pmsi-casd pmsi-ad-hoc."),
     .required = true,
     .repeatable = true},
};
constexpr Option options[] = {
    {.name = "wording", .placeholder = nullptr, .help = marked("Show what is asked, not only its title."), .kind = OptionKind::flag},
};

std::vector<Checklist> read_frameworks(const Context& context, const std::optional<Workspace>& workspace) {
  const auto& ids = context.arguments.all("framework");
  if (ids.size() < 2)
    throw Problem{ProblemKind::bad_input, ids.front(), tr("One framework alone cannot be compared."), tr("Give two or more; see: hdskit regime list")};
  std::vector<Checklist> checklists;
  for (const auto& id : ids) checklists.push_back(framework_called(workspace, id));
  return checklists;
}

json::object cell_json(const Item* item) {
  return {{"item", item->id}, {"title", item->title.in_current_language()}, {"wording", item->wording.in_current_language()}, {"mandatory", item->mandatory}};
}

json::object as_json(const std::vector<Checklist>& checklists, const std::vector<ComparedLine>& lines) {
  json::array frameworks, rows;
  for (const auto& checklist : checklists)
    frameworks.push_back(json::object{{"id", checklist.id}, {"version", checklist.version}, {"title", checklist.title.in_current_language()}});
  for (const auto& line : lines) {
    json::array items;
    for (const auto* item : line.items) items.push_back(item ? json::value(cell_json(item)) : json::value());
    rows.push_back(json::object{{"key", line.key}, {"items", std::move(items)}});
  }
  return {{"frameworks", std::move(frameworks)}, {"lines", std::move(rows)}};
}

void print_lines(Context& context, const std::vector<Checklist>& checklists, const std::vector<ComparedLine>& lines) {
  std::vector<std::string> headings{tr("Item")};
  for (const auto& checklist : checklists) headings.push_back(checklist.id);
  Table table{headings};
  for (const auto& line : lines) {
    std::vector<std::string> row{line.key};
    for (const auto* item : line.items) row.push_back(item ? item->title.in_current_language() : "–");
    table.add(row);
  }
  table.print(context.out, context.surroundings.output_width);
}

void print_wordings(Context& context, const std::vector<Checklist>& checklists, const std::vector<ComparedLine>& lines) {
  for (const auto& line : lines) {
    context.out << line.key << '\n';
    Sheet sheet;
    for (std::size_t i = 0; i < checklists.size(); ++i) sheet.add(checklists[i].id, line.items[i] ? line.items[i]->wording.in_current_language() : "–");
    sheet.print(context.out, context.surroundings.output_width);
    context.out << '\n';
  }
}

int run(Context& context) {
  const auto workspace = workspace_if_named(context);
  const auto checklists = read_frameworks(context, workspace);
  std::vector<const Checklist*> given;
  for (const auto& checklist : checklists) given.push_back(&checklist);
  const auto lines = compared(given);
  if (context.json) print_json(context.out, as_json(checklists, lines));
  else if (context.arguments.has("wording")) print_wordings(context, checklists, lines);
  else print_lines(context, checklists, lines);
  return 0;
}

} // namespace

extern const Command regime_compare;
const Command regime_compare{
    .name = "regime compare",
    .summary = marked("Set what several frameworks ask side by side"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
