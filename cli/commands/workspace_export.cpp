#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/program.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/workspace/workspace_export.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "output",
     .placeholder = marked("DIR"),
     .help = marked("The folder to fill: one that does not exist yet, or an empty one."),
     .kind = OptionKind::path,
     .required = true},
};

int run(Context& context) {
  const auto folder = context.arguments.text("output");
  const auto exported = export_workspace(context.open_workspace(), folder, "hdskit " + program_version(), context.start_progress());
  const auto& manifest = exported.manifest;
  if (context.json)
    print_json(context.out, json::object{{"output", folder},
                                         {"digest", exported.digest.hex()},
                                         {"establishment", manifest.establishment},
                                         {"format", manifest.workspace_format},
                                         {"records", records_of(manifest)},
                                         {"journal_entries", manifest.journal_entries},
                                         {"documents", manifest.documents},
                                         {"document_bytes", manifest.document_bytes}});
  else
    context.out << tr("“{1}” holds the whole workspace: {2} records, {3} entries of the journal, {4} documents ({5}).",
                      {folder, std::to_string(records_of(manifest)), std::to_string(manifest.journal_entries), std::to_string(manifest.documents),
                       french_bytes(manifest.document_bytes)})
                << '\n'
                << tr("Digest to note elsewhere: {1}", {exported.digest.hex()}) << '\n';
  context.err << tr("Beware: this folder is not encrypted, and it maps the weaknesses of the hospital. Keep it on an encrypted disk.") << '\n';
  return 0;
}

} // namespace

extern const Command workspace_export;
const Command workspace_export{
    .name = "workspace export",
    .summary = marked("Write the whole workspace, documents included, as documented files that any program reads"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
