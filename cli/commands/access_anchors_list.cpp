#include "cli/command.hpp"

#include "cli/access_options.hpp"
#include "cli/records.hpp"
#include "cli/table.hpp"

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto& kind = access_kind(TrustAnchor::type().kind);
  if (context.json) {
    JsonArrayPrinter printer{context.out};
    for (const auto& record : kind.all(workspace)) printer.add(record_json(kind, record));
    printer.end();
    return 0;
  }
  Table table{{tr("Name"), tr("Authority"), tr("Use"), tr("SHA-256 fingerprint"), tr("Note")}};
  for (const auto& anchor : read_access(workspace).anchors)
    table.add({anchor.reference, anchor.subject, tr(choices_of(anchor.use)[static_cast<std::size_t>(anchor.use)].label), anchor.fingerprint, anchor.note});
  table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command access_anchors_list;
const Command access_anchors_list{
    .name = "access anchors list",
    .summary = marked("List the authorities that the hospital trusts"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
