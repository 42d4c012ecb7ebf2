#include "cli/press/works.hpp"

#include "cli/access_options.hpp"
#include "cli/access_view.hpp"
#include "cli/press/access_probe.hpp"
#include "cli/press/plugin.hpp"
#include "cli/table.hpp"
#include "toolkit/access/endpoint_run.hpp"
#include "toolkit/access/run_campaign.hpp"
#include "toolkit/access/workspace_trust.hpp"
#include "toolkit/workspace/personal_file.hpp"

#include <algorithm>

namespace hdskit::cli::press {
namespace {

bool is_due(EndpointStanding standing) { return standing != EndpointStanding::fine; }

/// Probes what is asked for and records each; what could not be probed is told and does not stop the others.
std::vector<std::string> probe_endpoints(Context& context) {
  std::vector<std::string> failures;
  const auto access = read_access(context.open_workspace());
  for (const auto& endpoint : access.endpoints) {
    if (!context.arguments.has("all") && !is_due(standing_of_endpoint(endpoint, access.endpoint_runs, context.today()).standing)) continue;
    try {
      auto order = order_of_endpoint(context.open_workspace(), endpoint);
      keep_pace(context, order, endpoint.rate.value_or(default_endpoint_rate), std::chrono::seconds{0});
      const auto report = probe_endpoint(order);
      auto workspace = context.open_workspace();
      workspace.change(context.acting(), [&](Change& change) { record_endpoint_run(change, endpoint, report); });
    } catch (const Problem& problem) {
      if (problem.kind() == ProblemKind::cancelled) throw;
      failures.push_back(tr("{1}: {2}", {endpoint.reference, problem.what()}));
    }
  }
  return failures;
}

/// What is wrong with the lists that were fetched, as of now.
std::vector<std::string> list_findings(const Context& context, std::span<const ListSource> sources) {
  std::vector<std::string> findings;
  if (std::ranges::none_of(sources, is_address)) return findings;
  const ListCache cache{list_cache_folder(context)};
  for (const auto& source : sources) {
    const auto known = cached_list(cache, source);
    const bool fresh = known && known->next_update && *known->next_update >= context.surroundings.now && !known->proven_by.empty();
    if (is_address(source) && !fresh) findings.push_back(tr("{1}: {2}", {source.reference, list_sentence(source, known, context.surroundings.now)}));
  }
  return findings;
}

void print(Context& context, const AccessStanding& standing, const AccessLine& line) {
  constexpr std::string_view words[] = {"ok", "warning", "critical", "unknown"};
  if (context.json) {
    json::array endpoints, findings;
    for (const auto& state : standing.endpoints) endpoints.push_back(endpoint_state_json(state));
    for (const auto& finding : standing.lists) findings.push_back(json_text(finding));
    const auto population = standing.population ? json::value(population_run_json(*standing.population)) : json::value(nullptr);
    return print_json(context.out, json::object{{"state", json_text(words[static_cast<std::size_t>(line.state)])},
                                                {"certificates", population},
                                                {"endpoints", std::move(endpoints)},
                                                {"findings", std::move(findings)}});
  }
  if (standing.population) {
    const auto& run = *standing.population;
    context.out << tr("{1}, {2}: {3} of {4} certificates good.", {run.reference, run.moment, std::to_string(run.good), std::to_string(run.certificates)})
                << '\n';
  } else context.out << tr("No certificate was checked yet.") << '\n';
  Table table{{tr("Endpoint"), tr("What is known")}};
  for (const auto& state : standing.endpoints) table.add({state.endpoint, state.sentence});
  if (!standing.endpoints.empty()) table.print(context.out, context.surroundings.output_width);
  for (const auto& finding : standing.lists) context.out << finding << '\n';
}

/// The timer's run is also the one that forgets: retention is kept by nobody's memory.
void forget_what_is_over(Context& context) {
  auto workspace = context.open_workspace();
  if (any_to_forget(workspace, context.today())) workspace.change(context.acting(), [&](Change& change) { forget_campaign_details(change, context.today()); });
}

int check(Context& context) {
  constexpr std::int64_t most_days = 3650;
  AccessStanding standing;
  if (const auto days = context.arguments.number("population-every"))
    standing.population_days = static_cast<int>(std::clamp<std::int64_t>(*days, 1, most_days));
  std::vector<std::string> failures;
  if (context.arguments.has("all") || context.arguments.has("due")) {
    forget_what_is_over(context);
    failures = probe_endpoints(context);
  }
  const auto access = read_access(context.open_workspace());
  if (!access.population_runs.empty()) standing.population = access.population_runs.back();
  for (const auto& endpoint : access.endpoints) standing.endpoints.push_back(standing_of_endpoint(endpoint, access.endpoint_runs, context.today()));
  standing.lists = list_findings(context, access.lists);
  standing.lists.insert(standing.lists.end(), failures.begin(), failures.end());
  const auto line = access_line(standing, context.today());
  if (context.arguments.has("plugin")) {
    context.out << line.text << '\n';
    return static_cast<int>(line.state);
  }
  print(context, standing, line);
  if (line.state == AccessLine::State::ok || line.state == AccessLine::State::warning) return 0;
  return line.state == AccessLine::State::critical ? 1 : 3;
}

} // namespace

int access_check(Context& context) { return as_plugin(context, check); }

} // namespace hdskit::cli::press
