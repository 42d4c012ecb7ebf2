#pragma once

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/access/access_store.hpp"
#include "toolkit/access/list_cache.hpp"
#include "toolkit/access/population_run.hpp"

namespace hdskit::cli {

json::object endpoint_state_json(const EndpointState& state);
json::object endpoint_run_json(const EndpointRun& run);
json::object population_run_json(const PopulationRun& run);
void print_endpoint_runs(Context& context, std::span<const EndpointRun> runs);

/// What lies in the cache; nothing for a file, or when the bytes there are not those that were kept.
std::optional<CachedList> cached_list(const ListCache& cache, const ListSource& source);
json::object list_state_json(const ListSource& source, const std::optional<CachedList>& known, Instant now);
std::string list_sentence(const ListSource& source, const std::optional<CachedList>& known, Instant now);
std::string moment_text(const std::optional<Instant>& moment);

/// Counts of each month, and with --list a line for each card.
void print_expiries(Context& context, const PopulationRun& run, std::span<const ExpiryMonth> months);

} // namespace hdskit::cli
