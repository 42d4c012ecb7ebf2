#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/evidence_options.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "document", .placeholder = marked("DOCUMENT"), .help = marked("The code of the document."), .required = true},
    {.name = "file", .placeholder = marked("FILE"), .help = marked("A new version of its bytes."), .kind = OptionKind::path},
};

int run(Context& context) {
  auto workspace = context.open_workspace();
  auto evidence = find_evidence(workspace, context.arguments.text("document"));
  describe_evidence(evidence, context.arguments, workspace);
  const auto progress = context.start_progress();
  workspace.change(context.acting(), [&](Change& change) {
    if (context.arguments.has("file")) replace_evidence_file(change, evidence, context.arguments.text("file"), progress);
    else edit_evidence(change, evidence);
  });
  const auto edited = find_evidence(workspace, evidence.code);
  if (context.json) print_json(context.out, evidence_json(edited));
  else context.out << tr("Changed: “{1}”, code {2}.", {edited.title, edited.code}) << '\n';
  return 0;
}

} // namespace

extern const Command evidence_edit;
const Command evidence_edit{
    .name = "evidence edit",
    .summary = marked("Change the description of a document, or file a new version of it"),
    .operands = operands,
    .options = evidence_options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
