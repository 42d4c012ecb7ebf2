#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/risk/study_json.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file",
     .placeholder = marked("FILE"),
     .help = marked("The study, as “hdskit risk study export” writes it."),
     .kind = OptionKind::path,
     .required = true},
};
constexpr Option options[] = {
    {.name = "preview", .placeholder = nullptr, .help = marked("Only say what would change."), .kind = OptionKind::flag},
    {.name = "replace", .placeholder = nullptr, .help = marked("Also remove what the file does not have."), .kind = OptionKind::flag},
};

StudyImport import(Context& context, Workspace& workspace, const Study& study, const StudyFile& file) {
  const bool replace = context.arguments.has("replace");
  const auto expected = preview_study(workspace, study, replace, file);
  const bool nothing = expected.added + expected.changed + expected.removed == 0 && !expected.scale_changes;
  if (context.arguments.has("preview") || nothing) return expected;
  StudyImport done;
  workspace.change(context.acting(), [&](Change& change) { done = import_study(change, study, replace, file); });
  return done;
}

int run(Context& context) {
  const auto file = context.arguments.text("file");
  const auto text = read_file(file, study_size_limit);
  const auto study = parse_study(text, file);
  auto workspace = context.open_workspace();
  const auto outcome = import(context, workspace, study, {file, text});
  if (context.json) {
    print_json(context.out, json::object{{"added", outcome.added},
                                         {"changed", outcome.changed},
                                         {"unchanged", outcome.unchanged},
                                         {"removed", outcome.removed},
                                         {"scale_changes", outcome.scale_changes}});
    return 0;
  }
  context.out << tr("{1} added, {2} changed, {3} as they were, {4} removed.",
                    {std::to_string(outcome.added), std::to_string(outcome.changed), std::to_string(outcome.unchanged), std::to_string(outcome.removed)})
              << '\n';
  if (outcome.scale_changes) context.out << tr("The scale is that of the file.") << '\n';
  return 0;
}

} // namespace

extern const Command risk_study_import;
const Command risk_study_import{
    .name = "risk study import",
    .summary = marked("Take a whole study from JSON into the workspace, all of it or nothing"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
