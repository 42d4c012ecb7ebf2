#pragma once

#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

inline constexpr Option dossier_date_option{.name = "date",
                                            .placeholder = marked("DATE"),
                                            .help = marked("The day as of which the dossier is judged (default: today in Paris)."),
                                            .kind = OptionKind::date};
inline constexpr Option dossier_output_option{
    .name = "output", .placeholder = marked("FILE"), .help = marked("The PDF to make."), .kind = OptionKind::path, .required = true};

} // namespace hdskit::cli
