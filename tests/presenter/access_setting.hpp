#pragma once

#include "gui/presenter/access_map.hpp"
#include "gui/presenter/rows.hpp"

#include <gmock/gmock.h>

namespace tests {

inline const hdskit::Date access_day = *hdskit::Date::of(2026, 11, 22);

inline hdskit::gui::AccessMap empty_access() { return {{}, {}, {}, {}, false, {}, access_day}; }

inline hdskit::CampaignLine account(std::int64_t number, const std::string& login, const std::string& name) {
  hdskit::CampaignLine line;
  line.number = number;
  line.application = "DPI";
  line.login = login;
  line.name = name;
  line.role = "Infirmier";
  line.state = "active";
  return line;
}

/// Four accounts, of which the second has a finding and the fourth is new; nothing is decided.
inline hdskit::gui::CampaignWork sample_work() {
  hdskit::gui::CampaignWork work;
  work.campaign.reference = "RH1";
  work.campaign.title = "Revue 2026";
  work.campaign.previous = "RH0";
  work.frozen.lines = {account(1, "aleroy", "Anne Leroy"), account(2, "bpetit", "Bruno Petit"), account(3, "cmartin", "Claire Martin"),
                       account(4, "dmoreau", "David Moreau")};
  work.frozen.lines[1].findings = {{"dormant", "low", "The account was not used for 400 days.", "line 3 of the accounts"},
                                   {"departed", "high", "Bruno Petit left on 1 March 2026.", "line 2 of the people"}};
  work.frozen.lines[0].last_decision = "keep";
  work.frozen.lines[3].differences = {"new"};
  return work;
}

inline hdskit::CampaignDecision decision(std::int64_t line, hdskit::LineDecision decided, const std::string& reason = "") {
  hdskit::CampaignDecision made;
  made.line = line;
  made.decision = decided;
  made.reason = reason;
  made.reviewer = "Hélène Rousset";
  made.day = access_day;
  return made;
}

inline std::vector<std::string> shown_column(const hdskit::gui::ListRows& rows, std::size_t place) {
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < rows.count; ++row) texts.push_back(rows.cells(row).at(place).text);
  return texts;
}

inline std::vector<std::string> shown_keys(const hdskit::gui::ListRows& rows) {
  std::vector<std::string> found;
  for (std::size_t row = 0; row < rows.count; ++row) found.push_back(rows.key(row));
  return found;
}

inline std::string told(const std::vector<hdskit::gui::Cell>& lines) {
  std::string words;
  for (const auto& line : lines) words += line.text + "\n";
  return words;
}

} // namespace tests
