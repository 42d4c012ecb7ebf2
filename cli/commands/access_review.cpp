#include "cli/command.hpp"

#include "cli/press.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "accounts",
     .placeholder = marked("FILE"),
     .help = marked("Accounts of the applications, as CSV: login, and what is known of application, name, RPPS, role, state, last login, means, owner."),
     .kind = OptionKind::path,
     .required = true},
    {.name = "cards", .placeholder = marked("FILE"), .help = marked("The open file of card holders (Porteurs_CPS_CPF)."), .kind = OptionKind::path},
    {.name = "people",
     .placeholder = marked("FILE"),
     .help = marked("Export of human resources, as CSV: matricule, name, RPPS, arrival, departure, unit, profession."),
     .kind = OptionKind::path},
    {.name = "directory",
     .placeholder = marked("FILE"),
     .help = marked("Extract of the directory of professionals (PS_LibreAcces_Personne_activite)."),
     .kind = OptionKind::path},
    {.name = "logs",
     .placeholder = marked("FILE"),
     .help = marked("An access log, as CSV; may be given several times, in the order of time."),
     .kind = OptionKind::path,
     .repeatable = true},
    {.name = "stays", .placeholder = marked("FILE"), .help = marked("Stays of patients, as CSV: patient, unit, entry, exit."), .kind = OptionKind::path},
    {.name = "decisions",
     .placeholder = marked("FILE"),
     .help = marked("Decisions of the last review, as CSV: application, login, decision, reviewer, date, evidence, carried out on."),
     .kind = OptionKind::path},
    {.name = "policy",
     .placeholder = marked("FILE"),
     .help = marked("The policy of the house, as JSON: time limits, role matrix, expected FINESS numbers, generic logins."),
     .kind = OptionKind::path},
    {.name = "at", .placeholder = marked("DATE"), .help = marked("The day of the review (default: today)."), .kind = OptionKind::date},
};

} // namespace

extern const Command access_review;
const Command access_review{
    .name = "access review",
    .summary = marked("Review who may enter: accounts, staff, cards, directory and access logs set beside each other"),
    .options = options,
    .json = true,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
