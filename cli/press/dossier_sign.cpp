#include "cli/press/works.hpp"

#include "cli/filing_view.hpp"
#include "cli/press/signing_card.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/dossier/sign_filing.hpp"

#include <ostream>

namespace hdskit::cli::press {

int dossier_sign(Context& context) {
  const auto& arguments = context.arguments;
  if (!arguments.has("module"))
    throw Problem{ProblemKind::bad_input, "--module", tr("A filing is signed with a card: its module is needed."),
                  tr("See: hdskit help {1}", {"dossier sign"})};
  auto workspace = context.open_workspace();
  const auto filing = find_filing(workspace, arguments.text("filing"));
  const SigningCard card{context, workspace};
  const auto signature = sign_filing(workspace, context.acting(), filing, card.sign(context, filing.pdf));
  if (arguments.has("output")) write_file(arguments.text("output"), signature_document(workspace, signature));
  const auto state = check_signature(workspace, signature, filing.pdf);
  if (context.json) print_json(context.out, signature_json({signature, state}));
  else context.out << state.sentence << '\n';
  return 0;
}

} // namespace hdskit::cli::press
