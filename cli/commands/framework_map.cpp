#include "cli/command.hpp"

#include "cli/framework_options.hpp"
#include "cli/records.hpp"
#include "cli/table.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/known_frameworks.hpp"
#include "toolkit/requirements/requirement_pair.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view strength_words[] = {"equal", "covers", "covered", "overlaps", "related"};
constexpr std::string_view confidence_words[] = {"high", "medium", "low"};
constexpr Option operands[] = {
    {.name = "item",
     .placeholder = marked("ITEM"),
     .help = marked("With --add and --remove: the two items, such as R1111-14-3-b EXI-25; alone: only the pairs of these items or frameworks."),
     .repeatable = true},
};
constexpr Option options[] = {
    {.name = "add", .placeholder = nullptr, .help = marked("Add the pair, or change it."), .kind = OptionKind::flag},
    {.name = "remove", .placeholder = nullptr, .help = marked("Remove the pair from the workspace; the shipped one counts again."), .kind = OptionKind::flag},
    {.name = "strength",
     .placeholder = marked("STRENGTH"),
     .help = marked("What the first item says about the second."),
     .kind = OptionKind::choice,
     .choices = strength_words},
    {.name = "confidence",
     .placeholder = marked("CONFIDENCE"),
     .help = marked("How sure that is (default: high)."),
     .kind = OptionKind::choice,
     .choices = confidence_words},
    {.name = "note", .placeholder = marked("TEXT"), .help = marked("What the one leaves open of the other.")},
};

struct FoundItem {
  std::string framework, item;
};

FoundItem item_called(const Workspace& workspace, const std::string& words) {
  for (const auto& id : known_framework_ids(workspace)) {
    const auto checklist = known_framework(workspace, id);
    if (const auto* item = checklist.find_item(words)) return {checklist.id, item->id};
  }
  throw Problem{ProblemKind::not_found, words, tr("No known framework holds an item “{1}”.", {words}), tr("See the items with: hdskit framework show")};
}

std::pair<FoundItem, FoundItem> both_items(const Workspace& workspace, const Arguments& arguments) {
  const auto items = arguments.has("item") ? arguments.all("item") : std::vector<std::string>{};
  if (items.size() != 2)
    throw Problem{ProblemKind::bad_input, "--add", tr("A pair is made of two items."), tr("For instance: hdskit framework map --add R1111-14-3-b EXI-25")};
  return {item_called(workspace, items[0]), item_called(workspace, items[1])};
}

bool joins(const RequirementPair& pair, const FoundItem& from, const FoundItem& to) {
  return folded(pair.from_item) == folded(from.item) && folded(pair.to_item) == folded(to.item) && folded(pair.from_framework) == folded(from.framework) &&
         folded(pair.to_framework) == folded(to.framework);
}

/// The pair of the workspace, whichever way it is read.
std::optional<RequirementPair> own_pair(const Workspace& workspace, const FoundItem& from, const FoundItem& to) {
  for (const auto& pair : own_pairs(workspace))
    if (joins(pair, from, to) || joins(pair, to, from)) return pair;
  return std::nullopt;
}

Assignments assignments_of(const Arguments& arguments, bool backwards) {
  Assignments assignments;
  if (arguments.has("strength")) {
    MappingStrength strength{};
    from_field_text(arguments.text("strength"), strength);
    assignments.emplace_back("strength", to_field_text(backwards ? reversed(strength) : strength));
  }
  for (const auto* name : {"confidence", "note"})
    if (arguments.has(name)) assignments.emplace_back(name, arguments.text(name));
  return assignments;
}

void add_pair(Change& change, const Arguments& arguments, const FoundItem& from, const FoundItem& to) {
  if (const auto known = own_pair(change.workspace(), from, to))
    return pair_kind().edit(change, known->id.number(), assignments_of(arguments, !joins(*known, from, to)));
  if (!arguments.has("strength"))
    throw Problem{ProblemKind::bad_input, "--strength", tr("How strong the pair is was not said."),
                  tr("Give --strength: {1}.", {"equal, covers, covered, overlaps, related"})};
  auto assignments = assignments_of(arguments, false);
  assignments.insert(assignments.begin(), {{"from_framework", from.framework}, {"from_item", from.item}, {"to_framework", to.framework}, {"to_item", to.item}});
  pair_kind().add(change, assignments);
}

void remove_pair(Change& change, const FoundItem& from, const FoundItem& to) {
  const auto known = own_pair(change.workspace(), from, to);
  if (!known)
    throw Problem{ProblemKind::not_found, from.item, tr("The workspace has no pair of {1} and {2} of its own.", {from.item, to.item}),
                  tr("A shipped pair is changed with --add --strength related, which says that it answers nothing.")};
  pair_kind().remove(change, known->id.number());
}

json::object pair_json(const RequirementPair& pair) {
  json::object object;
  for (const auto& field : RequirementPair::type().fields) object[field.name] = field_json(field.kind, field.get(pair));
  object["shipped"] = !pair.id;
  return object;
}

bool wanted(const RequirementPair& pair, const Arguments& arguments) {
  if (!arguments.has("item")) return true;
  return std::ranges::all_of(arguments.all("item"), [&](const std::string& word) {
    const auto asked = folded(word);
    return asked == folded(pair.from_item) || asked == folded(pair.to_item) || asked == folded(pair.from_framework) || asked == folded(pair.to_framework);
  });
}

int list(Context& context, const Workspace& workspace) {
  Table table{{tr("From"), tr("To"), tr("Strength"), tr("Confidence"), tr("Origin"), tr("Note")}};
  json::array all;
  for (const auto& pair : all_pairs(workspace)) {
    if (!wanted(pair, context.arguments)) continue;
    all.push_back(pair_json(pair));
    table.add({tr("{1} ({2})", {pair.from_item, pair.from_framework}), tr("{1} ({2})", {pair.to_item, pair.to_framework}), to_field_text(pair.strength),
               to_field_text(pair.confidence), pair.id && pair.origin.empty() ? tr("the hospital") : pair.origin, pair.note});
  }
  if (context.json) print_json(context.out, all);
  else table.print(context.out, context.surroundings.output_width);
  return 0;
}

int run(Context& context) {
  const bool add = context.arguments.has("add"), remove = context.arguments.has("remove");
  auto workspace = context.open_workspace();
  if (!add && !remove) return list(context, workspace);
  if (add && remove) throw Problem{ProblemKind::bad_input, "--remove", tr("--add and --remove exclude each other."), tr("Give one of them.")};
  const auto [from, to] = both_items(workspace, context.arguments);
  workspace.change(context.acting(), [&](Change& change) {
    if (add) add_pair(change, context.arguments, from, to);
    else remove_pair(change, from, to);
  });
  const auto pair = own_pair(workspace, from, to);
  if (context.json) print_json(context.out, pair ? json::value(pair_json(*pair)) : json::value(json::object{{"removed", true}}));
  else
    context.out << (pair ? tr("{1} and {2} correspond from now on.", {from.item, to.item}) : tr("The pair of {1} and {2} was removed.", {from.item, to.item}))
                << '\n';
  return 0;
}

} // namespace

extern const Command framework_map;
const Command framework_map{
    .name = "framework map",
    .summary = marked("List the correspondences between frameworks; add, change and remove those of the hospital"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
