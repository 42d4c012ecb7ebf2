#include "cli/journal_view.hpp"

#include "cli/display_width.hpp"
#include "cli/table.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::cli {

json::object entry_json(const JournalEntry& entry) {
  return {{"number", entry.number},   {"at", entry.at},         {"actor", entry.actor}, {"verb", entry.verb},         {"kind", entry.kind},
          {"subject", entry.subject}, {"before", entry.before}, {"after", entry.after}, {"previous", entry.previous}, {"digest", entry.digest}};
}

void print_entries(std::ostream& out, const std::vector<JournalEntry>& entries, int width) {
  constexpr std::size_t longest = 120; // an adopted checklist has 60 KB; --json gives all of it
  Table table{{tr("No."), tr("When (UTC)"), tr("Who"), tr("What"), tr("Kind"), tr("Subject"), tr("After")}};
  for (const auto& entry : entries)
    table.add({std::to_string(entry.number), entry.at, entry.actor, entry.verb, entry.kind, entry.subject, shortened(entry.after, longest)});
  table.print(out, width);
}

} // namespace hdskit::cli
