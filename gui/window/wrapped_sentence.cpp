#include "gui/window/wrapped_sentence.hpp"

#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"

#include <wx/dcclient.h>

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr int narrowest = 120; ///< device-independent pixels

} // namespace

WrappedSentence::WrappedSentence(wxWindow* parent) : wxStaticText{parent, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE} {
  SetFont(GetFont().Bold());
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    if (event.GetSize().GetWidth() != width_) CallAfter(&WrappedSentence::wrap); // laying out anew while being laid out is undefined
  });
}

void WrappedSentence::say(const Cell& sentence) {
  SetForegroundColour(colour(sentence.tone));
  whole_ = text(sentence.text);
  name_for_readers(*this, sentence.text);
  wrap();
}

void WrappedSentence::wrap() {
  width_ = GetSize().GetWidth();
  SetLabelText(whole_);
  Wrap(std::max(FromDIP(narrowest), width_));
  const wxSize least{FromDIP(narrowest), wxClientDC{this}.GetMultiLineTextExtent(GetLabel()).GetHeight()};
  if (least == GetMinSize()) return;
  SetMinSize(least);
  GetParent()->Layout();
}

} // namespace hdskit::gui
