#include "cli/command.hpp"

#include "cli/framework_options.hpp"
#include "cli/records.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/answer_store.hpp"

#include <algorithm>
#include <set>

namespace hdskit::cli::commands {
namespace {

struct Line {
  Checklist checklist;
  std::optional<Framework> record; ///< none: the main checklist
};

std::vector<Line> kept_by(const Workspace& workspace) {
  std::vector<Line> lines;
  auto main = framework_checklist(workspace, "");
  const auto main_id = folded(main.id);
  lines.push_back({std::move(main), std::nullopt});
  for (auto& framework : all_frameworks(workspace))
    if (folded(framework.reference) != main_id) lines.push_back({framework_checklist(workspace, framework.reference), framework});
  return lines;
}

std::size_t answered_in(const Checklist& checklist, const std::set<std::string>& answered) {
  return static_cast<std::size_t>(std::ranges::count_if(checklist.items, [&](const Item& item) { return answered.contains(folded(item.id)); }));
}

json::object line_json(const Line& line, std::size_t answered) {
  json::object object{{"reference", line.checklist.id},
                      {"version", line.checklist.version},
                      {"title", line.checklist.title.in_current_language()},
                      {"use", line.record ? json::value(to_field_text(line.record->use)) : json::value("main")},
                      {"items", line.checklist.items.size()},
                      {"requirements", line.checklist.requirement_count()},
                      {"answered", answered}};
  if (line.record)
    for (const auto* name : {"publisher", "origin", "digest", "source_digest", "applied_on", "note"}) {
      const auto* field = Framework::type().find(name);
      object[name] = field_json(field->kind, field->get(*line.record));
    }
  return object;
}

std::string shown_use(const Line& line) {
  return line.record ? tr(choices_of(line.record->use)[static_cast<std::size_t>(line.record->use)].label) : tr("main checklist");
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  std::set<std::string> items;
  for (const auto& answer : all_answers(workspace)) items.insert(folded(answer.item));
  json::array all;
  Table table{{tr("Framework"), tr("Version"), tr("Use"), tr("Since"), tr("Items"), tr("Answered"), tr("Origin"), tr("Title")}};
  for (const auto& line : kept_by(workspace)) {
    const auto answered = answered_in(line.checklist, items);
    all.push_back(line_json(line, answered));
    table.add({line.checklist.id, line.checklist.version, shown_use(line), line.record ? to_field_text(line.record->applied_on) : "",
               std::to_string(line.checklist.items.size()), std::to_string(answered), line.record ? line.record->origin : "",
               line.checklist.title.in_current_language()});
  }
  if (context.json) print_json(context.out, all);
  else table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command framework_list;
const Command framework_list{
    .name = "framework list",
    .summary = marked("List the frameworks that the workspace keeps, and how far each has come"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
