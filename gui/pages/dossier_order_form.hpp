#pragma once

#include "gui/presenter/dossier_order.hpp"
#include "gui/window/form_control.hpp"

#include <wx/panel.h>

class wxCheckBox;
class wxFlexGridSizer;
class wxStaticText;
class wxTextCtrl;

namespace hdskit::gui {

/// The controls of an OrderTexts: date, version, contents, where to write.
class OrderForm : public wxPanel {
public:
  explicit OrderForm(wxWindow* parent);

  void fill(const OrderTexts& texts);
  OrderTexts texts() const;

  std::function<void()> on_change; ///< by the person only

private:
  void add_date(wxFlexGridSizer& grid);
  void add_version(wxFlexGridSizer& grid);
  void add_contents(wxFlexGridSizer& grid);
  void add_output(wxFlexGridSizer& grid);
  /// One of both, with the line for its fault below.
  wxStaticText* add_with_fault(wxFlexGridSizer& grid, wxWindow* control, wxSizer* line);
  void choose_output();
  void changed();
  void tell_faults();

  std::string framework_; ///< is chosen for the page as a whole
  FormControl date_;
  wxTextCtrl *version_ = nullptr, *output_ = nullptr;
  wxCheckBox *annexes_ = nullptr, *odt_ = nullptr;
  wxStaticText *date_fault_ = nullptr, *output_fault_ = nullptr;
};

} // namespace hdskit::gui
