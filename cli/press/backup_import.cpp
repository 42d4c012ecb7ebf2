#include "cli/press/works.hpp"

#include "cli/backup_options.hpp"
#include "cli/backup_view.hpp"
#include "cli/complaint.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/dossier/file_restore_test.hpp"

#include <ostream>

namespace hdskit::cli::press {
namespace {

RestoreRun import(const Context& context, Workspace& workspace, const std::string& file) {
  const ScratchFolder folder;
  const auto opened = open_result(file, read_backups(workspace).machines, folder.path());
  return file_imported_test(workspace, context.acting(), opened, context.today()).run;
}

/// Gives the exit status of this file.
int import_one(Context& context, Workspace& workspace, const std::string& file, json::array& answers) {
  try {
    const auto run = import(context, workspace, file);
    if (context.json) answers.push_back(json::object{{"file", json_text(file)}, {"test", run_json(run)}});
    else context.out << tr("{1}: recorded as {2}: {3}, {4}, machine {5}.", {file, run.reference, run.source, choice_label(run.verdict), run.machine}) << '\n';
    return 0;
  } catch (const Problem& problem) {
    if (problem.kind() == ProblemKind::cancelled) throw;
    if (context.json)
      answers.push_back(
          json::object{{"file", json_text(file)},
                       {"error", json::object{{"kind", json_text(word_of(problem.kind()))}, {"sentence", problem.what()}, {"remedy", problem.remedy()}}}});
    else {
      context.err << tr("{1}: not imported: {2}", {file, problem.what()}) << '\n';
      if (!problem.remedy().empty()) context.err << problem.remedy() << '\n';
    }
    return exit_code(problem.kind());
  }
}

} // namespace

int backup_import(Context& context) {
  auto workspace = context.open_workspace();
  json::array answers;
  int status = 0;
  for (const auto& file : context.arguments.all("result"))
    if (const auto own = import_one(context, workspace, file, answers); status == 0) status = own;
  if (context.json) print_json(context.out, json::object{{"results", std::move(answers)}});
  return status;
}

} // namespace hdskit::cli::press
