#pragma once

#include "cli/context.hpp"
#include "cli/referenced_record.hpp"
#include "toolkit/backup/backup_store.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

// What the commands on backups have in common.

inline constexpr Option backup_source_operand{
    .name = "source", .placeholder = marked("NAME"), .help = marked("The backup source, by its name."), .required = true};
inline constexpr Option any_backup_source_operand{
    .name = "source", .placeholder = marked("NAME"), .help = marked("The backup source, by its name (default: all).")};
inline constexpr Option backup_machine_operand{.name = "machine", .placeholder = marked("NAME"), .help = marked("The machine, by its name."), .required = true};
inline constexpr Option plugin_option{
    .name = "plugin", .placeholder = nullptr, .help = marked("One line for Nagios or Centreon, with its exit statuses."), .kind = OptionKind::flag};
inline constexpr Option metrics_option{.name = "metrics",
                                       .placeholder = marked("FILE"),
                                       .help = marked("Also write the figures to this file, as the textfile collector of Prometheus reads them."),
                                       .kind = OptionKind::path};

/// The record that the operand names. Throws Problem not_found with the closest.
ReferencedRecord find_backup_record(const Workspace& workspace, std::string_view kind, const std::string& reference);

/// The label of a choice, by its value.
template <typename E> std::string choice_label(E value) { return tr(choices_of(value)[static_cast<std::size_t>(value)].label); }

} // namespace hdskit::cli
