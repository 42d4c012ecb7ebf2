#include "gui/window/progress_line.hpp"

#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/dcbuffer.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr int bar_width = 180, bar_height = 12; ///< device-independent pixels

} // namespace

ProgressLine::ProgressLine(wxWindow* parent) : wxPanel{parent} {
  auto* row = new wxBoxSizer{wxHORIZONTAL};
  bar_ = new wxWindow{this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize{bar_width, bar_height})};
  bar_->SetMinSize(FromDIP(wxSize{bar_width, bar_height}));
  bar_->SetBackgroundStyle(wxBG_STYLE_PAINT);
  bar_->SetCanFocus(false);
  bar_->Bind(wxEVT_PAINT, [this](wxPaintEvent&) { draw(); });
  words_ = new wxStaticText{this, wxID_ANY, ""};
  row->Add(bar_, wxSizerFlags{}.CenterVertical());
  row->Add(words_, wxSizerFlags{1}.CenterVertical().Border(wxLEFT, FromDIP(2 * gap)));
  SetSizer(row);
}

void ProgressLine::show(const std::string& words, int done, int all) {
  done_ = done;
  all_ = all;
  words_->SetLabel(text(words));
  bar_->Refresh();
  Layout();
}

void ProgressLine::draw() {
  wxAutoBufferedPaintDC dc{bar_};
  dc.SetBackground(GetBackgroundColour());
  dc.Clear();
  const auto area = bar_->GetClientRect();
  dc.SetPen(wxPen{colour(Tone::faint)});
  dc.SetBrush(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW));
  dc.DrawRectangle(area);
  const int width = all_ == 0 ? 0 : area.GetWidth() * std::clamp(done_, 0, all_) / all_;
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(colour(Tone::good));
  const int edge = FromDIP(2);
  if (width > 2 * edge) dc.DrawRectangle(area.GetX() + edge, area.GetY() + edge, width - 2 * edge, area.GetHeight() - 2 * edge);
}

} // namespace hdskit::gui
