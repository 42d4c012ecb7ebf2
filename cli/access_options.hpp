#pragma once

#include "cli/context.hpp"
#include "cli/referenced_record.hpp"
#include "toolkit/access/access_store.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

// What the commands on access have in common.

inline constexpr Option access_target_operand{
    .name = "target", .placeholder = marked("NAME"), .help = marked("The declared endpoint, by its name."), .required = true};
inline constexpr Option access_list_operand{
    .name = "list", .placeholder = marked("NAME"), .help = marked("The source of the list, by its name."), .required = true};
inline constexpr Option access_anchor_operand{
    .name = "anchor", .placeholder = marked("NAME"), .help = marked("The trusted authority, by its name."), .required = true};
inline constexpr Option list_cache_option{.name = "lists",
                                          .placeholder = marked("FOLDER"),
                                          .help = marked("The private folder where downloaded lists are kept (default: hdskit/lists in your cache folder)."),
                                          .kind = OptionKind::path};
inline constexpr Option access_plugin_option{
    .name = "plugin", .placeholder = nullptr, .help = marked("One line for Nagios or Centreon, with its exit statuses."), .kind = OptionKind::flag};

/// The record that the operand names. Throws Problem not_found with the closest.
ReferencedRecord find_access_record(const Workspace& workspace, std::string_view kind, const std::string& reference);

/// --lists, else hdskit/lists under XDG_CACHE_HOME, else under the folder .cache of HOME. Throws Problem bad_input when nothing says where.
std::filesystem::path list_cache_folder(const Context& context);

/// Adds a record of the options that were given: "name" is its reference, the others bear the names of its fields.
void add_access_record(Context& context, std::string_view kind, std::span<const Option> options);
void print_access_record(Context& context, const Workspace& workspace, const ReferencedRecord& found);
int print_access_fields(Context& context, std::string_view kind);

} // namespace hdskit::cli
