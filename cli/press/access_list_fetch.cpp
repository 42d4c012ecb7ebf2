#include "cli/press/works.hpp"

#include "cli/access_options.hpp"
#include "cli/access_view.hpp"
#include "cli/table.hpp"
#include "toolkit/access/list_fetch.hpp"
#include "toolkit/access/workspace_trust.hpp"
#include "toolkit/base/problem.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::press {
namespace {

std::int64_t number_within(const Context& context, std::string_view option, std::int64_t otherwise, std::int64_t most) {
  const auto number = context.arguments.number(option).value_or(otherwise);
  if (number < 1 || number > most)
    throw Problem{ProblemKind::bad_input, "--" + std::string{option}, tr("A number from {1} to {2} is expected.", {"1", std::to_string(most)}),
                  tr("Check the number.")};
  return number;
}

std::vector<ListSource> chosen_sources(const Context& context, const Workspace& workspace) {
  if (context.arguments.has("list")) return {find_list_source(workspace, context.arguments.text("list"))};
  auto sources = read_access(workspace).lists;
  if (sources.empty())
    throw Problem{ProblemKind::not_found, "", tr("No source of revocation lists is recorded."), tr("Record one with: hdskit access list add")};
  return sources;
}

std::string outcome_text(FetchOutcome outcome) {
  switch (outcome) {
    case FetchOutcome::fetched: return tr("fetched");
    case FetchOutcome::unchanged: return tr("unchanged");
    case FetchOutcome::local: return tr("a file");
    case FetchOutcome::failed: break;
  }
  return tr("failed");
}

void print(Context& context, std::span<const ListSource> sources, std::span<const FetchedList> fetched) {
  if (context.json) {
    JsonArrayPrinter printer{context.out};
    for (std::size_t i = 0; i < fetched.size(); ++i) {
      auto object = list_state_json(sources[i], fetched[i].list, context.surroundings.now);
      object["outcome"] = json_text(word_of(fetched[i].outcome));
      object["sentence"] = json_text(fetched[i].sentence);
      printer.add(object);
    }
    return printer.end();
  }
  Table table{{tr("Name"), tr("Outcome"), tr("Next one due")}};
  for (const auto& one : fetched) table.add({one.reference, outcome_text(one.outcome), moment_text(one.list ? one.list->next_update : std::nullopt)});
  table.print(context.out, context.surroundings.output_width);
  for (const auto& one : fetched)
    if (!one.sentence.empty()) context.err << tr("{1}: {2}", {one.reference, one.sentence}) << '\n';
}

} // namespace

int access_list_fetch(Context& context) {
  constexpr std::int64_t usual_size = 512, most_size = 4096, usual_time = 600, most_time = 86400; // MB, seconds
  ListFetchOrder order;
  order.limits.limit = static_cast<std::uint64_t>(number_within(context, "limit-mb", usual_size, most_size)) << 20;
  order.limits.patience = std::chrono::seconds{number_within(context, "timeout", usual_time, most_time)};
  const auto workspace = context.open_workspace();
  const auto sources = chosen_sources(context, workspace);
  const ListCache cache{list_cache_folder(context)};
  order.trust = authorities_of_workspace(workspace, context.surroundings.now);
  order.limits.progress = context.start_progress();
  std::vector<FetchedList> fetched;
  for (const auto& source : sources) fetched.push_back(fetch_list(source, cache, order));
  print(context, sources, fetched);
  return std::ranges::all_of(fetched, [](const FetchedList& one) { return one.outcome != FetchOutcome::failed && one.sentence.empty(); }) ? 0 : 1;
}

} // namespace hdskit::cli::press
