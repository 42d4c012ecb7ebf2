#include "cli/regime_options.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/procedure/regime_reader.hpp"

#include <algorithm>
#include <filesystem>

namespace hdskit::cli {

std::string regime_text(const std::string& regime) {
  const auto shipped = shipped_regime_ids();
  const bool known = std::ranges::find(shipped, regime) != shipped.end();
  std::error_code error;
  if (!known && std::filesystem::is_regular_file(regime, error)) return read_file(regime, markup_size_limit);
  return std::string{shipped_regime(regime)};
}

Regime read_regime_operand(const Arguments& arguments) {
  const auto regime = arguments.text("regime");
  return regime_of(regime_text(regime), regime);
}

int read_minute_of_day(const std::string& text) {
  const auto moment = Instant::parse("2000-01-01T" + text + ":00Z");
  if (text.size() != 5 || !moment) throw Problem{ProblemKind::bad_input, text, tr("“{1}” is not a time of day.", {text}), tr("Write it as 18:30.")};
  constexpr std::int64_t seconds_a_day = 24 * 60 * 60;
  return static_cast<int>(moment->seconds().time_since_epoch().count() % seconds_a_day / 60);
}

CountingChoice read_choice(const Arguments& arguments) {
  CountingChoice choice;
  choice.calendar = calendar_of(arguments.text("calendar"));
  if (arguments.has("extend")) choice.extend = true;
  if (arguments.has("at")) choice.minute_of_day = read_minute_of_day(arguments.text("at"));
  return choice;
}

json::value date_json(const std::optional<Date>& day) { return day ? json::value(day->iso()) : json::value(); }

std::string shown_day(const std::optional<Date>& day) { return day ? day->iso() + ", " + weekday_name(*day) : "–"; }

} // namespace hdskit::cli
