#pragma once

#include "gui/pages/record_pane.hpp"
#include "gui/presenter/risk_map.hpp"

#include <string>
#include <string_view>

namespace hdskit::gui::pages {

/// The form of one record of the study, whatever its kind, with what follows from it said above.
class RisksRecord : public RecordPane {
public:
  RisksRecord(wxWindow* parent, const Desk& desk);

  /// The study has another revision.
  void follow_study(std::shared_ptr<const RiskMap> map);
  void open(std::string_view kind, std::string_view reference); ///< throws Problem not_found
  void add(std::string_view kind, Assignments proposed = {});   ///< a new one, with the next free reference; does nothing when what is typed cannot be saved

  std::string_view kind() const; ///< "" : no record is shown
  std::string reference() const; ///< as it is recorded; "" : none, or a new one
  bool is(std::string_view kind, std::string_view reference) const { return this->kind() == kind && this->reference() == reference; }

private:
  const Desk& desk_;
  std::shared_ptr<const RiskMap> map_;
};

} // namespace hdskit::gui::pages
