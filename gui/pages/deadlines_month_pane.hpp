#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/deadlines_month.hpp"

#include <wx/panel.h>

class wxStaticText;

namespace hdskit::gui {

class ListView;
class MonthCalendar;

namespace pages {

/// A month at the left, what is due on the chosen day at the right.
class MonthPane : public wxPanel {
public:
  MonthPane(wxWindow* parent, const Desk& desk);

  void show(std::vector<Deadline> deadlines);
  void focus();

  std::function<void(const std::string& uid)> on_open; ///< one deadline is to be seen with its explanation

private:
  wxSizer* new_heading(wxWindow* parent);
  wxWindow* new_month(wxWindow* parent);
  wxWindow* new_day(wxWindow* parent);
  void choose(Date day);
  void wrap();

  const Desk& desk_;
  std::vector<Deadline> deadlines_;
  HolidayCalendar holidays_ = HolidayCalendar::france;
  Date day_;
  std::string words_;
  wxStaticText *title_ = nullptr, *heading_ = nullptr;
  MonthCalendar* month_ = nullptr;
  ListView* list_ = nullptr;
};

} // namespace pages
} // namespace hdskit::gui
