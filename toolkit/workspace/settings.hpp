#pragma once

#include "toolkit/workspace/workspace.hpp"

#include <optional>
#include <string>

namespace hdskit {

/// Named texts of the workspace (its checklist, its own templates, its choices). Journalled like everything else.
std::optional<std::string> setting(const Workspace& workspace, const std::string& name);
void set_setting(Change& change, const std::string& name, const std::string& value);
void remove_setting(Change& change, const std::string& name);
std::vector<std::string> setting_names(const Workspace& workspace, const std::string& prefix);

} // namespace hdskit
