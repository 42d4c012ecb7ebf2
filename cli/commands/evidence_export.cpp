#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "document", .placeholder = marked("DOCUMENT"), .help = marked("The code of the document."), .required = true},
};
constexpr Option options[] = {
    {.name = "output",
     .placeholder = marked("FILE"),
     .help = marked("Where to write it: a file, or a folder (default: its own name, here)."),
     .kind = OptionKind::path},
};

/// The name was given by whoever filed the document: never a path out of the folder that the person chose.
std::filesystem::path target_of(const Evidence& evidence, const std::string& output) {
  auto name = std::filesystem::path{evidence.file_name}.filename();
  if (name.empty() || name == "." || name == "..") name = evidence.code;
  if (output.empty()) return name;
  return std::filesystem::is_directory(output) ? std::filesystem::path{output} / name : std::filesystem::path{output};
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto evidence = find_evidence(workspace, context.arguments.text("document"));
  const auto target = target_of(evidence, context.arguments.text("output"));
  const auto digest = Digest::parse(evidence.digest);
  if (std::filesystem::exists(target))
    throw Problem{ProblemKind::refused, target.string(), tr("Something stands at “{1}” already.", {target.string()}),
                  tr("Choose another place with --output; nothing was overwritten.")};
  if (!digest)
    throw Problem{ProblemKind::damaged, evidence.code, tr("The digest recorded for “{1}” is none.", {evidence.code}),
                  tr("Examine the workspace with: hdskit workspace check")};
  extract_document(workspace, *digest, target);
  if (context.json) print_json(context.out, json::object{{"code", evidence.code}, {"file", target.string()}, {"digest", evidence.digest}});
  else context.out << tr("Written: {1}", {target.string()}) << '\n';
  return 0;
}

} // namespace

extern const Command evidence_export;
const Command evidence_export{
    .name = "evidence export",
    .summary = marked("Write the original file of a document, byte for byte"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
