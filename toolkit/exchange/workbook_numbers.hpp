#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hdskit {

// Workbooks store all numbers, dates and times as floating point; what was typed shows only with the number format of the cell.

/// What a number format makes of a number, as far as it changes the text that a person typed.
struct NumberFormat {
  enum Kind { plain, date, time, date_and_time, percent, padded } kind = plain;
  std::size_t digits = 0; ///< of `padded`: "00000" shows the postcode 1000 as 01000
  bool operator==(const NumberFormat&) const = default;
};

NumberFormat built_in_number_format(int id);          ///< ECMA-376, 18.8.30: those below 164 stand in no file
NumberFormat number_format_of(std::string_view code); ///< "dd/mm/yyyy"

/// "3", "0.1", "-12.5": at most 15 digits, which is what spreadsheets keep, and never an exponent for what a person could have typed.
std::string number_text(double value);

/// The ISO text of a day, "10:30", or both. In the system of 1900 (Windows), day 60 is the 29 February 1900 that did not exist: nothing, as for
/// what lies before the first day or after the year 9999. `from_1904`: the system of old Macs.
std::optional<std::string> moment_text(double serial, NumberFormat::Kind kind, bool from_1904);

/// The text of a number cell; nothing when it is no number, or a date that does not exist.
std::optional<std::string> cell_number_text(std::string_view stored, NumberFormat format, bool from_1904);

} // namespace hdskit
