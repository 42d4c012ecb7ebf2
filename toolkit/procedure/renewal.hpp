#pragma once

#include "toolkit/procedure/simulation.hpp"

namespace hdskit {

constexpr std::int64_t usual_drafting_months = 12; ///< hospitals took 4 to 12 months to write their file: the longest is the prudent one

/// From the term backwards: by when to file, and when to begin writing.
struct RenewalPlan {
  Date granted, term;
  std::optional<Date> lawful, lawful_working_day;   ///< the last day to ask, and the last working day up to it; none when no text says
  std::optional<Date> prudent, prudent_working_day; ///< filed on that day, the procedure at its longest still ends on the term at the latest
  std::optional<Date> start_drafting;               ///< a working day
  std::int64_t drafting_months = usual_drafting_months;
  bool rests_on_usual_times = false; ///< a stage up to the decision has no limit: the prudent day is an estimate
};

/// What an authorisation granted on that day leads to; nothing when the regime grants without a term, or grants nothing. Pure.
/// Throws Problem bad_input when drafting takes more than 120 months, or the years run out.
std::optional<RenewalPlan> plan_renewal(const Regime& regime, Date granted, std::int64_t drafting_months = usual_drafting_months,
                                        const CountingChoice& choice = {});

/// The last day on which a procedure may be filed so that it ends, at its longest, on `term` or before. Nothing when a stage has neither limit nor usual time.
std::optional<Date> last_safe_filing(const Regime& regime, Date term, const CountingChoice& choice);

} // namespace hdskit
