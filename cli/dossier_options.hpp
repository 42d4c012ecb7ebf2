#pragma once

#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

inline constexpr Option dossier_date_option{.name = "date",
                                            .placeholder = marked("DATE"),
                                            .help = marked("The day as of which the dossier is judged (default: today in Paris)."),
                                            .kind = OptionKind::date};
inline constexpr Option dossier_framework_option{
    .name = "framework",
    .placeholder = marked("FRAMEWORK"),
    .help = marked("The framework that the workspace follows whose dossier is meant, such as hds-v2 (default: its main checklist).")};
inline constexpr Option dossier_output_option{
    .name = "output", .placeholder = marked("FILE"), .help = marked("The PDF to make."), .kind = OptionKind::path, .required = true};

} // namespace hdskit::cli
