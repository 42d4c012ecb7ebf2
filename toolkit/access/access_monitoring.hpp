#pragma once

#include "toolkit/access/access_records.hpp"
#include "toolkit/access/access_store.hpp"
#include "toolkit/access/endpoint_probe.hpp"
#include "toolkit/access/population.hpp"

namespace hdskit {

/// What Nagios and Centreon read of a plugin: one line of state, sentence, bar and figures, with its exit status.
struct AccessLine {
  enum class State { ok, warning, critical, unknown }; ///< the exit statuses 0 to 3
  State state = State::unknown;
  std::string text;
};

/// Critical: revoked, untrusted or expired certificates. Unknown: no certificate, or some whose revocation nobody knows. Warning: some that expire soon, files
/// that could not be read, and whatever else was found of authorities and lists.
AccessLine certificates_line(const PopulationCounts& counts, std::size_t findings);
/// Critical: a fault. Unknown: nothing concluded.
AccessLine endpoint_line(const std::string& name, const EndpointReport& report);

/// How access stands on a day: the last check of certificates, which is none when older than `population_days`, the state of each declared endpoint, and what
/// is wrong with the lists. Unknown: nothing is recorded that could be judged.
struct AccessStanding {
  std::optional<PopulationRun> population;
  std::vector<EndpointState> endpoints;
  std::vector<std::string> lists; ///< findings
  int population_days = 31;
};
AccessLine access_line(const AccessStanding& standing, Date today);
/// Nothing can be said, for that reason.
AccessLine unknown_access_line(std::string_view reason);

} // namespace hdskit
