#include "cli/record_changes.hpp"

#include "cli/records.hpp"
#include "toolkit/base/translate.hpp"

#include <ostream>

namespace hdskit::cli {

void add_and_report(Context& context, Workspace& workspace, const RecordKind& kind, const Assignments& assignments) {
  std::int64_t id = 0;
  workspace.change(context.acting(), [&](Change& change) { id = kind.add(change, assignments); });
  const ReferencedRecord added{kind, kind.find(workspace, id)};
  if (context.json) print_json(context.out, record_json(kind, added.record));
  else context.out << tr("Recorded: {1} {2}.", {tr(kind.label), added.name()}) << '\n';
}

void edit_and_report(Context& context, Workspace& workspace, const ReferencedRecord& found, const Assignments& assignments) {
  workspace.change(context.acting(), [&](Change& change) { found.kind.edit(change, found.record.id, assignments); });
  const ReferencedRecord changed{found.kind, found.kind.find(workspace, found.record.id)};
  if (context.json) print_json(context.out, record_json(changed.kind, changed.record));
  else context.out << tr("Changed: {1} {2}.", {tr(changed.kind.label), changed.name()}) << '\n';
}

void remove_and_report(Context& context, Workspace& workspace, const ReferencedRecord& found) {
  workspace.change(context.acting(), [&](Change& change) { found.kind.remove(change, found.record.id); });
  if (context.json) print_json(context.out, json::object{{"removed", json_text(found.key())}});
  else context.out << tr("Removed: {1} {2}.", {tr(found.kind.label), found.name()}) << '\n';
}

} // namespace hdskit::cli
