#include "toolkit/notify/monitoring.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/notify/deadline_words.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::string_view state_words[] = {"OK", "WARNING", "CRITICAL", "UNKNOWN"};

/// A bar begins the figures.
std::string harmless(std::string_view text) { return replaced(plain_line(text), "|", "/"); }

std::string head(MonitoringState state) { return "HDSKIT " + std::string{state_words[static_cast<int>(state)]} + " - "; }

} // namespace

MonitoringLine monitoring_of(std::span<const Deadline> deadlines, Date today, int warning, int critical) {
  std::int64_t late = 0, near = 0, soon = 0, open = 0;
  const Deadline* first = nullptr;
  for (const auto& deadline : deadlines) {
    if (deadline.done) continue;
    ++open;
    const int left = days_between(today, deadline.day);
    if (left < 0) ++late;
    else if (left <= critical) ++near;
    else if (left <= warning) ++soon;
    if (!first || deadline.day < first->day) first = &deadline;
  }
  const auto state = late + near > 0 ? MonitoringState::critical : soon > 0 ? MonitoringState::warning : MonitoringState::ok;
  auto text = head(state) + trn("{1} deadline late", "{1} deadlines late", late) + ", " +
              tr("{1} within {2} days", {std::to_string(near + soon), std::to_string(std::max(warning, critical))}) + ", " +
              tr("{1} open", {std::to_string(open)});
  if (first) text += "; " + tr("first: {1} {2}", {first->day.iso(), harmless(first->title)});
  text += " | late=" + std::to_string(late) + ";;0;0 critical=" + std::to_string(near) + ";;0;0 warning=" + std::to_string(soon) +
          ";0;;0 open=" + std::to_string(open) + ";;;0";
  return {state, text};
}

MonitoringLine monitoring_unknown(std::string_view reason) { return {MonitoringState::unknown, head(MonitoringState::unknown) + harmless(reason)}; }

} // namespace hdskit
