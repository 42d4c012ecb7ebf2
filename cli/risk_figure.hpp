#pragma once

#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

inline constexpr Option figure_output_option{
    .name = "output", .placeholder = marked("FILE"), .help = marked("The picture to make: SVG or PNG, by the ending of its name."), .kind = OptionKind::path};
inline constexpr Option required_figure_option{.name = "output",
                                               .placeholder = marked("FILE"),
                                               .help = marked("The picture to make: SVG or PNG, by the ending of its name."),
                                               .kind = OptionKind::path,
                                               .required = true};

} // namespace hdskit::cli
