#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/organisation_options.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {kind_operand, record_operand};

int run(Context& context) {
  const auto& kind = record_kind(context.arguments.text("kind"));
  auto workspace = context.open_workspace();
  const auto record = find_by_words(workspace, kind, context.arguments.text("record"));
  const auto title = title_of(kind, record);
  workspace.change(context.acting(), [&](Change& change) {
    if (const auto users = referring_to(change.workspace(), kind, record.id); !users.empty())
      throw Problem{ProblemKind::refused, title, tr("“{1}” is still referred to: {2}.", {title, joined(users, ", ")}),
                    tr("Change or remove these records first; nothing was changed.")};
    kind.remove(change, record.id);
  });
  if (context.json) print_json(context.out, json::object{{"removed", record.id}});
  else context.out << tr("Removed: {1} “{2}”, number {3}.", {tr(kind.label), title, std::to_string(record.id)}) << '\n';
  return 0;
}

} // namespace

extern const Command organisation_remove;
const Command organisation_remove{
    .name = "organisation remove",
    .summary = marked("Remove a record that nothing refers to any more"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
