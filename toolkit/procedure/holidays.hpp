#pragma once

#include "toolkit/base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

/// Which public holidays count. What matters is the place where the act is to be done, or where the one who decides sits.
enum class HolidayCalendar {
  none,          ///< days of the week alone
  france,        ///< the eleven of L. 3133-1 code du travail
  alsace_moselle ///< and 26 December, and Good Friday (L. 3134-13 code du travail; the latter in communes with a Protestant or mixed church)
};

/// "FR", "FR-ALSACE-MOSELLE", "NONE": how options and regimes name them.
std::string_view word_of(HolidayCalendar calendar);
std::optional<HolidayCalendar> calendar_of(std::string_view word);

/// Gregorian Easter by the anonymous algorithm (Butcher 1876, in the form that Meeus prints, Astronomical Algorithms, chapter 8).
Date easter_sunday(int year);

/// The holiday's name in the current language, or nothing on an ordinary day.
std::optional<std::string> holiday_on(Date day, HolidayCalendar calendar);

bool is_sunday(Date day);
bool is_weekend(Date day);
std::string weekday_name(Date day); ///< in the current language: "lundi"

/// Neither Saturday, Sunday nor holiday: the day to which article 642 CPC moves the end of a limit, and a “jour ouvré”.
bool is_working_day(Date day, HolidayCalendar calendar);
/// A “jour ouvrable”: neither Sunday nor holiday.
bool is_business_day(Date day, HolidayCalendar calendar);

Date working_day_from(Date day, HolidayCalendar calendar);  ///< `day`, or the first working day after it
Date working_day_up_to(Date day, HolidayCalendar calendar); ///< `day`, or the last working day before it

} // namespace hdskit
