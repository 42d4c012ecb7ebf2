#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/base/translate.hpp"

#include <functional>
#include <string>
#include <vector>

namespace hdskit {

/// The world as the program finds it. Only real_surroundings() looks at it; tests make their own.
struct Surroundings {
  Instant now;
  std::function<std::string(const char* name)> variable; ///< of the environment; "" when it is not set
  std::function<std::string()> login_name;               ///< asked for only when something is recorded: it may have to read the user database
  int output_width = 0;                                  ///< columns of the terminal that standard output is; 0: it is none
  int error_width = 0;                                   ///< the same for standard error
  std::function<std::string()> host_name{};              ///< of this machine; may be empty
};

Surroundings real_surroundings();

/// The civil day in Paris, by the rule of directive 2000/84/EC (summer time from the last Sunday of March to the last Sunday of
/// October, 01:00 UTC): a bare Debian has no time zone files.
Date paris_date(Instant instant);
std::string paris_time(Instant instant); ///< the clock in Paris: "11:15"
Instant paris_midnight(Date day);        ///< when that day begins in Paris

/// --lang, else LC_ALL, LC_MESSAGES, LANG. French when nothing or "C" is said: it is a French product.
Language chosen_language(const std::vector<std::string>& words, const Surroundings& surroundings);

} // namespace hdskit
