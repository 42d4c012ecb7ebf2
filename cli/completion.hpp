#pragma once

#include <iosfwd>

namespace hdskit::cli {

/// A bash script that completes commands, options, their choices and file names; made from the same tables as the help.
/// It needs nothing but bash 4.
void print_bash_completion(std::ostream& out);

} // namespace hdskit::cli
