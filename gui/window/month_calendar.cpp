#include "gui/window/month_calendar.hpp"

#include "gui/presenter/form_calendar.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"

#include <wx/dcbuffer.h>
#include <wx/settings.h>

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr int week = 7, weeks = 6, least_height = 300, least_width = 420; ///< the last two in device-independent pixels

wxColour system_colour(wxSystemColour which) { return wxSystemSettings::GetColour(which); }

} // namespace

MonthCalendar::MonthCalendar(wxWindow* parent, const std::string& name)
    : wxControl{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxWANTS_CHARS}, name_{name} {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetMinSize(FromDIP(wxSize{least_width, least_height}));
  name_for_readers(*this, name);
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_KEY_DOWN, &MonthCalendar::key, this);
  Bind(wxEVT_LEFT_DOWN, &MonthCalendar::clicked, this);
  Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent&) {
    if (on_open) on_open();
  });
  const auto repaint = [this](wxEvent& event) {
    Refresh();
    event.Skip();
  };
  Bind(wxEVT_SIZE, repaint);
  Bind(wxEVT_SET_FOCUS, repaint);
  Bind(wxEVT_KILL_FOCUS, repaint);
}

void MonthCalendar::show(DeadlineMonth month, Date chosen) {
  month_ = std::move(month);
  chosen_ = chosen;
  const auto found = std::ranges::find(month_->days, chosen, &DeadlineMonth::Day::date);
  if (found != month_->days.end()) name_for_readers(*this, name_ + ", " + day_in_words(*found)); // readers speak of it at each step
  Refresh();
}

int MonthCalendar::heading_height() const { return GetCharHeight() + FromDIP(gap); }

wxRect MonthCalendar::box_of(std::size_t place) const {
  const auto size = GetClientSize();
  const int column = static_cast<int>(place) % week, row = static_cast<int>(place) / week, room = size.y - heading_height();
  const wxPoint from{size.x * column / week, heading_height() + room * row / weeks};
  const wxPoint to{size.x * (column + 1) / week, heading_height() + room * (row + 1) / weeks};
  return {from, wxSize{to.x - from.x, to.y - from.y}};
}

void MonthCalendar::paint() {
  wxAutoBufferedPaintDC dc{this};
  dc.SetBackground(system_colour(wxSYS_COLOUR_WINDOW));
  dc.Clear();
  if (!month_) return;
  dc.SetFont(GetFont());
  dc.SetTextForeground(colour(Tone::faint));
  const auto letters = weekday_letters();
  for (std::size_t i = 0; i < letters.size(); ++i) dc.DrawText(text(letters[i]), box_of(i).x + FromDIP(gap), FromDIP(gap) / 2);
  for (std::size_t i = 0; i < month_->days.size(); ++i) paint_day(dc, i);
}

void MonthCalendar::paint_day(wxDC& dc, std::size_t place) const {
  const auto& day = month_->days[place];
  const auto box = box_of(place);
  const int edge = FromDIP(gap) / 2, line = GetCharHeight();
  const bool chosen = day.date == chosen_, off = day.weekend || !day.holiday.empty();
  dc.SetPen(wxPen{system_colour(chosen ? wxSYS_COLOUR_WINDOWTEXT : wxSYS_COLOUR_BTNSHADOW), chosen ? FromDIP(HasFocus() ? 3 : 2) : 1});
  dc.SetBrush(wxBrush{system_colour(off ? wxSYS_COLOUR_BTNFACE : wxSYS_COLOUR_WINDOW)});
  auto inner = box;
  dc.DrawRectangle(chosen ? inner.Deflate(FromDIP(1)) : inner);
  const wxDCClipper clip{dc, box};
  const auto ink = day.of_month ? colour(Tone::neutral) : colour(Tone::faint);
  const int room = box.width - 2 * edge;
  dc.SetFont(day.today ? GetFont().Bold() : GetFont());
  dc.SetTextForeground(ink);
  auto number = std::to_string(day.date.day());
  if (day.today) number = "● " + number;
  dc.DrawText(text(number), box.x + edge, box.y + edge);
  const int taken = dc.GetTextExtent(text(number)).x + 2 * edge;
  dc.SetFont(GetFont().Smaller());
  dc.SetTextForeground(colour(Tone::faint));
  if (!day.holiday.empty()) dc.DrawText(wxControl::Ellipsize(text(day.holiday), dc, wxELLIPSIZE_END, room - taken), box.x + taken, box.y + edge);
  const int fitting = std::max(1, (box.height - line - 2 * edge) / line), all = static_cast<int>(day.entries.size());
  for (int i = 0; i < std::min(all, fitting); ++i) {
    const bool rest = i == fitting - 1 && all > fitting;
    const auto& entry = day.entries[static_cast<std::size_t>(i)];
    dc.SetTextForeground(colour(rest ? Tone::neutral : entry.tone));
    const auto words = rest ? text("+ " + std::to_string(all - i)) : text(entry.text);
    dc.DrawText(wxControl::Ellipsize(words, dc, wxELLIPSIZE_END, room), box.x + edge, box.y + edge + line * (i + 1));
  }
}

void MonthCalendar::choose(Date day) {
  if (on_choose && day.year() > 1900 && day.year() < 9999) on_choose(day);
}

void MonthCalendar::key(wxKeyEvent& event) {
  if (!chosen_) return event.Skip();
  switch (event.GetKeyCode()) {
    case WXK_LEFT: return choose(chosen_->plus_days(-1));
    case WXK_RIGHT: return choose(chosen_->plus_days(1));
    case WXK_UP: return choose(chosen_->plus_days(-week));
    case WXK_DOWN: return choose(chosen_->plus_days(week));
    case WXK_PAGEUP:
    case WXK_PAGEDOWN:
      if (event.ControlDown()) return event.Skip(); // the tabs
      return choose(months_later(*chosen_, event.GetKeyCode() == WXK_PAGEUP ? -1 : 1));
    case WXK_HOME:
      if (on_today) on_today();
      return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
      if (on_open) on_open();
      return;
    case WXK_TAB: Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward); return;
    default: event.Skip();
  }
}

void MonthCalendar::clicked(wxMouseEvent& event) {
  SetFocus();
  for (std::size_t i = 0; month_ && i < month_->days.size(); ++i)
    if (box_of(i).Contains(event.GetPosition())) return choose(month_->days[i].date);
}

} // namespace hdskit::gui
