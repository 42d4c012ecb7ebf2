#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/evidence_options.hpp"
#include "cli/press/annex_warning.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <ostream>

namespace hdskit::cli::press {

int evidence_edit(Context& context) {
  auto workspace = context.open_workspace();
  auto evidence = find_evidence(workspace, context.arguments.text("document"));
  describe_evidence(evidence, context.arguments, workspace);
  const auto progress = context.start_progress();
  workspace.change(context.acting(), [&](Change& change) {
    if (context.arguments.has("file")) replace_evidence_file(change, evidence, context.arguments.text("file"), progress);
    else edit_evidence(change, evidence);
  });
  const auto edited = find_evidence(workspace, evidence.code);
  if (context.arguments.has("file")) warn_of_annex(context, edited, context.arguments.text("file"));
  if (context.json) print_json(context.out, evidence_json(edited));
  else context.out << tr("Changed: “{1}”, code {2}.", {edited.title, edited.code}) << '\n';
  return 0;
}

} // namespace hdskit::cli::press
