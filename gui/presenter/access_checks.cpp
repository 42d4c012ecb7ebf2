#include "gui/presenter/access_checks.hpp"

#include "gui/presenter/access_lists.hpp"
#include "gui/presenter/access_words.hpp"
#include "toolkit/access/endpoint_run.hpp"
#include "toolkit/access/population_run.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <thread>

namespace hdskit::gui {
namespace {

/// Sleeps in short turns, so that “Cancel” is heard.
std::function<void()> pace_of(const HostedEndpoint& endpoint, const Progress& progress) {
  using Clock = std::chrono::steady_clock;
  const auto rate = std::max<std::int64_t>(1, endpoint.rate.value_or(default_endpoint_rate));
  const auto apart = std::chrono::duration_cast<Clock::duration>(std::chrono::seconds{1}) / rate;
  return [apart, progress, next = Clock::now()]() mutable {
    constexpr std::chrono::milliseconds turn{100};
    for (auto now = Clock::now(); now < next; now = Clock::now()) {
      progress.stop_if_cancelled();
      std::this_thread::sleep_for(std::min<Clock::duration>(turn, next - now));
    }
    next = Clock::now() + apart;
  };
}

} // namespace

std::vector<Cell> check_sentences(const AccessMap& map) {
  std::vector<Cell> lines;
  const auto anchors = map.records.anchors.size(), lists = map.records.lists.size();
  lines.push_back({tr("Trusted authorities: {1}. Sources of revocation lists: {2}.", {std::to_string(anchors), std::to_string(lists)})});
  if (lists == 0) lines.push_back({"⚠ " + tr("Without a list, nobody can know which cards were revoked: they will be counted as unknown."), Tone::warning});
  return lines;
}

std::string wish_fault(const AccessMap& map, const PopulationWish& wish) {
  if (map.records.anchors.empty()) return tr("No authority is trusted yet: import one first, under “Authorities and lists”.");
  if (wish.place.empty()) return tr("Choose the folder of the certificates.");
  std::error_code ignored;
  return std::filesystem::exists(wish.place, ignored) ? "" : tr("This folder is not there.");
}

Cell told_of(const PopulationRun& run) {
  const bool fine = run.certificates > 0 && run.good == run.certificates && run.findings.empty();
  return {(fine ? "✔ " : "⚠ ") + tr("{1}: {2} certificates, {3} of them good.", {run.reference, french_number(run.certificates), french_number(run.good)}),
          fine ? Tone::good : Tone::warning};
}

std::vector<Cell> confirmation_sentences(const HostedEndpoint& endpoint) {
  return {
      {tr("{1} will be asked, and nothing else, at most {2} times a second.", {endpoint.url, std::to_string(endpoint.rate.value_or(default_endpoint_rate))})},
      {tr("Who says that it is our own: {1}", {endpoint.ownership})},
      {"⚠ " + tr("To probe a server that is not one’s own is forbidden (article 323-1 of the penal code)."), Tone::warning}};
}

Cell told_of(const EndpointRun& run) {
  const auto verdict = endpoint_verdict_cell(run.verdict);
  return {tr("{1} of “{2}”: {3}.", {run.reference, run.endpoint, verdict.text}), verdict.tone};
}

PopulationRun check_wished_population(const std::string& location, const Acting& acting, const PopulationWish& wish, const Progress& progress) {
  auto workspace = Workspace::open(location);
  const auto trust = workspace_trust(workspace, acting.at);
  PopulationOrder order;
  order.place = wish.place;
  order.trust = trust.setting;
  order.detailed = true;
  order.threads = std::max(1u, std::thread::hardware_concurrency() - 1); // one is left for the window
  std::vector<PopulationCard> cards;
  const auto report = check_population(order, progress, [&](const PopulationEntry& entry) { cards.push_back(card_of(entry)); });
  PopulationRun run;
  workspace.change(acting, [&](Change& change) { run = record_population(change, order, trust, report, cards); });
  return run;
}

EndpointRun check_wished_endpoint(const std::string& location, const Acting& acting, const std::string& reference, const Progress& progress) {
  auto workspace = Workspace::open(location);
  const auto endpoint = find_endpoint(workspace, reference);
  auto order = order_of_endpoint(workspace, endpoint);
  order.progress = progress;
  order.pace = pace_of(endpoint, progress);
  const auto report = probe_endpoint(order);
  EndpointRun run;
  workspace.change(acting, [&](Change& change) { run = record_endpoint_run(change, endpoint, report); });
  return run;
}

} // namespace hdskit::gui
