#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/filing_view.hpp"
#include "cli/press/order.hpp"
#include "toolkit/dossier/file_dossier.hpp"

#include <ostream>

namespace hdskit::cli::press {

int dossier_file(Context& context) {
  auto workspace = context.open_workspace();
  const auto order = order_of(context);
  const auto filing = file_dossier(workspace, order, context.arguments.text("despite"), context.acting(), context.start_progress());
  if (context.json) {
    print_json(context.out, filing_json(filing));
    return 0;
  }
  context.out << tr("Filing {1}, version {2}: {3}, {4} pages.",
                    {std::to_string(filing.number), filing.version, order.output.string(), std::to_string(filing.pages)})
              << '\n'
              << tr("SHA-256 digest: {1}", {filing.pdf.hex()}) << '\n';
  if (!filing.reason.empty())
    context.out << trn("Filed with {1} gap, for the reason given.", "Filed with {1} gaps, for the reason given.", static_cast<std::int64_t>(filing.gaps.size()))
                << '\n';
  return 0;
}

} // namespace hdskit::cli::press
