#pragma once

#include "gui/presenter/form.hpp"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <vector>

class wxButton;
class wxScrolledWindow;

namespace hdskit::gui {

class FieldRow;

/// The controls of a Form, label beside control, the fault below it; “Save” and “Discard” in a row at the bottom, enabled when something changed.
class FormView : public wxPanel {
public:
  struct Look {
    std::string name;    ///< for screen readers
    bool buttons = true; ///< the row at the bottom
  };
  FormView(wxWindow* parent, Look look);
  ~FormView() override;

  /// Builds the controls anew when the fields are others, else fills them. The form must outlive the view or the next show(); it is typed into.
  void show(Form& form);
  void clear(); ///< no form: nothing is shown
  /// The values of the form changed in the code (start, follow): fills the controls that differ, keeping the keyboard and the caret where they are.
  void refresh();
  /// Faults are told anew, for instance after Form::tell_all().
  void tell_faults();
  void focus(std::size_t field);
  void focus(); ///< the first field
  std::optional<std::size_t> focused_field() const;
  void enable_save(bool always) {
    save_always_ = always;
    update_buttons();
  } ///< a new record may be saved before anything is typed

  std::function<void()> on_edit; ///< the person changed a field: the form knows it already
  std::function<void()> on_save, on_discard;

private:
  friend class FieldRow;
  void build();
  void edited(std::size_t field, const std::string& text);
  void left(std::size_t field);
  void update_buttons();
  void fit_rows();

  Look look_;
  Form* form_ = nullptr;
  wxScrolledWindow* area_ = nullptr;
  std::vector<FieldRow*> rows_;
  wxButton *save_ = nullptr, *discard_ = nullptr;
  bool save_always_ = false;
};

} // namespace hdskit::gui
