#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/filing_view.hpp"
#include "cli/table.hpp"

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto filings = all_filings(workspace);
  if (context.json) {
    json::array all;
    for (const auto& filing : filings) {
      auto object = filing_json(filing);
      object["signatures"] = signatures_json(signatures_of_filing(workspace, filing));
      all.push_back(std::move(object));
    }
    print_json(context.out, all);
    return 0;
  }
  Table table{{tr("No."), tr("Date"), tr("Version"), tr("Filed at (UTC)"), tr("Pages"), tr("Gaps"), tr("Signed by"), tr("SHA-256 digest")}};
  for (const auto& filing : filings)
    table.add({std::to_string(filing.number), filing.dossier_date.iso(), filing.version, filing.filed_at, std::to_string(filing.pages),
               std::to_string(filing.gaps.size()), signers_of_filing(workspace, filing), filing.pdf.hex()});
  table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command dossier_list;
const Command dossier_list{
    .name = "dossier list",
    .summary = marked("List what was filed"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
