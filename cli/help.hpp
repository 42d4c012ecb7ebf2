#pragma once

#include "cli/command.hpp"

#include <iosfwd>

namespace hdskit::cli {

/// All commands by noun, one line each.
void print_overview(std::ostream& out, int width);
/// The commands of one noun.
void print_noun(std::ostream& out, std::string_view noun, int width);
/// What `hdskit <command> --help` says: synopsis, operands, options.
void print_help(std::ostream& out, const Command& command, int width);

/// "hdskit workspace create [OPTION…] FILE"
std::string synopsis(const Command& command);
/// Operands and options with their sentences.
void print_options(std::ostream& out, const Command& command, int width);

/// Where text is broken when standard output is no terminal, or a very wide one.
int text_width(int terminal_width);

} // namespace hdskit::cli
