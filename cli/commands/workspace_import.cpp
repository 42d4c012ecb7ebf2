#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/workspace/workspace_import.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "folder",
     .placeholder = marked("DIR"),
     .help = marked("A folder written by “hdskit workspace export”."),
     .kind = OptionKind::path,
     .required = true},
};
constexpr Option options[] = {
    {.name = "digest", .placeholder = marked("DIGEST"), .help = marked("The digest that the export had when it was made; any other is refused.")},
};

std::optional<Digest> expected_digest(const Context& context) {
  const auto text = context.arguments.text("digest");
  if (text.empty()) return std::nullopt;
  const auto digest = Digest::parse(text);
  if (!digest)
    throw Problem{ProblemKind::bad_input, "--digest", tr("“{1}” is no digest: 64 hexadecimal digits are expected.", {text}),
                  tr("Give the digest that “hdskit workspace export” printed.")};
  return digest;
}

void print(std::ostream& out, const ImportedWorkspace& imported, const std::string& location) {
  const auto& manifest = imported.manifest;
  out << tr("The workspace “{1}” was made: {2} records, {3} entries of the journal, {4} documents. Every digest was verified.",
            {location, std::to_string(records_of(manifest)), std::to_string(manifest.journal_entries), std::to_string(manifest.documents)})
      << '\n';
  if (imported.format == manifest.workspace_format) out << tr("It exports to the same digest: {1}", {imported.digest.hex()}) << '\n';
  else
    out << tr("The export {1} has format {2}; the workspace was brought to format {3}, and exports to another digest from now on.",
              {imported.digest.hex(), std::to_string(manifest.workspace_format), std::to_string(imported.format)})
        << '\n';
  if (imported.defects.empty()) return;
  out << tr("The exported workspace had faults already, which `hdskit workspace check` tells:") << '\n';
  for (const auto& defect : imported.defects) out << "  " << defect << '\n';
}

int run(Context& context) {
  const auto expected = expected_digest(context);
  const auto location = context.location();
  const auto imported = import_workspace(context.arguments.text("folder"), location, context.acting(), expected, context.start_progress());
  if (context.json) {
    json::array defects;
    for (const auto& defect : imported.defects) defects.push_back(json_text(defect));
    print_json(context.out, json::object{{"location", location},
                                         {"digest", imported.digest.hex()},
                                         {"establishment", imported.manifest.establishment},
                                         {"exported_format", imported.manifest.workspace_format},
                                         {"format", imported.format},
                                         {"records", records_of(imported.manifest)},
                                         {"journal_entries", imported.manifest.journal_entries},
                                         {"documents", imported.manifest.documents},
                                         {"defects", std::move(defects)}});
  } else {
    print(context.out, imported, location);
  }
  return imported.defects.empty() ? 0 : 1;
}

} // namespace

extern const Command workspace_import;
const Command workspace_import{
    .name = "workspace import",
    .summary = marked("Make a workspace from a folder that “workspace export” has written"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
