#pragma once

#include <wx/panel.h>

#include <string>

class wxStaticText;

namespace hdskit::gui {

/// A share as a bar, with the words that say it beside: the drawing alone tells nothing that the words do not.
class ProgressLine : public wxPanel {
public:
  explicit ProgressLine(wxWindow* parent);
  void show(const std::string& words, int done, int all);

private:
  void draw();
  wxWindow* bar_ = nullptr;
  wxStaticText* words_ = nullptr;
  int done_ = 0, all_ = 0;
};

} // namespace hdskit::gui
