#include "cli/command.hpp"

#include "cli/framework_options.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <filesystem>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {framework_operand};
constexpr Option options[] = {
    {.name = "file",
     .placeholder = marked("FILE"),
     .help = marked("The new version, as XML in the format of hdskit (default: the one that comes with the program)."),
     .kind = OptionKind::path},
    {.name = "preview", .placeholder = nullptr, .help = marked("Only say what would change."), .kind = OptionKind::flag},
};

NewFramework read_newer(const Arguments& arguments, const std::string& id) {
  if (!arguments.has("file")) return {.xml = std::string{shipped_checklist(id)}};
  const auto file = arguments.text("file");
  return {.xml = read_file(file, markup_size_limit), .origin = std::filesystem::path{file}.filename().string()};
}

json::object as_json(const Checklist& before, const Checklist& newer, const FrameworkDifference& difference, bool changed) {
  return {{"framework", newer.id},
          {"from_version", before.version},
          {"to_version", newer.version},
          {"changed", changed},
          {"added", text_array(difference.added)},
          {"removed", text_array(difference.removed)},
          {"reworded", text_array(difference.reworded)},
          {"renumbered", text_array(difference.renumbered)},
          {"asked_otherwise", text_array(difference.asked_otherwise)},
          {"kept_answers", text_array(difference.kept_answers)},
          {"answers_to_read", text_array(difference.answers_to_read)}};
}

void print_ids(Context& context, const std::string& label, const std::vector<std::string>& ids) {
  if (!ids.empty()) context.out << "  " << label << " : " << joined(ids, ", ") << '\n';
}

void print_difference(Context& context, const Checklist& before, const Checklist& newer, const FrameworkDifference& difference) {
  context.out << tr("{1}: version {2} → {3}", {newer.id, before.version, newer.version}) << '\n';
  print_ids(context, tr("Added"), difference.added);
  print_ids(context, tr("Removed"), difference.removed);
  print_ids(context, tr("Reworded"), difference.reworded);
  print_ids(context, tr("Renumbered"), difference.renumbered);
  print_ids(context, tr("Asked otherwise"), difference.asked_otherwise);
  print_ids(context, tr("Answers to removed items, kept"), difference.kept_answers);
  print_ids(context, tr("Answers to read again"), difference.answers_to_read);
  if (difference.none()) context.out << "  " << tr("No item changes.") << '\n';
}

int run(Context& context) {
  const auto& arguments = context.arguments;
  auto workspace = context.open_workspace();
  const auto before = framework_checklist(workspace, arguments.text("framework"));
  const auto given = read_newer(arguments, before.id);
  const auto newer = checklist_of(given.xml, given.origin);
  if (folded(newer.id) != folded(before.id))
    throw Problem{ProblemKind::bad_input, newer.id, tr("The new version is one of “{1}”, not of “{2}”.", {newer.id, before.id}),
                  tr("Give another file, or follow it beside with: hdskit framework import")};
  auto difference = upgrade_difference(workspace, newer);
  const bool preview = arguments.has("preview");
  if (!preview) workspace.change(context.acting(), [&](Change& change) { difference = upgrade_framework(change, given); });
  if (context.json) print_json(context.out, as_json(before, newer, difference, !preview));
  else print_difference(context, before, newer, difference);
  return 0;
}

} // namespace

extern const Command framework_upgrade;
const Command framework_upgrade{
    .name = "framework upgrade",
    .summary = marked("Put another version of a framework in the place of the one that is kept; no answer is touched"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
