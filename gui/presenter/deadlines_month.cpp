#include "gui/presenter/deadlines_month.hpp"

#include "gui/presenter/deadlines.hpp"
#include "gui/presenter/form_calendar.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>
#include <array>

namespace hdskit::gui {
namespace {

/// The sign of its distance, then what is due.
Cell entry_of(const Deadline& deadline, Date today) {
  const auto distance = distance_cell(deadline, today);
  for (const std::string sign : {"✖", "⚠", "✔"})
    if (distance.text.starts_with(sign)) return {sign + " " + deadline.title, distance.tone};
  return {deadline.title, distance.tone};
}

} // namespace

DeadlineMonth deadline_month(const std::vector<Deadline>& deadlines, Date day, HolidayCalendar calendar, Date today) {
  auto shown = calendar_month(day);
  DeadlineMonth month{std::move(shown.title), {}};
  const auto first = shown.days.front().date;
  for (const auto& [date, of_month] : shown.days)
    month.days.push_back({date, of_month, is_weekend(date), date == today, holiday_on(date, calendar).value_or(""), {}});
  for (const auto& deadline : deadlines) {
    const auto place = days_between(first, deadline.day);
    if (place >= 0 && place < static_cast<int>(month.days.size())) month.days[static_cast<std::size_t>(place)].entries.push_back(entry_of(deadline, today));
  }
  return month;
}

std::string day_in_words(const DeadlineMonth::Day& day) {
  auto words = weekday_name(day.date) + " " + tr_date(day.date);
  if (day.today) words += ", " + tr("today");
  words += ".";
  if (!day.holiday.empty()) words += " " + tr("Public holiday: {1}.", {day.holiday});
  const auto count = static_cast<std::int64_t>(day.entries.size());
  return words + " " + (count == 0 ? tr("Nothing is due.") : trn("{1} deadline.", "{1} deadlines.", count));
}

ListRows rows_of_day(const std::vector<Deadline>& deadlines, Date day, Date today) {
  std::vector<ListRow> rows;
  for (const auto& deadline : deadlines) {
    if (deadline.day != day) continue;
    auto when = distance_cell(deadline, today);
    if (deadline.hypothetical) when.text += ", " + tr("hypothetical");
    rows.push_back({deadline.uid, {std::move(when), {deadline.title}, {deadline.owner}}});
  }
  return rows_at_hand({{tr("When")}, {tr("What is due")}, {tr("Who")}}, std::move(rows));
}

HolidayCalendar own_calendar(const Workspace& workspace) {
  static constexpr std::array<std::string_view, 3> departments = {"57", "67", "68"}; // Moselle, Bas-Rhin, Haut-Rhin
  for (const auto& entity : all_records<LegalEntity>(workspace))
    if (entity.role == EntityRole::host)
      for (const auto department : departments)
        if (entity.postcode.starts_with(department)) return HolidayCalendar::alsace_moselle;
  return HolidayCalendar::france;
}

} // namespace hdskit::gui
