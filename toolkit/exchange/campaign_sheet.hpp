#pragma once

#include "toolkit/access/campaign_decisions.hpp"
#include "toolkit/access/campaign_lines.hpp"
#include "toolkit/exchange/csv.hpp"
#include "toolkit/exchange/sheet.hpp"

namespace hdskit {

/// The lines of a review campaign with their decisions, to be filled in by those who answer for the accounts. What people read, in their language.
Sheet campaign_sheet(const std::string& title, const FrozenCampaign& frozen, const std::vector<CampaignDecision>& decisions);

/// What the decisions of a table would do.
struct DecisionImport {
  std::vector<CampaignDecision> taken; ///< those that are new or different
  int unchanged = 0, left_open = 0;    ///< left_open: rows without a decision
  std::vector<CsvDefect> refused;      ///< all reasons not to import; then nothing is
};
/// Headings in French or English, whatever their order; only the number of the line (or the login), the decision, its reason and the reviewer are needed. A row
/// is refused when its login is not that of its line: rows that slipped decide on nobody. An empty decision leaves what stands; “à décider” takes it back.
/// `reviewer` and `day`: where the table names none.
DecisionImport preview_decisions(const FrozenCampaign& frozen, const std::vector<CampaignDecision>& decisions, const CsvReading& reading,
                                 const std::string& reviewer, Date day);

} // namespace hdskit
