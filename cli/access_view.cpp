#include "cli/access_view.hpp"

#include "cli/table.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <ostream>

namespace hdskit::cli {
namespace {

json::value day_json(const std::optional<Date>& day) { return day ? json::value(json_text(day->iso())) : json::value(nullptr); }
std::string day_text(const std::optional<Date>& day) { return day ? day->iso() : std::string{}; }
json::value moment_json(const std::optional<Instant>& moment) { return moment ? json::value(json_text(moment->iso())) : json::value(nullptr); }

json::array texts_json(const std::vector<std::string>& texts) {
  json::array all;
  for (const auto& text : texts) all.push_back(json_text(text));
  return all;
}

/// "2026-12"
std::string month_text(Date first) { return first.iso().substr(0, 7); }

json::object month_json(const ExpiryMonth& month, bool named) {
  json::object object{{"month", json_text(month_text(month.first))}, {"cards", month.cards.size()}};
  if (!named) return object;
  json::array list;
  for (const auto& card : month.cards)
    list.push_back(json::object{{"until", day_json(card.not_after)},
                                {"national_id", json_text(card.national_id)},
                                {"name", json_text(card.name)},
                                {"card", json_text(card.card)},
                                {"number", json_text(card.card_number)},
                                {"role", json_text(card.role)}});
  object["list"] = std::move(list);
  return object;
}

} // namespace

std::string moment_text(const std::optional<Instant>& moment) { return moment ? moment->iso() : std::string{}; }

json::object endpoint_state_json(const EndpointState& state) {
  return {{"endpoint", json_text(state.endpoint)},
          {"standing", json_text(to_field_text(state.standing))},
          {"last_check", day_json(state.last_check)},
          {"next_check", day_json(state.next_check)},
          {"sentence", json_text(state.sentence)}};
}

json::object endpoint_run_json(const EndpointRun& run) {
  return {{"reference", json_text(run.reference)},
          {"endpoint", json_text(run.endpoint)},
          {"url", json_text(run.url)},
          {"moment", json_text(run.moment)},
          {"verdict", json_text(to_field_text(run.verdict))},
          {"findings", run.findings},
          {"report", json_text(run.report)},
          {"evidence", json_text(run.evidence)}};
}

json::object population_run_json(const PopulationRun& run) {
  return {{"reference", json_text(run.reference)},
          {"moment", json_text(run.moment)},
          {"certificates", run.certificates},
          {"good", run.good},
          {"revoked", run.revoked},
          {"expired", run.expired},
          {"not_yet_valid", run.not_yet_valid},
          {"untrusted", run.untrusted},
          {"unknown", run.unknown},
          {"expiring", run.expiring},
          {"engine", json_text(run.engine)},
          {"trust", texts_json(run.trust)},
          {"lists", texts_json(run.lists)},
          {"findings", texts_json(run.findings)}};
}

void print_endpoint_runs(Context& context, std::span<const EndpointRun> runs) {
  if (runs.empty()) return;
  Table table{{tr("Check"), tr("At"), tr("Verdict"), tr("Faults"), tr("Evidence")}};
  for (const auto& run : runs)
    table.add(
        {run.reference, run.moment, tr(choices_of(run.verdict)[static_cast<std::size_t>(run.verdict)].label), std::to_string(run.findings), run.evidence});
  table.print(context.out, context.surroundings.output_width);
}

std::optional<CachedList> cached_list(const ListCache& cache, const ListSource& source) {
  if (!is_address(source)) return std::nullopt;
  try {
    return cache.find(source);
  } catch (const Problem&) { return std::nullopt; } // fetching tells, and fetches it anew
}

json::object list_state_json(const ListSource& source, const std::optional<CachedList>& known, Instant now) {
  const auto none = std::optional<Instant>{};
  return {{"reference", json_text(source.reference)},
          {"location", json_text(source.location)},
          {"proxy", json_text(source.proxy)},
          {"fetched", moment_json(known ? known->fetched : none)},
          {"this_update", moment_json(known ? known->this_update : none)},
          {"next_update", moment_json(known ? known->next_update : none)},
          {"number", json_text(known ? known->number : "")},
          {"sha256", json_text(known ? known->sha256 : "")},
          {"proven_by", json_text(known ? known->proven_by : "")},
          {"fresh", known && known->next_update && *known->next_update >= now},
          {"sentence", json_text(list_sentence(source, known, now))}};
}

std::string list_sentence(const ListSource& source, const std::optional<CachedList>& known, Instant now) {
  if (!is_address(source)) return tr("A file, read where it lies.");
  if (!known) return tr("Never fetched: certificates of its authority are unknown, never good.");
  if (!known->next_update || *known->next_update < now) return tr("Out of date: certificates of its authority are unknown, never good.");
  return known->proven_by.empty() ? tr("In date, but its authority is not trusted here.") : tr("In date, and signed by its authority.");
}

void print_expiries(Context& context, const PopulationRun& run, std::span<const ExpiryMonth> months) {
  const bool named = context.arguments.has("list");
  if (context.json) {
    json::array all;
    for (const auto& month : months) all.push_back(month_json(month, named));
    return print_json(context.out, json::object{{"check", json_text(run.reference)}, {"moment", json_text(run.moment)}, {"months", std::move(all)}});
  }
  if (months.empty()) {
    context.out << tr("No card ends in that time, as {1} of {2} knows it.", {run.reference, run.moment}) << '\n';
    return;
  }
  Table table = named ? Table{{tr("Until"), tr("Identifier"), tr("Name"), tr("Card"), tr("Number"), tr("Use")}} : Table{{tr("Month"), tr("Cards")}};
  for (const auto& month : months) {
    if (!named) table.add({month_text(month.first), french_number(static_cast<std::int64_t>(month.cards.size()))});
    else
      for (const auto& card : month.cards) table.add({day_text(card.not_after), card.national_id, card.name, card.card, card.card_number, card.role});
  }
  table.print(context.out, context.surroundings.output_width);
}

} // namespace hdskit::cli
