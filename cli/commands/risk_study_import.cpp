#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/risk/foreign_study.hpp"
#include "toolkit/risk/study_json.hpp"
#include "toolkit/risk/study_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file",
     .placeholder = marked("FILE"),
     .help = marked("The study, as “hdskit risk study export” writes it, or the export of another tool."),
     .kind = OptionKind::path,
     .required = true},
};
constexpr std::string_view formats[] = {"hdskit", "cnil-pia", "monarc"};
constexpr Option options[] = {
    {.name = "format",
     .placeholder = marked("FORMAT"),
     .help = marked("Which tool wrote the file: hdskit, cnil-pia (PIA of the CNIL, JSON), monarc (analysis of MONARC, JSON)."),
     .kind = OptionKind::choice,
     .choices = formats},
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

bool is_foreign(const Context& context) { return context.arguments.text("format") == "cnil-pia" || context.arguments.text("format") == "monarc"; }

StudyImport import_own(Context& context, const std::string& file) {
  const auto text = read_file(file, study_size_limit);
  const auto study = parse_study(text, file);
  auto workspace = context.open_workspace();
  return import(context, workspace, study, {file, text});
}

/// Only ever adds and changes: what another tool does not have is not its business.
StudyImport import_foreign(Context& context, const std::string& file, std::vector<std::string>& remarks) {
  if (context.arguments.has("replace"))
    throw Problem{ProblemKind::bad_input, "--replace", tr("The study of another tool does not replace the whole study of the workspace."),
                  tr("Leave --replace out.")};
  const auto text = read_file(file, foreign_study_size_limit);
  auto workspace = context.open_workspace();
  const auto now = read_study(workspace);
  auto foreign = context.arguments.text("format") == "monarc" ? read_monarc(text, file, now) : read_pia(text, file, now);
  remarks = std::move(foreign.remarks);
  return import(context, workspace, foreign.study, {file, {}});
}

int run(Context& context) {
  const auto file = context.arguments.text("file");
  std::vector<std::string> remarks;
  const auto outcome = is_foreign(context) ? import_foreign(context, file, remarks) : import_own(context, file);
  if (context.json) {
    print_json(context.out, json::object{{"added", outcome.added},
                                         {"changed", outcome.changed},
                                         {"unchanged", outcome.unchanged},
                                         {"removed", outcome.removed},
                                         {"scale_changes", outcome.scale_changes},
                                         {"remarks", json::array(remarks.begin(), remarks.end())}});
    return 0;
  }
  for (const auto& remark : remarks) context.out << tr("Remark: {1}", {remark}) << '\n';
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
