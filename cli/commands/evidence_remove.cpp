#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "document", .placeholder = marked("DOCUMENT"), .help = marked("The code of the document."), .required = true},
};

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto evidence = find_evidence(workspace, context.arguments.text("document"));
  workspace.change(context.acting(), [&](Change& change) { remove_evidence(change, evidence.id); });
  if (context.json) print_json(context.out, json::object{{"removed", evidence.code}});
  else context.out << tr("Removed: “{1}”, code {2}.", {evidence.title, evidence.code}) << '\n';
  return 0;
}

} // namespace

extern const Command evidence_remove;
const Command evidence_remove{
    .name = "evidence remove",
    .summary = marked("Take a document off the list"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
