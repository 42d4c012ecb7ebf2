#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/evidence_options.hpp"
#include "cli/press/annex_warning.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <ostream>

namespace hdskit::cli::press {

int evidence_add(Context& context) {
  auto workspace = context.open_workspace();
  Evidence evidence;
  describe_evidence(evidence, context.arguments, workspace);
  const auto progress = context.start_progress();
  workspace.change(context.acting(), [&](Change& change) { evidence = add_evidence(change, evidence, context.arguments.text("file"), progress); });
  warn_of_annex(context, evidence, context.arguments.text("file"));
  if (context.json) print_json(context.out, evidence_json(evidence));
  else context.out << tr("Filed: “{1}” under the code {2}.", {evidence.title, evidence.code}) << '\n';
  return 0;
}

} // namespace hdskit::cli::press
