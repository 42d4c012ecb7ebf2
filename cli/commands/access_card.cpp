#include "cli/command.hpp"

#include "cli/press.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "module",
     .placeholder = marked("FILE"),
     .help = marked("The PKCS#11 module of the reader: that of OpenSC or of the ANS."),
     .kind = OptionKind::path,
     .required = true},
    {.name = "pin-fd",
     .placeholder = marked("NUMBER"),
     .help = marked("An open descriptor from which the PIN is read; otherwise it is asked for at the terminal, or possession is not proven."),
     .kind = OptionKind::number},
    {.name = "token", .placeholder = marked("NAME"), .help = marked("The card, by its label, when several are in readers.")},
    {.name = "sign", .placeholder = marked("FILE"), .help = marked("Sign this file with the signature certificate of the card."), .kind = OptionKind::path},
    {.name = "output", .placeholder = marked("FILE"), .help = marked("With --sign: the detached signature to write (CMS, DER)."), .kind = OptionKind::path},
};

} // namespace

extern const Command access_card;
const Command access_card{
    .name = "access card",
    .summary = marked("Read the cards in the readers, prove that they hold their keys, sign with them"),
    .options = options,
    .json = true,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
