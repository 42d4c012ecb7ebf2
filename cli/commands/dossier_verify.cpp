#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/filing_view.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"

#include <algorithm>

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file", .placeholder = marked("FILE"), .help = marked("The PDF that someone shows you."), .kind = OptionKind::path, .required = true},
};
constexpr Option options[] = {
    {.name = "signatures",
     .placeholder = marked("FOLDER"),
     .help = marked("Write the signatures by card to this folder, as SG1.p7s (CMS, detached, DER)."),
     .kind = OptionKind::path},
};

/// A file that is not there or cannot be read is no filing either: one exit status for a script to look at.
FilingCheck check_of(const Workspace& workspace, const std::string& file) {
  try {
    return verify_filing(workspace, file);
  } catch (const Problem& problem) {
    if (problem.subject() == workspace.location()) throw;
    return {std::nullopt, false, problem.what()};
  }
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto check = check_of(workspace, context.arguments.text("file"));
  const auto signatures = check.filing ? signatures_of_filing(workspace, *check.filing) : std::vector<FilingSignature>{};
  if (context.json) {
    json::object object{{"filing", nullptr}, {"kept_intact", check.kept_intact}, {"sentence", check.sentence}, {"signatures", signatures_json(signatures)}};
    if (check.filing) object["filing"] = filing_json(*check.filing);
    print_json(context.out, object);
  } else {
    context.out << check.sentence << '\n';
    for (const auto& one : signatures) context.out << one.state.sentence << '\n';
  }
  if (context.arguments.has("signatures"))
    for (const auto& one : signatures)
      write_file(std::filesystem::path{context.arguments.text("signatures")} / (one.signature.reference + ".p7s"),
                 signature_document(workspace, one.signature));
  const bool all_hold = std::ranges::all_of(signatures, [](const FilingSignature& one) { return one.state.holds; });
  return check.filing && all_hold ? 0 : 1;
}

} // namespace

extern const Command dossier_verify;
const Command dossier_verify{
    .name = "dossier verify",
    .summary = marked("Say which filing a PDF is, or that it is none"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
