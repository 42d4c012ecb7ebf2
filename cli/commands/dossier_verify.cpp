#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/filing_view.hpp"
#include "toolkit/base/problem.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file", .placeholder = marked("FILE"), .help = marked("The PDF that someone shows you."), .kind = OptionKind::path, .required = true},
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
  const auto check = check_of(context.open_workspace(), context.arguments.text("file"));
  if (context.json) {
    json::object object{{"filing", nullptr}, {"kept_intact", check.kept_intact}, {"sentence", check.sentence}};
    if (check.filing) object["filing"] = filing_json(*check.filing);
    print_json(context.out, object);
  } else {
    context.out << check.sentence << '\n';
  }
  return check.filing ? 0 : 1;
}

} // namespace

extern const Command dossier_verify;
const Command dossier_verify{
    .name = "dossier verify",
    .summary = marked("Say which filing a PDF is, or that it is none"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
