#pragma once

#include "gui/presenter/rows.hpp"
#include "gui/presenter/standing.hpp"

#include <string>
#include <vector>

namespace hdskit::gui {

/// Where a row or a tile leads: a page, and what it shows there ("" : the page as it is).
struct Destination {
  std::string page, subject;
  bool operator==(const Destination&) const = default;
};
/// Rows of the dashboard bear their destination as key.
std::string key_of(const Destination& destination, std::size_t row);
Destination destination_of(const std::string& key);

Destination destination_of(const Gap& gap, const DossierInput& input);

/// A bar with its words beside.
struct Progression {
  int done = 0, all = 0;
  std::string words; ///< "Answered: 96 of 104 items (92 %)"
};

/// What a new hospital does first.
struct FirstStep {
  bool done = false;
  std::string title;
  Destination destination;
};

struct Dashboard {
  std::string hospital;
  std::string verdict; ///< begins with its symbol
  Tone tone = Tone::neutral;
  Progression answered, demonstrated;
  std::vector<FirstStep> first_steps; ///< empty once the hospital is described and the first answers are given
  ListRows shares, due, findings;
  std::string more_findings; ///< "All 42 gaps"
};
Dashboard dashboard_of(const Standing& standing);

constexpr std::size_t findings_shown = 10;

/// What changed since yesterday, by record: the latest first. Reads the journal; good for a thread of its own.
ListRows changes_since_yesterday(const Workspace& workspace, Date today);

} // namespace hdskit::gui
