#include "cli/framework_options.hpp"

#include "toolkit/requirements/known_frameworks.hpp"

namespace hdskit::cli {

Checklist chosen_checklist(const Workspace& workspace, const Arguments& arguments) { return framework_checklist(workspace, arguments.text("framework")); }

std::vector<Checklist> chosen_checklists(const Workspace& workspace, const Arguments& arguments) {
  std::vector<Checklist> checklists;
  if (!arguments.has("framework")) checklists.push_back(framework_checklist(workspace, ""));
  else
    for (const auto& id : arguments.all("framework")) checklists.push_back(framework_checklist(workspace, id));
  return checklists;
}

std::optional<Workspace> workspace_if_named(const Context& context) {
  if (!context.arguments.has("workspace") && context.surroundings.variable("HDSKIT_WORKSPACE").empty()) return std::nullopt;
  return context.open_workspace();
}

Checklist framework_called(const std::optional<Workspace>& workspace, std::string_view id) {
  return workspace ? known_framework(*workspace, id) : known_framework(id);
}

json::array text_array(const std::vector<std::string>& texts) { return json::array(texts.begin(), texts.end()); }

} // namespace hdskit::cli
