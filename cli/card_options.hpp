#pragma once

#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

// The options of the commands that sign with a card.
inline constexpr Option card_module_option{.name = "module",
                                           .placeholder = marked("FILE"),
                                           .help = marked("The PKCS#11 module of the reader: that of OpenSC or of the ANS."),
                                           .kind = OptionKind::path};
inline constexpr Option pin_descriptor_option{.name = "pin-fd",
                                              .placeholder = marked("NUMBER"),
                                              .help = marked("An open descriptor from which the PIN is read; otherwise it is asked for at the terminal."),
                                              .kind = OptionKind::number};
inline constexpr Option token_option{.name = "token", .placeholder = marked("NAME"), .help = marked("The card, by its label, when several are in readers.")};
inline constexpr Option list_file_option{.name = "crl",
                                         .placeholder = marked("FILE"),
                                         .help = marked("A revocation list besides those of the workspace; may be given several times."),
                                         .kind = OptionKind::path,
                                         .repeatable = true};
} // namespace hdskit::cli
