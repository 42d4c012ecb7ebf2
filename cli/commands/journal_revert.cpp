#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/journal_view.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/journal_reversal.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "first", .placeholder = marked("FIRST"), .help = marked("The number of the entry."), .kind = OptionKind::number, .required = true},
    {.name = "last",
     .placeholder = marked("LAST"),
     .help = marked("The number of the last entry, to take back all from FIRST to LAST."),
     .kind = OptionKind::number},
};

JournalSpan asked_for(const Arguments& arguments) {
  const auto first = arguments.number("first").value_or(0);
  if (first == 0) // an empty span would be nothing to do, silently
    throw Problem{ProblemKind::not_found, "0", tr("The journal has no entry 0: it begins with entry 1."), tr("See its entries with: hdskit journal list")};
  return {first, arguments.number("last").value_or(first)};
}

std::string numbers(JournalSpan span) { return std::to_string(span.first) + (span.first == span.last ? "" : " " + std::to_string(span.last)); }

void tell(std::ostream& out, JournalSpan asked, JournalSpan done) {
  if (!done) out << tr("There was nothing to do: documents stay in the vault.") << '\n';
  else if (asked.first == asked.last) out << tr("Taken back: entry {1}.", {std::to_string(asked.first)}) << '\n';
  else out << tr("Taken back: entries {1} to {2}.", {std::to_string(asked.first), std::to_string(asked.last)}) << '\n';
}

int run(Context& context) {
  const auto asked = asked_for(context.arguments);
  auto workspace = context.open_workspace();
  const auto done = change_and_note(workspace, context.acting(), [&](Change& change) { revert_changes(change, asked); });
  const auto entries = done ? journal_entries(workspace, {.after = done.first - 1, .until = done.last}) : std::vector<JournalEntry>{};
  if (context.json) {
    json::array all;
    for (const auto& entry : entries) all.push_back(entry_json(entry));
    print_json(context.out, json::object{{"first", done.first}, {"last", done.last}, {"entries", std::move(all)}});
    return 0;
  }
  tell(context.out, asked, done);
  if (!done) return 0;
  print_entries(context.out, entries, context.surroundings.output_width);
  context.out << tr("To do it again: hdskit journal revert {1}", {numbers(done)}) << '\n';
  return 0;
}

} // namespace

extern const Command journal_revert;
const Command journal_revert{
    .name = "journal revert",
    .summary = marked("Take entries of the journal back"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
