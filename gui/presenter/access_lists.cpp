#include "gui/presenter/access_lists.hpp"

#include "gui/presenter/shown.hpp"
#include "toolkit/access/list_fetch.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/surroundings/surroundings.hpp"

#include <system_error>

namespace hdskit::gui {
namespace {

std::string moment_text(const std::optional<Instant>& moment) { return moment ? shown_moment(moment->iso()) : ""; }

bool is_old(const CachedList& list, Date today) { return !list.next_update || paris_date(*list.next_update) < today; }

} // namespace

std::filesystem::path usual_list_folder() {
  const auto surroundings = real_surroundings();
  const std::filesystem::path named{surroundings.variable("XDG_CACHE_HOME")}; // XDG Base Directory Specification 0.8
  return (named.is_absolute() ? named : std::filesystem::path{surroundings.variable("HOME")} / ".cache") / "hdskit" / "lists";
}

std::vector<ListState> read_list_states(const std::vector<ListSource>& sources, const std::filesystem::path& folder) {
  std::vector<ListState> states;
  for (const auto& source : sources) {
    ListState state;
    std::error_code ignored;
    try {
      if (!is_address(source)) {
        if (!std::filesystem::is_regular_file(source.location, ignored)) state.trouble = tr("The file is not there.");
      } else if (std::filesystem::is_directory(folder, ignored)) state.cached = ListCache{folder}.find(source);
    } catch (const Problem& problem) { state.trouble = problem.what(); }
    states.push_back(std::move(state));
  }
  return states;
}

WorkspaceTrust workspace_trust(const Workspace& workspace, Instant at) { return trust_of_workspace(workspace, ListCache{usual_list_folder()}, at); }

Cell list_cell(const ListSource& source, const ListState& state, Date today) {
  if (!state.trouble.empty()) return {"✖ " + state.trouble, Tone::bad};
  if (!is_address(source)) return {"◔ " + tr("read where it lies"), Tone::neutral};
  if (!state.cached) return {"○ " + tr("never fetched"), Tone::bad};
  if (is_old(*state.cached, today)) return {"✖ " + tr("too old"), Tone::bad};
  return state.cached->proven_by.empty() ? Cell{"⚠ " + tr("its authority is not trusted"), Tone::warning} : Cell{"✔ " + tr("fresh"), Tone::good};
}

ListRows list_rows(const AccessMap& map) {
  std::vector<ListRow> rows;
  for (std::size_t place = 0; place < map.records.lists.size(); ++place) {
    const auto& source = map.records.lists[place];
    const auto& state = map.list_states.at(place);
    const auto cached = state.cached.value_or(CachedList{});
    rows.push_back({source.reference,
                    {list_cell(source, state, map.day),
                     {source.reference},
                     {moment_text(cached.this_update)},
                     {moment_text(cached.next_update)},
                     {source.location},
                     {moment_text(cached.fetched), Tone::faint}}});
  }
  return rows_at_hand({{tr("Freshness")}, {tr("Name")}, {tr("Made on")}, {tr("Holds until")}, {tr("Address or file")}, {tr("Fetched")}}, std::move(rows));
}

Cell lists_sentence(const AccessMap& map) {
  const auto& lists = map.records.lists;
  if (lists.empty())
    return {"⚠ " + tr("No revocation list is known: press “New list source” and write the address that the authority publishes, or a file."), Tone::warning};
  std::size_t bad = 0;
  for (std::size_t place = 0; place < lists.size(); ++place) bad += list_cell(lists[place], map.list_states.at(place), map.day).tone == Tone::bad ? 1 : 0;
  if (bad == 0) return {"✔ " + tr("Every list can be read and holds today."), Tone::good};
  return {"⚠ " + tr("Lists that are missing or too old: {1} of {2}. Cards of their authorities are counted as unknown.",
                    {std::to_string(bad), std::to_string(lists.size())}),
          Tone::warning};
}

Cell fetch_lists(const std::string& location, Instant at, const Progress& progress) {
  const auto workspace = Workspace::open(location);
  const auto sources = read_access(workspace).lists;
  const ListCache cache{usual_list_folder()};
  ListFetchOrder order;
  order.trust = authorities_of_workspace(workspace, at);
  std::vector<std::string> failures;
  std::size_t fetched = 0;
  for (std::size_t place = 0; place < sources.size(); ++place) {
    progress.tell(sources[place].reference, place, sources.size());
    progress.stop_if_cancelled();
    order.limits.progress = progress;
    const auto result = fetch_list(sources[place], cache, order);
    if (result.outcome == FetchOutcome::failed) failures.push_back(result.reference + ": " + result.sentence);
    else if (result.outcome != FetchOutcome::local) ++fetched;
  }
  const auto words = tr("Lists that are the newest: {1}.", {std::to_string(fetched)});
  return failures.empty() ? Cell{"✔ " + words, Tone::good} : Cell{"✖ " + words + " " + joined(failures, " "), Tone::bad};
}

} // namespace hdskit::gui
