#pragma once

#include "gui/window/picture_sheet.hpp"

#include <wx/panel.h>

#include <exception>

class wxButton;
class wxStaticText;

namespace hdskit::gui {

/// A figure that a person can look at closely and point at, with the buttons for its size and for saving it. A table beside it should say the same in
/// words; readers hear the name of each region, and the alternative of the figure as the description.
class PictureCanvas : public wxPanel {
public:
  struct Look {
    std::string name; ///< for screen readers, and for the file of an export
    bool bar = true;  ///< the row with the buttons; the context menu says the same
  };
  PictureCanvas(wxWindow* parent, Look look);

  void show(page::MappedDrawing picture); ///< keeps zoom, what is chosen and where the keyboard is
  void choose(const std::string& key);    ///< rings the regions of that key, without on_choose; "" : none
  const std::string& chosen() const { return sheet_->chosen(); }
  const page::MappedDrawing& picture() const { return sheet_->picture(); }
  /// Where the keyboard or the last click is, when figures beside each other hold the same key; nullptr: nowhere.
  const page::Region* pointed_at() const { return sheet_->pointed_at(); }
  void set_zoom(PictureZoom zoom) { sheet_->set_zoom(zoom); }
  void focus() { sheet_->SetFocus(); }

  /// Asks where to and writes the picture as SVG or PNG. The sentence to tell, or "" when the person changed their mind. Throws Problem.
  std::string export_picture();

  std::function<void(const std::string& key)> on_choose; ///< by the person; "" : let go
  std::function<void(const std::string& key)> on_open;
  /// Where saving tells what it wrote, or what failed.
  std::function<void(const std::string& sentence)> on_told;
  std::function<void(std::exception_ptr)> on_failed;

private:
  wxSizer* new_bar();
  wxButton* new_button(const std::string& label, const std::string& name, std::function<void()> run);
  void show_menu();
  void show_zoom();
  void export_and_tell();

  Look look_;
  PictureSheet* sheet_ = nullptr;
  wxStaticText* zoom_ = nullptr;
};

} // namespace hdskit::gui
