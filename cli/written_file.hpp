#pragma once

#include "cli/context.hpp"
#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

/// "--output FILE" of the commands that print when it is not given.
inline constexpr Option output_option{
    .name = "output", .placeholder = marked("FILE"), .help = marked("Where to write it (default: standard output)."), .kind = OptionKind::path};

/// Writes `text` to the file of --output, or prints it.
void deliver(Context& context, std::string_view text);

} // namespace hdskit::cli
