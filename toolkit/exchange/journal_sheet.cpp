#include "toolkit/exchange/journal_sheet.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

Sheet journal_sheet(const std::vector<JournalEntry>& entries) {
  Sheet sheet{
      .title = tr("Journal"),
      .columns = {{tr("No."), CellKind::number}, {tr("When (UTC)")}, {tr("Who")}, {tr("What")}, {tr("Kind")}, {tr("Subject")}, {tr("Before")}, {tr("After")}},
      .rows = {}};
  for (const auto& entry : entries)
    sheet.rows.push_back({std::to_string(entry.number), entry.at, entry.actor, entry.verb, entry.kind, entry.subject, entry.before, entry.after});
  return sheet;
}

} // namespace hdskit
