#pragma once

#include "gui/presenter/cell.hpp"

#include <wx/stattext.h>

namespace hdskit::gui {

/// A sentence above a list that says where things stand: bold, in its tone, broken to the width that it has, so that none of it is cut.
class WrappedSentence : public wxStaticText {
public:
  explicit WrappedSentence(wxWindow* parent);
  void say(const Cell& sentence);

private:
  void wrap();
  wxString whole_;
  int width_ = 0; ///< for which it is broken now
};

} // namespace hdskit::gui
