#include "gui/presenter/access_population.hpp"

#include "gui/presenter/access_words.hpp"
#include "gui/presenter/form_calendar.hpp"
#include "gui/presenter/shown.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

std::string number(std::int64_t count) { return french_number(count); }

Cell state_cell(const HeldCertificate& held) {
  if (held.good) return held.expiring ? Cell{"◔ " + tr("good, expires soon"), Tone::warning} : Cell{"✔ " + tr("good"), Tone::good};
  return {(held.unknown ? "⚠ " : "✖ ") + held.state, held.unknown ? Tone::warning : Tone::bad};
}

std::string month_of(const std::optional<Date>& day) {
  constexpr std::size_t year_and_month = 7; // "2026-11"
  return day ? day->iso().substr(0, year_and_month) : "";
}

bool fits(const HeldCertificate& held, const CertificateFilter& filter) {
  if (filter.attention && held.good && !held.expiring) return false;
  return filter.month.empty() || month_of(held.until) == filter.month;
}

void add_count(std::vector<Cell>& lines, std::int64_t count, const char* symbol, Tone tone, const char* words) {
  if (count > 0) lines.push_back({std::string{symbol} + " " + tr(words, {number(count)}), tone});
}

} // namespace

std::vector<Cell> population_sentences(const AccessMap& map) {
  const auto* run = map.last_population();
  if (!run)
    return {{tr("No card certificate was checked yet: import the authorities under “Authorities and lists…”, then press “Check certificates…”."), Tone::faint}};
  std::vector<Cell> lines{{tr("{1}, {2}: {3} certificates", {run->reference, shown_moment(run->moment), number(run->certificates)})}};
  add_count(lines, run->good, "✔", Tone::good, marked("good: {1}"));
  add_count(lines, run->expiring, "◔", Tone::warning, marked("expiring soon: {1}"));
  add_count(lines, run->revoked, "✖", Tone::bad, marked("revoked: {1}"));
  add_count(lines, run->expired, "✖", Tone::bad, marked("expired: {1}"));
  add_count(lines, run->not_yet_valid, "⚠", Tone::warning, marked("not yet valid: {1}"));
  add_count(lines, run->untrusted, "✖", Tone::bad, marked("untrusted: {1}"));
  add_count(lines, run->unknown, "⚠", Tone::warning, marked("unknown, for want of a fresh list: {1}"));
  if (!run->findings.empty()) lines.push_back({"⚠ " + run->findings.front(), Tone::warning});
  if (map.certificates_forgotten) lines.push_back({tr("The details of this check were forgotten; the figures stay."), Tone::faint});
  return lines;
}

ListRows certificate_rows(const AccessMap& map, const CertificateFilter& filter) {
  const SoughtWords sought{filter.words};
  std::vector<ListRow> rows;
  for (std::size_t place = 0; place < map.certificates.size(); ++place) {
    const auto& held = map.certificates[place];
    if (!fits(held, filter)) continue;
    const std::string texts[] = {held.name, held.identifier, held.card, held.use, held.state};
    if (!sought.are_in(texts)) continue;
    rows.push_back({std::to_string(place), {state_cell(held), {held.name}, {held.identifier}, {held.card}, {held.use}, {day_text(held.until)}}});
  }
  return rows_at_hand({{tr("State")}, {tr("Name")}, {tr("Identifier")}, {tr("Card")}, {tr("Use")}, {tr("Until"), CellKind::date}}, std::move(rows));
}

std::vector<ExpiryMonth> expiry_months(const AccessMap& map) {
  std::vector<ExpiryMonth> months;
  const auto first = *Date::of(map.day.year(), map.day.month(), 1);
  for (int ahead = 0; ahead < months_ahead; ++ahead) {
    const auto day = months_later(first, ahead);
    months.push_back({month_of(day), calendar_month(day).title});
  }
  for (const auto& held : map.certificates) {
    const auto month = std::ranges::find(months, month_of(held.until), &ExpiryMonth::key);
    if (month == months.end()) continue;
    ++month->cards;
    month->good += held.good ? 1 : 0;
  }
  return months;
}

ListRows expiry_rows(const std::vector<ExpiryMonth>& months) {
  std::vector<ListRow> rows;
  for (const auto& month : months) {
    const auto tone = month.good > 0 ? Tone::warning : month.cards > 0 ? Tone::neutral : Tone::faint;
    rows.push_back({month.key, {{month.title}, {number(month.cards), tone}, {number(month.good), tone}}});
  }
  return rows_at_hand({{tr("Month")}, {tr("Expire"), CellKind::number}, {tr("Good today"), CellKind::number}}, std::move(rows));
}

} // namespace hdskit::gui
