#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/records.hpp"
#include "cli/table.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/workspace/journal.hpp"

namespace hdskit::cli::commands {
namespace {

struct Count {
  std::string_view word;
  std::string label;
  std::size_t number;
};

std::vector<Count> counts_of(const Workspace& workspace) {
  std::vector<Count> counts;
  for (const auto& kind : record_kinds()) counts.push_back({kind.word, tr(kind.label), kind.all(workspace).size()});
  counts.push_back({"evidence", tr("evidence"), all_evidence(workspace).size()});
  counts.push_back({"answer", tr("answer"), all_answers(workspace).size()});
  return counts;
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto checklist = workspace_checklist(workspace);
  const auto journal = journal_position(workspace);
  const auto counts = counts_of(workspace);
  if (context.json) {
    json::object numbers;
    for (const auto& count : counts) numbers[count.word] = count.number;
    print_json(context.out, json::object{{"location", workspace.location()},
                                         {"format", workspace.format()},
                                         {"checklist", json::object{{"id", checklist.id}, {"version", checklist.version}}},
                                         {"journal", json::object{{"number", journal.number}, {"digest", journal.digest}}},
                                         {"counts", std::move(numbers)}});
    return 0;
  }
  Sheet sheet;
  sheet.add(tr("Workspace"), workspace.location());
  sheet.add(tr("Format"), std::to_string(workspace.format()));
  sheet.add(tr("Checklist"), checklist.title.in_current_language() + " (" + checklist.id + " " + checklist.version + ")");
  sheet.add(tr("Journal"), tr("{1} entries, digest {2}", {std::to_string(journal.number), journal.digest}));
  for (const auto& count : counts) sheet.add(count.label, std::to_string(count.number));
  sheet.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command workspace_show;
const Command workspace_show{
    .name = "workspace show",
    .summary = marked("Say what a workspace holds"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
