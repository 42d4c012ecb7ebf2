#pragma once

#include "toolkit/access/access_records.hpp"
#include "toolkit/access/population.hpp"
#include "toolkit/access/workspace_trust.hpp"

namespace hdskit {

/// One certificate of a check of the population, as its details keep it (docs/formats/population-details.md).
struct PopulationCard {
  std::string origin, fingerprint, national_id, name, card, role, card_number; ///< card, role: words for people
  std::string serial, issuer;
  std::optional<Date> not_before, not_after; ///< in UTC
  bool good = false, expiring = false;
  std::vector<std::string> faults; ///< words of CertificateFault, and "wrong_role", "test_hierarchy"
  std::optional<Date> revoked_on;
  std::string state; ///< sentences of what is wrong, "" when it is good
  bool has(std::string_view fault) const;
};
PopulationCard card_of(const PopulationEntry& entry); ///< of an order that was `detailed`

/// Records a check. The figures stay for good; cards and the names of files that could not be read go to a personal file, kept for the days of retention.
PopulationRun record_population(Change& change, const PopulationOrder& order, const WorkspaceTrust& trust, const PopulationReport& report,
                                std::span<const PopulationCard> cards);

/// Nothing once they are forgotten. Throws Problem damaged when they were altered.
std::optional<std::vector<PopulationCard>> cards_of(const Workspace& workspace, const PopulationRun& run);

/// Certificates that end in a month, of those that are good or only about to end: revoked and untrusted ones need no renewal.
struct ExpiryMonth {
  Date first;                        ///< of the month
  std::vector<PopulationCard> cards; ///< the first to end first
};
/// From `today` on, within so many days; months without any are left out.
std::vector<ExpiryMonth> expiry_calendar(std::span<const PopulationCard> cards, Date today, int within);

} // namespace hdskit
