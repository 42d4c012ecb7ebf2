#pragma once

#include "gui/pages/record_pane.hpp"
#include "gui/pages/tabbed_page.hpp"
#include "gui/presenter/continuity_map.hpp"

#include <string>
#include <string_view>

namespace hdskit::gui::pages {

/// A tab of the page “Continuity”. To send the person to another record, whichever tab shows it: desk.go_to("continuity", "activity:ACT4").
using ContinuityPane = TabPane<ContinuityMap>;

/// The form of one record of continuity, whatever its kind, with what the check found of it said above.
class ContinuityRecord : public RecordPane {
public:
  ContinuityRecord(wxWindow* parent, const Desk& desk);

  void follow_continuity(std::shared_ptr<const ContinuityMap> map); ///< another revision
  void open(const std::string& row_key);                            ///< what row_record() reads; throws Problem not_found
  void add(std::string_view kind, Assignments proposed = {});       ///< a new one; does nothing when what is typed cannot be saved

  std::string_view kind() const; ///< "" : no record is shown
  std::string row_key() const;   ///< "" : none, or a new one
  std::string reference() const; ///< as it is recorded, or what tells the record from others; "" : none, or a new one

private:
  const Desk& desk_;
  std::shared_ptr<const ContinuityMap> map_;
};

} // namespace hdskit::gui::pages
