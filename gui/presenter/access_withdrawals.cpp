#include "gui/presenter/access_review.hpp"

#include "gui/presenter/access_words.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

bool late(const Withdrawal& one, Date day) { return !one.done_on && one.due && *one.due < day; }

Cell state_cell(const Withdrawal& one, Date day) {
  if (one.done_on) return {"✔ " + tr("done"), Tone::good};
  return late(one, day) ? Cell{"✖ " + tr("late"), Tone::bad} : Cell{"◔ " + tr("to be done"), Tone::warning};
}

} // namespace

std::string account_of(const AccessMap& map, const Withdrawal& withdrawal) {
  if (!map.work || map.work->campaign.reference != withdrawal.campaign) return "";
  const auto* line = map.work->line(withdrawal.line);
  if (!line) return "";
  return subject_of(*line) + (line->name.empty() ? "" : " – " + line->name);
}

ListRows withdrawal_rows(const AccessMap& map, bool all, std::string_view words) {
  const SoughtWords sought{words};
  std::vector<const Withdrawal*> shown;
  for (const auto& one : map.records.withdrawals)
    if (all || !one.done_on) shown.push_back(&one);
  std::ranges::stable_sort(shown, {}, [](const Withdrawal* one) { return std::pair{one->done_on.has_value(), day_text(one->due)}; });
  std::vector<ListRow> rows;
  for (const auto* one : shown) {
    const auto account = account_of(map, *one);
    ListRow row{one->reference,
                {state_cell(*one, map.day),
                 {one->reference},
                 {day_text(one->due), late(*one, map.day) ? Tone::bad : Tone::neutral},
                 {tr(choices_of(one->action)[static_cast<std::size_t>(one->action)].label)},
                 {account.empty() ? tr("line {1} of {2}", {std::to_string(one->line), one->campaign}) : account},
                 {day_text(one->done_on)},
                 {one->done_by}}};
    std::vector<std::string> texts;
    for (const auto& cell : row.cells) texts.push_back(cell.text);
    if (sought.are_in(texts)) rows.push_back(std::move(row));
  }
  return rows_at_hand({{tr("State")},
                       {tr("Withdrawal")},
                       {tr("Due"), CellKind::date},
                       {tr("What is to be done")},
                       {tr("Account")},
                       {tr("Done on"), CellKind::date},
                       {tr("Done by")}},
                      std::move(rows));
}

std::string done_fault(const Withdrawal& withdrawal, const std::string& evidence, const std::string& note) {
  if (withdrawal.done_on) return tr("It is carried out already.");
  if (trimmed(evidence).empty() && trimmed(note).empty()) return tr("Cite a document, or write how it was carried out.");
  return "";
}

Cell withdrawals_sentence(const AccessMap& map) {
  const auto& all = map.records.withdrawals;
  if (all.empty()) return {tr("No withdrawal was decided yet: a campaign that is signed lists here what has to be carried out."), Tone::faint};
  const auto waiting = std::ranges::count_if(all, [](const Withdrawal& one) { return !one.done_on; });
  const auto overdue = std::ranges::count_if(all, [&](const Withdrawal& one) { return late(one, map.day); });
  if (waiting == 0) return {"✔ " + tr("Every withdrawal that was decided is carried out."), Tone::good};
  if (overdue > 0) return {"✖ " + tr("To be carried out: {1}, of which {2} are late.", {std::to_string(waiting), std::to_string(overdue)}), Tone::bad};
  return {"◔ " + tr("To be carried out: {1}.", {std::to_string(waiting)}), Tone::warning};
}

} // namespace hdskit::gui
