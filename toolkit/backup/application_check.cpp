#include "toolkit/backup/restore_drill.hpp"
#include "toolkit/backup/trusted_program.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {

/// The program of the hospital's choice. Status 0 is the only pass; one that may not be run, or gives no answer in time, breaks the drill.
void check_application(RestoreDrill& drill) {
  const auto& source = drill.order.source;
  if (source.check_command.empty()) return;
  drill.phase("application_check", false, [&] {
    ChildCommand command;
    command.words = words_of_command(source.check_command);
    if (command.words.empty()) throw Problem{ProblemKind::bad_input, "check_command", tr("The check command names no program."), {}};
    command.words.front() = trusted_program(command.words.front()).string();
    command.environment = drill.restored.check_environment;
    const auto& tree = drill.restored.tree.empty() ? drill.scratch->folder("restored") : drill.restored.tree;
    command.environment.emplace_back("HDSKIT_RESTORED", tree.string());
    command.folder = drill.scratch->folder("check");
    const auto result = drill.access().run(std::move(command), "check_command");
    drill.report.checks.push_back({"check_command", result.succeeded(), result.status,
                                   result.succeeded() ? tr("The check of the application passed.")
                                                      : tr("The check of the application failed with status {1}.", {std::to_string(result.status)}),
                                   true});
  });
}

} // namespace hdskit
