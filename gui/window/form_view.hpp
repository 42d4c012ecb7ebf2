#pragma once

#include "gui/presenter/form.hpp"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class wxButton;
class wxFlexGridSizer;
class wxScrolledWindow;

namespace hdskit::gui {

/// The controls of a Form, label beside control, the fault below it; “Save” and “Discard” in a row at the bottom, enabled when something changed.
class FormView : public wxPanel {
public:
  struct Look {
    std::string name;    ///< for screen readers
    bool buttons = true; ///< the row at the bottom
  };
  FormView(wxWindow* parent, Look look);
  ~FormView() override;

  /// Builds the controls anew when the fields are others, else fills them. The view types into the form, which must outlive it or the next show().
  void show(Form& form);
  void clear(); ///< no form: nothing is shown
  /// The form changed in the code (start, follow, offer): what differs is filled in, the keyboard and the caret stay where they are.
  void refresh();
  void tell_faults();            ///< anew, for instance after Form::tell_all()
  void focus(std::size_t field); ///< the keyboard to that field, in sight
  void focus_first() { focus(0); }

  std::function<void()> on_edit; ///< the person changed a field: the form knows it already
  std::function<void()> on_save, on_discard;

private:
  struct Row; ///< one field
  wxSizer* new_buttons();
  void build();
  void add_row(wxSizer& grid, std::size_t field);
  void edited(std::size_t field, const std::string& text);
  void left(std::size_t field);
  bool tell_fault(std::size_t field);
  void show_rows_in_use();
  void update_buttons();
  void fit_rows();

  Look look_;
  Form* form_ = nullptr;
  wxScrolledWindow* area_ = nullptr;
  wxFlexGridSizer* grid_ = nullptr; ///< of the area: labels beside the controls, above them where it is narrow
  std::vector<std::unique_ptr<Row>> rows_;
  wxButton *save_ = nullptr, *discard_ = nullptr;
};

} // namespace hdskit::gui
