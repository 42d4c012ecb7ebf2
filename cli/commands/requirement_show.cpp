#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/framework_options.hpp"
#include "cli/requirement_view.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "item", .placeholder = marked("ITEM"), .help = marked("The item of the checklist, such as R1111-14-2-a."), .required = true},
};

constexpr Option options[] = {
    {.name = "framework", .placeholder = marked("FRAMEWORK"), .help = marked("The framework that holds the item (default: any that the workspace follows).")},
};

std::string shown_activities(const Item& item) {
  std::vector<std::string> numbers;
  for (const int activity : item.activities) numbers.push_back(std::to_string(activity));
  return joined(numbers, ", ");
}

void add_item(Sheet& sheet, const Checklist& checklist, const Item& item) {
  sheet.add(tr("Item"), item.id);
  sheet.add(tr("Framework"), checklist.title.in_current_language());
  sheet.add(tr("Title"), item.title.in_current_language());
  sheet.add(tr("What is asked"), item.wording.in_current_language());
  if (const auto* article = checklist.find_article(item.article)) {
    sheet.add(tr("Article"), tr("{1} {2}, {3}", {article->label, item.number, version_words(*article)}));
    sheet.add(tr("Confidence"), sentence_of(std::max(article->confidence, item.confidence)));
  }
  for (const auto& obligation : checklist.obligations)
    if (obligation.id == item.obligation) sheet.add(tr("Obligation"), obligation.title.in_current_language());
  if (!item.part_of.empty()) sheet.add(tr("Part of"), item.part_of);
  if (!item.activities.empty()) sheet.add(tr("Hosting activities"), shown_activities(item));
  if (item.choosable) sheet.add(tr("May be excluded"), tr("yes, with a justification"));
  sheet.add(tr("Mandatory"), item.mandatory ? tr("yes") : tr("no"));
  for (const auto& expected : item.evidence) sheet.add(tr("Evidence expected"), expected.label.in_current_language());
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const bool chosen = context.arguments.has("framework");
  const Requirements requirements{workspace, chosen ? chosen_checklists(workspace, context.arguments) : all_checklists(workspace)};
  const auto view = requirements.find(context.arguments.text("item"));
  const auto& item = *view.item;
  if (context.json) {
    auto object = requirement_json(view);
    object["wording"] = item.wording.in_current_language();
    print_json(context.out, object);
    return 0;
  }
  Sheet sheet;
  add_item(sheet, *view.checklist, item);
  sheet.add(tr("State"), shown_state(view));
  sheet.add(tr("Documents"), joined(view.documents, ", "));
  sheet.add(tr("Owner"), view.answer ? view.answer->owner : "");
  sheet.add(tr("Due"), view.answer ? to_field_text(view.answer->due) : "");
  sheet.add(tr("Statement"), view.answer ? view.answer->statement : "");
  sheet.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command requirement_show;
const Command requirement_show{
    .name = "requirement show",
    .summary = marked("Show what an item asks, and the answer to it"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
