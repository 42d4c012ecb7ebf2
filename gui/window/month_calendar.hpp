#pragma once

#include "gui/presenter/deadlines_month.hpp"

#include <wx/control.h>

#include <functional>
#include <optional>

class wxDC;

namespace hdskit::gui {

/// A month to look at: each day with its holiday and what is due. Arrows, Page Up and Page Down, Home (today) move; Enter opens the day.
class MonthCalendar : public wxControl {
public:
  explicit MonthCalendar(wxWindow* parent, const std::string& name);

  void show(DeadlineMonth month, Date chosen);

  std::function<void(Date day)> on_choose; ///< another day, perhaps of another month: show() is to be called
  std::function<void()> on_today, on_open;

private:
  void paint();
  void paint_day(wxDC& dc, std::size_t place) const;
  void key(wxKeyEvent& event);
  void clicked(wxMouseEvent& event);
  void choose(Date day);
  wxRect box_of(std::size_t place) const;
  int heading_height() const;
  bool AcceptsFocus() const override { return true; }

  std::string name_;
  std::optional<DeadlineMonth> month_;
  std::optional<Date> chosen_;
};

} // namespace hdskit::gui
