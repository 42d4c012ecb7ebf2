#include "toolkit/access/access_store.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>

namespace hdskit {
namespace {

std::optional<Date> day_of(const EndpointRun& run) {
  const auto instant = Instant::parse(run.moment);
  return instant ? std::optional{instant->utc_date()} : std::nullopt;
}

/// The newest check of all, and the newest that concluded something. A check dated more than a day after today is none: some clock was wrong.
struct Newest {
  const EndpointRun *run = nullptr, *concluded = nullptr;
};

Newest newest_of(const HostedEndpoint& endpoint, std::span<const EndpointRun> runs, Date today) {
  Newest newest;
  const auto name = reference_key(endpoint.reference);
  for (const auto& run : runs) {
    const auto day = day_of(run);
    if (!day || *day > today.plus_days(1) || reference_key(run.endpoint) != name) continue;
    if (!newest.run || run.moment >= newest.run->moment) newest.run = &run;
    if (run.verdict != EndpointVerdict::inconclusive && (!newest.concluded || run.moment >= newest.concluded->moment)) newest.concluded = &run;
  }
  return newest;
}

std::string sentence_of(const EndpointState& state, const Newest& newest) {
  const auto last = state.last_check ? tr_date(*state.last_check) : std::string{};
  const auto next = tr_date(*state.next_check);
  switch (state.standing) {
    case EndpointStanding::fine: return tr("Checked on {1} and as it should be; to be checked again by {2}.", {last, next});
    case EndpointStanding::due_soon: return tr("Checked on {1}; the next check is due by {2}.", {last, next});
    case EndpointStanding::overdue: return tr("The last check is of {1} and has not held since {2}.", {last, next});
    case EndpointStanding::never: return tr("Never checked: nothing says whom it lets in.");
    case EndpointStanding::inconclusive: return tr("Never concluded: the check of {1} could not tell.", {tr_date(*day_of(*newest.run))});
    case EndpointStanding::faulty:
      return replaced(trn("The check of {2} found {1} fault.", "The check of {2} found {1} faults.", newest.concluded->findings), "{2}", last);
  }
  return {};
}

} // namespace

std::span<const Choice> choices_of(EndpointStanding) {
  static constexpr Choice choices[] = {{"fine", marked("as it should be")},  {"due_soon", marked("check due soon")},
                                       {"overdue", marked("check too old")}, {"never", marked("never checked")},
                                       {"faulty", marked("faults found")},   {"inconclusive", marked("nothing concluded")}};
  return choices;
}

EndpointState standing_of_endpoint(const HostedEndpoint& endpoint, std::span<const EndpointRun> runs, Date today, int notice) {
  EndpointState state{.endpoint = endpoint.reference, .standing = EndpointStanding::never, .last_check = {}, .next_check = {}, .sentence = {}};
  const auto newest = newest_of(endpoint, runs, today);
  const auto policy = static_cast<int>(endpoint.test_every.value_or(default_endpoint_days));
  if (newest.concluded) state.last_check = day_of(*newest.concluded);
  state.next_check = state.last_check ? state.last_check->plus_days(policy) : today;
  const auto left = days_between(today, *state.next_check);
  if (newest.concluded && newest.concluded->verdict == EndpointVerdict::faults) state.standing = EndpointStanding::faulty;
  else if (newest.concluded && left < 0) state.standing = EndpointStanding::overdue;
  else if (newest.concluded) state.standing = left <= std::min(notice, policy / 4) ? EndpointStanding::due_soon : EndpointStanding::fine;
  else if (newest.run) state.standing = EndpointStanding::inconclusive;
  state.sentence = sentence_of(state, newest);
  return state;
}

} // namespace hdskit
