#pragma once

#include "gui/presenter/risk_map.hpp"
#include "gui/presenter/session.hpp"
#include "toolkit/risk/catalogue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

/// Choosing scenarios of the catalogue for the register: several at once, with search.
class ScenarioChoice {
public:
  explicit ScenarioChoice(const Study& study);

  struct Line {
    std::string id, label; ///< label: “Cyberattaque – Rançongiciel”, before it the risk that bears its name already
    bool chosen = false;
    bool operator==(const Line&) const = default;
  };
  const std::vector<Line>& lines() const { return shown_; } ///< those that hold the words sought
  void seek(std::string_view words);
  void choose(std::size_t line, bool chosen);  ///< of lines()
  std::string details(std::size_t line) const; ///< what the scenario says, for reading
  std::string sentence() const;                ///< how many there are, are shown, are chosen
  std::vector<std::string> chosen() const;     ///< ids, in the order of the catalogue

private:
  struct Entry {
    const CatalogueScenario* scenario;
    std::string label, recorded = {}; ///< recorded: reference of the risk that bears its name already
    bool chosen = false;
  };
  std::vector<Entry> all_;
  std::vector<std::size_t> places_; ///< of the lines shown
  std::vector<Line> shown_;
};

/// All or none, as one step that undo takes back: the references of the new risks.
std::vector<std::string> adopt_scenarios(Session& session, const std::vector<std::string>& ids, bool with_measures);

} // namespace hdskit::gui
