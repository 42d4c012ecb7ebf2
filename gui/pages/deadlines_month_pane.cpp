#include "gui/pages/deadlines_month_pane.hpp"

#include "gui/pages/pane_parts.hpp"
#include "gui/presenter/form_calendar.hpp"
#include "gui/window/accessible.hpp"
#include "gui/window/list_view.hpp"
#include "gui/window/month_calendar.hpp"
#include "gui/window/text.hpp"
#include "gui/window/view_parts.hpp"
#include "toolkit/base/translate.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

#include <algorithm>

namespace hdskit::gui::pages {
namespace {

constexpr int day_width = 320, narrowest = 200, title_width = 160; ///< device-independent pixels

} // namespace

MonthPane::MonthPane(wxWindow* parent, const Desk& desk) : wxPanel{parent}, desk_{desk}, day_{desk.session.today()} {
  auto* splitter = new_splitter(this, narrowest, 1);
  auto* month = new_month(splitter);
  splitter->SplitVertically(month, new_day(splitter), -FromDIP(day_width));
  auto* sizer = new wxBoxSizer{wxVERTICAL};
  sizer->Add(splitter, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(gap)));
  SetSizer(sizer);
}

wxSizer* MonthPane::new_heading(wxWindow* parent) {
  auto* line = new wxBoxSizer{wxHORIZONTAL};
  const auto add = [&](const char* sign, const std::string& name, std::function<Date()> day) {
    auto* button = new wxButton{parent, wxID_ANY, text(sign), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
    name_for_readers(*button, name);
    button->SetToolTip(text(name));
    button->Bind(wxEVT_BUTTON, [this, day](wxCommandEvent&) { attempt(desk_, [&] { choose(day()); }); });
    line->Add(button, wxSizerFlags{}.CenterVertical());
  };
  add("‹", tr("One month back"), [this] { return months_later(day_, -1); });
  title_ = new wxStaticText{parent, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize{title_width, -1}), wxALIGN_CENTRE_HORIZONTAL | wxST_NO_AUTORESIZE};
  title_->SetFont(title_->GetFont().Bold());
  line->Add(title_, wxSizerFlags{}.CenterVertical());
  add("›", tr("One month on"), [this] { return months_later(day_, 1); });
  line->AddStretchSpacer();
  auto* today = new wxButton{parent, wxID_ANY, text(tr("Today"))};
  today->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { attempt(desk_, [&] { choose(desk_.session.today()); }); });
  line->Add(today, wxSizerFlags{}.CenterVertical());
  return line;
}

wxWindow* MonthPane::new_month(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(new_heading(panel), wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  month_ = new MonthCalendar{panel, tr("Month")};
  month_->on_choose = [this](Date day) { attempt(desk_, [&] { choose(day); }); };
  month_->on_today = [this] { attempt(desk_, [&] { choose(desk_.session.today()); }); };
  month_->on_open = [this] { list_->focus(); };
  rows->Add(month_, wxSizerFlags{1}.Expand());
  panel->SetSizer(rows);
  return panel;
}

wxWindow* MonthPane::new_day(wxWindow* parent) {
  auto* panel = new wxPanel{parent};
  heading_ = new wxStaticText{panel, wxID_ANY, ""};
  heading_->SetFont(heading_->GetFont().Bold());
  list_ = new ListView{panel, {.name = tr("Deadlines of the day"), .count = false}};
  list_->on_open = [this](const std::string& uid) {
    if (on_open) on_open(uid);
  };
  auto* hint = new wxStaticText{panel, wxID_ANY, text(tr("Double click or Enter: how the day was found."))};
  hint->Wrap(FromDIP(day_width));
  auto* rows = new wxBoxSizer{wxVERTICAL};
  rows->Add(heading_, wxSizerFlags{}.Expand().Border(wxBOTTOM, FromDIP(gap)));
  rows->Add(list_, wxSizerFlags{1}.Expand());
  rows->Add(hint, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(gap)));
  auto* around = new wxBoxSizer{wxVERTICAL};
  around->Add(rows, wxSizerFlags{1}.Expand().Border(wxLEFT, FromDIP(2 * gap)));
  panel->SetSizer(around);
  panel->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    wrap();
    event.Skip();
  });
  return panel;
}

void MonthPane::wrap() {
  auto* panel = heading_->GetParent();
  heading_->SetLabelText(text(words_));
  heading_->Wrap(std::max(FromDIP(narrowest) / 2, panel->GetClientSize().GetWidth() - FromDIP(2 * gap)));
  panel->Layout();
}

void MonthPane::show(std::vector<Deadline> deadlines) {
  deadlines_ = std::move(deadlines);
  holidays_ = own_calendar(desk_.session.workspace());
  choose(day_);
}

void MonthPane::choose(Date day) {
  const auto today = desk_.session.today();
  auto month = deadline_month(deadlines_, day, holidays_, today);
  day_ = day;
  title_->SetLabel(text(month.title));
  const auto found = std::ranges::find(month.days, day, &DeadlineMonth::Day::date);
  words_ = found == month.days.end() ? "" : day_in_words(*found);
  const auto rows = rows_of_day(deadlines_, day, today);
  list_->show(rows);
  fit_columns(list_->control(), rows);
  month_->show(std::move(month), day);
  wrap();
}

void MonthPane::focus() { month_->SetFocus(); }

} // namespace hdskit::gui::pages
