#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/evidence_options.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file", .placeholder = marked("FILE"), .help = marked("The document: PDF, PNG and JPEG become annexes, anything else only goes into the archive."), .kind = OptionKind::path, .required = true},
};

int run(Context& context) {
  auto workspace = context.open_workspace();
  Evidence evidence;
  describe_evidence(evidence, context.arguments, workspace);
  const auto progress = context.start_progress();
  workspace.change(context.acting(), [&](Change& change) { evidence = add_evidence(change, evidence, context.arguments.text("file"), progress); });
  if (context.json) print_json(context.out, evidence_json(evidence));
  else context.out << tr("Filed: “{1}” under the code {2}.", {evidence.title, evidence.code}) << '\n';
  return 0;
}

} // namespace

extern const Command evidence_add;
const Command evidence_add{
    .name = "evidence add",
    .summary = marked("File a document in the vault of the workspace"),
    .operands = operands,
    .options = evidence_options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
