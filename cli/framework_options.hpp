#pragma once

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/requirements/framework_store.hpp"

namespace hdskit::cli {

// What the commands have in common that can be asked about a framework beside the main checklist.

inline constexpr Option framework_option{.name = "framework",
                                         .placeholder = marked("FRAMEWORK"),
                                         .help = marked("A framework that the workspace follows, such as hds-v2 (default: its main checklist).")};
inline constexpr Option frameworks_option{
    .name = "framework",
    .placeholder = marked("FRAMEWORK"),
    .help = marked("A framework that the workspace follows, such as hds-v2; may be given again (default: its main checklist)."),
    .repeatable = true};
inline constexpr Option framework_operand{
    .name = "framework", .placeholder = marked("FRAMEWORK"), .help = marked("The id of a framework, such as hds-v2."), .required = true};

/// From --framework: the main checklist when it was not given. Throws Problem not_found.
Checklist chosen_checklist(const Workspace& workspace, const Arguments& arguments);
std::vector<Checklist> chosen_checklists(const Workspace& workspace, const Arguments& arguments);

/// A workspace when one was named, by option or by environment.
std::optional<Workspace> workspace_if_named(const Context& context);
/// As that workspace keeps it, or as it comes with the program.
Checklist framework_called(const std::optional<Workspace>& workspace, std::string_view id);

json::array text_array(const std::vector<std::string>& texts);

} // namespace hdskit::cli
