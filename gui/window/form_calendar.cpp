#include "gui/window/form_calendar.hpp"

#include "gui/presenter/form_calendar.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/text.hpp"
#include "gui/window/theme.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/display.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace hdskit::gui {
namespace {

class CalendarDialog : public wxDialog {
public:
  CalendarDialog(wxWindow* owner, Date day);
  Date day() const { return day_; }

private:
  wxSizer* new_heading();
  wxSizer* new_days();
  void show(Date day);
  void key(wxKeyEvent& event);

  Date day_;
  CalendarMonth month_;
  wxStaticText* title_ = nullptr;
  std::vector<wxButton*> days_;
};

CalendarDialog::CalendarDialog(wxWindow* owner, Date day)
    : wxDialog{owner, wxID_ANY, text(tr("Choose a day")), wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE}, day_{day} {
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  const auto flags = wxSizerFlags{}.Expand().Border(wxALL, FromDIP(gap));
  sizer->Add(new_heading(), flags);
  sizer->Add(new_days(), flags);
  SetSizer(sizer);
  show(day);
  Fit();
  Bind(wxEVT_CHAR_HOOK, &CalendarDialog::key, this);
}

wxSizer* CalendarDialog::new_heading() {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  const auto arrow = [&](const char* sign, const std::string& name, int months) {
    auto* button = new wxButton{this, wxID_ANY, text(sign), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    name_for_readers(*button, name);
    button->SetToolTip(text(name));
    button->Bind(wxEVT_BUTTON, [this, months](wxCommandEvent&) { show(months_later(day_, months)); });
    line->Add(button);
  };
  constexpr int year = 12;
  arrow("«", tr("One year back"), -year);
  arrow("‹", tr("One month back"), -1);
  title_ = new wxStaticText{this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize{150, -1}), wxALIGN_CENTRE_HORIZONTAL | wxST_NO_AUTORESIZE};
  line->Add(title_, wxSizerFlags{1}.CenterVertical());
  arrow("›", tr("One month on"), 1);
  arrow("»", tr("One year on"), year);
  return line;
}

wxSizer* CalendarDialog::new_days() {
  constexpr int weekdays = 7;
  auto* grid = new wxGridSizer{weekdays, FromDIP(wxSize{2, 2})};
  for (const auto& letters : weekday_letters()) grid->Add(new wxStaticText{this, wxID_ANY, text(letters)}, wxSizerFlags{}.Center());
  for (std::size_t i = 0; i < calendar_month(day_).days.size(); ++i) {
    auto* button = new wxButton{this, wxID_ANY, "99", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT | wxBORDER_NONE};
    button->Bind(wxEVT_BUTTON, [this, i](wxCommandEvent&) {
      day_ = month_.days[i].date;
      EndModal(wxID_OK);
    });
    days_.push_back(button);
    grid->Add(button, wxSizerFlags{}.Expand());
  }
  return grid;
}

void CalendarDialog::show(Date day) {
  day_ = day;
  month_ = calendar_month(day);
  title_->SetLabel(text(month_.title));
  for (std::size_t i = 0; i < days_.size(); ++i) {
    const auto& shown = month_.days[i];
    days_[i]->SetLabel(text(std::to_string(shown.date.day())));
    days_[i]->SetForegroundColour(colour(shown.of_month ? Tone::neutral : Tone::faint));
    name_for_readers(*days_[i], tr_date(shown.date));
    if (shown.date == day) days_[i]->SetFocus();
  }
}

void CalendarDialog::key(wxKeyEvent& event) {
  constexpr int week = 7;
  switch (event.GetKeyCode()) {
    case WXK_LEFT: return show(day_.plus_days(-1));
    case WXK_RIGHT: return show(day_.plus_days(1));
    case WXK_UP: return show(day_.plus_days(-week));
    case WXK_DOWN: return show(day_.plus_days(week));
    case WXK_PAGEUP: return show(months_later(day_, -1));
    case WXK_PAGEDOWN: return show(months_later(day_, 1));
    case WXK_ESCAPE: return EndModal(wxID_CANCEL);
    default: event.Skip();
  }
}

/// Below the control, but never beyond the screen.
wxPoint place_for(const wxWindow& beside, const wxSize& size) {
  auto place = beside.ClientToScreen(wxPoint{0, beside.GetSize().GetHeight()});
  const auto display = wxDisplay::GetFromWindow(&beside);
  if (display == wxNOT_FOUND) return place;
  const auto area = wxDisplay{static_cast<unsigned>(display)}.GetClientArea();
  place.x = std::max(area.GetLeft(), std::min(place.x, area.GetRight() - size.GetWidth()));
  place.y = std::max(area.GetTop(), std::min(place.y, area.GetBottom() - size.GetHeight()));
  return place;
}

} // namespace

std::optional<Date> ask_day(wxWindow& beside, Date day) {
  CalendarDialog dialog{wxGetTopLevelParent(&beside), day};
  dialog.SetPosition(place_for(beside, dialog.GetSize()));
  return dialog.ShowModal() == wxID_OK ? std::optional{dialog.day()} : std::nullopt;
}

} // namespace hdskit::gui
