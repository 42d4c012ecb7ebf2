#pragma once

#include "gui/presenter/risk_map.hpp"

#include <wx/panel.h>

#include <memory>
#include <string>
#include <string_view>

namespace hdskit::gui::pages {

/// A tab of the page “Risks”. To send the person to another record, whichever tab shows it: desk.go_to("risks", "measure:MS4").
class RisksPane : public wxPanel {
public:
  using wxPanel::wxPanel;

  /// The study has another revision, or the tab comes into sight: keeps what is chosen and what is being typed. Only called while the tab is in sight.
  virtual void show(std::shared_ptr<const RiskMap> map) = 0;
  /// Whether records of this kind ("measure") are shown here; the first tab that says so reveals them.
  virtual bool shows(std::string_view kind) const = 0;
  /// Called once show() was. `reference` may be "": the kind as a whole.
  virtual void reveal(const std::string& kind, const std::string& reference) = 0;
  virtual bool settle() { return true; } ///< as BuiltPage has it; asked before the tab is left too
  virtual void focus() = 0;
  virtual void search() { focus(); } ///< Ctrl+F
};

} // namespace hdskit::gui::pages
