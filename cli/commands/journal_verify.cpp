#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/workspace/journal.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

json::value as_json(const std::optional<BrokenLink>& broken, const JournalPosition& position) {
  json::object object{{"intact", !broken}, {"entries", position.number}, {"digest", position.digest}};
  if (broken) object["broken"] = json::object{{"number", broken->number}, {"sentence", broken->sentence}};
  return object;
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto broken = verify_journal(workspace, context.start_progress());
  const auto position = journal_position(workspace);
  if (context.json) print_json(context.out, as_json(broken, position));
  else if (broken) context.out << tr("The journal is broken at entry {1}: {2}", {std::to_string(broken->number), broken->sentence}) << '\n';
  else context.out << tr("The journal is intact: {1} entries, the last one with the digest {2}.", {std::to_string(position.number), position.digest}) << '\n';
  return broken ? 1 : 0;
}

} // namespace

extern const Command journal_verify;
const Command journal_verify{
    .name = "journal verify",
    .summary = marked("Recompute the chain of the journal and name the first broken link"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
