#pragma once

#include "toolkit/exchange/sheet.hpp"

#include <wx/panel.h>

#include <exception>
#include <functional>
#include <string>

class wxDataViewCtrl;
class wxSearchCtrl;
class wxStaticText;

namespace hdskit::gui {

/// What a list and a tree have in common: a native control with a name for readers, an optional search field above, the number of rows and
/// “Export…” below.
class RowsPanel : public wxPanel {
public:
  struct Look {
    std::string name;         ///< for screen readers, and for the file of an export
    bool search = false;      ///< a field above; see on_search
    bool count = true;        ///< the line below: how many rows, and the export
    std::string caution = {}; ///< what the person is asked to mind before the rows are exported
  };

  void focus();        ///< the keyboard to the rows
  void focus_search(); ///< the keyboard to the search field
  /// Asks where to and writes what is listed. The sentence to tell, or "" when the person changed their mind. Throws Problem.
  std::string export_rows();
  wxDataViewCtrl& control() { return *control_; }

  std::function<void(const std::string& words)> on_search;
  /// Where “Export…” tells what it wrote, or what failed.
  std::function<void(const std::string& sentence)> on_told;
  std::function<void(std::exception_ptr)> on_failed;

protected:
  RowsPanel(wxWindow* parent, Look look, long style);
  void show_row_count(std::size_t rows);
  const std::string& name() const { return look_.name; }

private:
  virtual Sheet all_rows() const = 0; ///< for the export
  void export_and_tell();

  Look look_;
  wxDataViewCtrl* control_ = nullptr;
  wxSearchCtrl* search_ = nullptr;
  wxStaticText* count_ = nullptr;
};

} // namespace hdskit::gui
