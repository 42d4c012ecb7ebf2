#pragma once

#include "cli/command.hpp"
#include "toolkit/base/translate.hpp"

#include <iosfwd>
#include <optional>
#include <string>

namespace hdskit::cli {

/// The Markdown of a manual page, carried inside the program: description, exit status, examples.
/// Name, synopsis and options are not in it: they are made from the table of options. Nothing when there is no such page.
std::optional<std::string> manual_source(std::string_view stem, Language language);

/// The whole page, as plain text in the current language.
void print_manual(std::ostream& out, const Command& command, int width);

} // namespace hdskit::cli
