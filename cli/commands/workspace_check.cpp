#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/workspace/care.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto defects = check_workspace(workspace, context.start_progress());
  if (context.json) {
    print_json(context.out, json::object{{"sound", defects.empty()}, {"defects", json::array(defects.begin(), defects.end())}});
  } else {
    for (const auto& defect : defects) context.out << defect << '\n';
    if (defects.empty()) context.out << tr("The workspace “{1}” is sound.", {workspace.location()}) << '\n';
  }
  return defects.empty() ? 0 : 1;
}

} // namespace

extern const Command workspace_check;
const Command workspace_check{
    .name = "workspace check",
    .summary = marked("Examine a workspace: storage, journal, documents, references"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
