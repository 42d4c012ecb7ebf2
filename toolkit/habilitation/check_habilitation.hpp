#pragma once

#include "toolkit/habilitation/habilitation.hpp"

namespace hdskit {

enum class HabilitationSeverity { high, medium };
std::string_view word_of(HabilitationSeverity severity);

/// What does not hold in the register.
struct HabilitationFinding {
  std::string_view rule; ///< stable: "account-outlives-access", …
  HabilitationSeverity severity = HabilitationSeverity::medium;
  std::string subject; ///< reference
  std::string sentence;
};

inline constexpr int months_between_authorisation_reviews = 12; ///< référentiel SNDS 2017, 8.2; 2024, 8.2
inline constexpr int years_after_publication = 2;               ///< MR-006: access to the data, after the last publication

/// Rules: account-outlives-access (ended and not closed), access-outlives-project, not-trained (SNDS: before the first access), no-undertaking,
/// conditions-not-signed, review-overdue, no-registration-authority, several-identifiers, not-registered (MR-005 to MR-008: the public directory, before the
/// access), no-laboratory (MR-006), convention-ended, kept-too-long, output-undecided (older than a month), output-without-check. Pure, in the order of
/// projects, persons, outputs.
std::vector<HabilitationFinding> check_habilitation(const Habilitation& habilitation, Date today);

/// The next day by which something of it is to be done: review of the authorisations, end of an access, end of a convention.
struct HabilitationDay {
  Date day;
  std::string_view kind; ///< "review", "end", "convention"
  std::string subject;
  std::string sentence;
};
std::vector<HabilitationDay> habilitation_days(const Habilitation& habilitation);

bool is_open(const AuthorisedPerson& person, Date today); ///< started, and its account is not closed

} // namespace hdskit
