#include "gui/presenter/dashboard.hpp"

#include "gui/presenter/deadlines.hpp"
#include "gui/presenter/journal_words.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/deadlines.hpp"
#include "toolkit/dossier/dossier_status.hpp"
#include "toolkit/surroundings/surroundings.hpp"

#include <algorithm>
#include <map>

namespace hdskit::gui {
namespace {

constexpr int soon_days = 30;
constexpr std::int64_t changes_read = 1000; ///< an import of a spreadsheet changes hundreds of answers at once
constexpr int first_answers = 3;

int percent(int done, int all) { return all == 0 ? 0 : done * 100 / all; }

Progression progression(const char* words, int done, int all) {
  return {done, all, tr(words, {std::to_string(done), std::to_string(all), std::to_string(percent(done, all))})};
}

ListRow share_row(const Share& share, const std::string& title, const Destination& destination, std::size_t row) {
  const auto count = [](int number, Tone tone) { return Cell{std::to_string(number), number > 0 ? tone : Tone::neutral}; };
  return {key_of(destination, row),
          {{title},
           {tr("{1} of {2}", {std::to_string(share.answered), std::to_string(share.items)})},
           {tr("{1} of {2}", {std::to_string(share.demonstrated), std::to_string(share.items)})},
           count(share.expired, Tone::bad),
           count(share.gaps, Tone::warning)}};
}

ListRows share_rows(const CompletenessSummary& summary) {
  std::vector<ListRow> rows;
  for (const auto& share : summary.obligations) rows.push_back(share_row(share, share.title, {"requirements", share.id}, rows.size()));
  for (const auto& share : summary.forms) rows.push_back(share_row(share, share.id + " – " + share.title, {"dossier", share.id}, rows.size()));
  return rows_at_hand({{tr("Obligation or form")},
                       {tr("Answers"), CellKind::number},
                       {tr("Demonstrated"), CellKind::number},
                       {tr("Expired"), CellKind::number},
                       {tr("Missing"), CellKind::number}},
                      std::move(rows));
}

std::string distance(Date today, const Deadline& due) {
  const auto days = days_between(today, due.day);
  if (days < 0) return tr("✖ overdue");
  const auto words = days == 0 ? tr("today") : trn("in {1} day", "in {1} days", days);
  return days <= soon_days ? "⚠ " + words : words;
}

ListRows due_rows(const Standing& standing) {
  std::vector<ListRow> rows;
  for (const auto& due : all_deadlines(standing.input, standing.day)) {
    if (due.done) continue;
    const auto days = days_between(standing.day, due.day);
    if (days > status_days_ahead) break;
    const auto tone = days < 0 ? Tone::bad : days <= soon_days ? Tone::warning : Tone::neutral;
    const bool of_procedure = due.subject.starts_with("procedure:");
    auto sentence = of_procedure || due.detail.empty() ? due.title : due.detail;
    if (due.hypothetical) sentence += " – " + tr("hypothetical");
    rows.push_back({key_of(destination_of(due), rows.size()), {{distance(standing.day, due), tone}, {due.day.iso()}, {std::move(sentence)}}});
  }
  if (rows.empty())
    rows.push_back(
        {key_of({"deadlines", ""}, 0), {{"✔"}, {""}, {trn("Nothing is due in the next day.", "Nothing is due in the next {1} days.", status_days_ahead)}}});
  return rows_at_hand({{tr("When")}, {tr("Day"), CellKind::date}, {tr("What is due")}}, std::move(rows));
}

ListRows finding_rows(const Standing& standing) {
  auto gaps = standing.gaps;
  std::ranges::stable_sort(gaps, {}, [](const Gap& gap) { return rank_of(gap.kind); });
  if (gaps.size() > findings_shown) gaps.resize(findings_shown);
  std::vector<ListRow> rows;
  for (const auto& gap : gaps) rows.push_back({key_of(destination_of(gap, standing.input), rows.size()), {{"⚠ " + gap.sentence}}});
  if (rows.empty()) rows.push_back({key_of({"dossier", ""}, 0), {{"✔ " + tr("The dossier is complete.")}}});
  return rows_at_hand({{tr("What is missing")}}, std::move(rows));
}

std::vector<FirstStep> first_steps(const Standing& standing) {
  const auto& input = standing.input;
  const auto& gaps = standing.gaps;
  const auto& summary = standing.summary;
  const auto* host = input.host();
  const auto& organisation = input.organisation;
  const auto vacant = std::ranges::count(gaps, GapKind::mandate_vacant, &Gap::kind);
  const bool described = host && !organisation.sites.empty() && !organisation.services.empty();
  if (described && summary.answered >= first_answers) return {};
  const auto entity = host ? "entity:" + host->id.text() : "entity";
  const auto next = std::ranges::find(gaps, GapKind::unanswered, &Gap::kind);
  return {{host != nullptr, tr("Describe the hosting hospital"), {"organisation", entity}},
          {host && !host->representative.empty(), tr("Say who represents it and signs the file"), {"organisation", entity}},
          {!organisation.sites.empty(), tr("Describe a hosting site"), {"organisation", "site"}},
          {!organisation.services.empty(), tr("Describe a hosted service"), {"organisation", "service"}},
          {vacant == 0,
           vacant == 0 ? tr("Name who holds each function") : tr("Name who holds each function (still vacant: {1})", {std::to_string(vacant)}),
           {"organisation", "mandate"}},
          {summary.answered >= first_answers, tr("Give the first answers"), {"requirements", next == gaps.end() ? "" : next->item}}};
}

Destination changed_record(const JournalEntry& entry, const std::string& title) {
  if (entry.verb == "remove") return {"journal", entry.kind + ":" + entry.subject};
  if (entry.kind == "answer") return {"requirements", title};
  if (entry.kind == "evidence") return {"evidence", title};
  if (entry.kind == "filing") return {"dossier", ""};
  const auto kinds = record_kinds();
  const bool organisation = std::ranges::find(kinds, entry.kind, &RecordKind::word) != kinds.end();
  return {organisation ? "organisation" : "journal", entry.kind + ":" + entry.subject};
}

std::string day_and_hour(const std::string& at, Date today) {
  const auto time = paris_time(at), hour = time.substr(time.find(' ') + 1);
  const auto instant = Instant::parse(at);
  if (!instant) return at;
  return paris_date(*instant) == today ? tr("today, {1}", {hour}) : tr("yesterday, {1}", {hour});
}

/// All that was done to one record.
struct ChangedRecord {
  JournalEntry latest;
  std::vector<std::string> people, verbs;
  int entries = 0;
};

void add_once(std::vector<std::string>& list, const std::string& text) {
  if (std::ranges::find(list, text) == list.end()) list.push_back(text);
}

std::string list_of(const std::vector<std::string>& parts) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

} // namespace

Dashboard dashboard_of(const Standing& standing) {
  const auto* host = standing.input.host();
  const auto& summary = standing.summary;
  const auto gaps = static_cast<std::int64_t>(standing.gaps.size());
  Dashboard board;
  board.hospital = host ? host->name : tr("Your hospital");
  board.verdict = gaps == 0 ? "✔ " + tr("The dossier is complete.")
                            : "⚠ " + trn("{1} gap keeps the dossier from being complete.", "{1} gaps keep the dossier from being complete.", gaps);
  board.tone = gaps == 0 ? Tone::good : Tone::warning;
  board.answered = progression(marked("Answered: {1} of {2} items ({3} %)"), summary.answered, summary.items);
  board.demonstrated = progression(marked("Demonstrated: {1} of {2} items ({3} %)"), summary.demonstrated, summary.items);
  board.first_steps = first_steps(standing);
  board.shares = share_rows(summary);
  board.due = due_rows(standing);
  board.findings = finding_rows(standing);
  board.more_findings = trn("See the gap", "All {1} gaps", gaps);
  return board;
}

ListRows changes_since_yesterday(const Workspace& workspace, Date today) {
  const auto entries = journal_entries(workspace, {.last = changes_read, .since = paris_midnight(today.plus_days(-1)).iso()});
  std::vector<ChangedRecord> records;
  std::map<std::pair<std::string, std::string>, std::size_t> places;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (entry->kind == "document") continue; // told with the evidence that describes it
    const auto [place, added] = places.try_emplace({entry->kind, entry->subject}, records.size());
    if (added) records.push_back({*entry, {}, {}, 0});
    auto& record = records[place->second];
    add_once(record.people, entry->actor);
    add_once(record.verbs, verb_in_words(entry->verb));
    ++record.entries;
  }
  JournalWords words{workspace};
  std::vector<ListRow> rows;
  for (const auto& record : records) {
    const auto title = words.subject_of(record.latest);
    auto done = list_of(record.verbs);
    if (record.entries > 1) done += " (" + std::to_string(record.entries) + ")";
    rows.push_back({key_of(changed_record(record.latest, title), rows.size()),
                    {{day_and_hour(record.latest.at, today)},
                     {list_of(record.people)},
                     {title.empty() ? tr("{1}: {2}", {kind_in_words(record.latest.kind), done})
                                    : tr("{1} “{2}”: {3}", {kind_in_words(record.latest.kind), title, done})}}});
  }
  if (rows.empty()) rows.push_back({key_of({"journal", ""}, 0), {{""}, {""}, {tr("Nothing changed since yesterday.")}}});
  return rows_at_hand({{tr("When (Paris)")}, {tr("Who")}, {tr("What")}}, std::move(rows));
}

} // namespace hdskit::gui
