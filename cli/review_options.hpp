#pragma once

#include "cli/option.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

// The inputs of a review of who may enter.
inline constexpr Option accounts_option{
    .name = "accounts",
    .placeholder = marked("FILE"),
    .help = marked("Accounts of the applications, as CSV: login, and what is known of application, name, RPPS, role, state, last login, means, owner."),
    .kind = OptionKind::path,
    .required = true};
inline constexpr Option cards_option{
    .name = "cards", .placeholder = marked("FILE"), .help = marked("The open file of card holders (Porteurs_CPS_CPF)."), .kind = OptionKind::path};
inline constexpr Option people_option{.name = "people",
                                      .placeholder = marked("FILE"),
                                      .help = marked("Export of human resources, as CSV: matricule, name, RPPS, arrival, departure, unit, profession."),
                                      .kind = OptionKind::path};
inline constexpr Option directory_option{.name = "directory",
                                         .placeholder = marked("FILE"),
                                         .help = marked("Extract of the directory of professionals (PS_LibreAcces_Personne_activite)."),
                                         .kind = OptionKind::path};
inline constexpr Option directory_answers_option{.name = "directory-answers",
                                                 .placeholder = marked("FILE"),
                                                 .help = marked("What the directory’s interface answered (hdskit access directory ask)."),
                                                 .kind = OptionKind::path};
inline constexpr Option logs_option{.name = "logs",
                                    .placeholder = marked("FILE"),
                                    .help = marked("An access log, as CSV or as audit messages in syslog; may be given several times, in the order of time."),
                                    .kind = OptionKind::path,
                                    .repeatable = true};
inline constexpr Option stays_option{.name = "stays",
                                     .placeholder = marked("FILE"),
                                     .help = marked("Stays of patients, as CSV: patient, unit, entry, exit, family name."),
                                     .kind = OptionKind::path};
inline constexpr Option watched_option{.name = "watched",
                                       .placeholder = marked("FILE"),
                                       .help = marked("Patients under reinforced protection, as CSV: patient, from, until, family name; never copied."),
                                       .kind = OptionKind::path};
inline constexpr Option decisions_option{
    .name = "decisions",
    .placeholder = marked("FILE"),
    .help = marked("Decisions of the last review, as CSV: application, login, decision, reviewer, date, evidence, carried out on."),
    .kind = OptionKind::path};
inline constexpr Option policy_option{.name = "policy",
                                      .placeholder = marked("FILE"),
                                      .help = marked("The policy of the house, as JSON: time limits, role matrix, expected FINESS numbers, generic logins."),
                                      .kind = OptionKind::path};

} // namespace hdskit::cli
