#include "cli/command.hpp"

#include "cli/continuity_options.hpp"
#include "cli/read_table.hpp"
#include "cli/table_import_view.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/continuity/continuity_json.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/exchange/continuity_sheet.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "file",
     .placeholder = marked("FILE"),
     .help = marked("A table, CSV or a workbook of Excel (.xlsx), or the JSON that “hdskit continuity export” writes."),
     .kind = OptionKind::path,
     .required = true},
};
constexpr Option options[] = {
    {.name = "kind",
     .placeholder = marked("KIND"),
     .help = marked("What kind of record the rows of the table are (default: told from its headings)."),
     .kind = OptionKind::choice,
     .choices = continuity_kind_words},
    import_preview_option,
};

bool is_document(const std::string& file) { return folded(file).ends_with(".json"); }

int import_document(Context& context, const std::string& file) {
  if (context.arguments.has("kind")) throw Problem{ProblemKind::bad_input, "kind", tr("A JSON document holds records of all kinds."), tr("Leave out --kind.")};
  const auto read = parse_continuity(read_file(file, continuity_size_limit), file);
  auto workspace = context.open_workspace();
  const auto expected = preview_continuity(workspace, read);
  RecordImport outcome{.added = expected.added, .changed = expected.changed, .unchanged = expected.unchanged};
  if (!context.arguments.has("preview") && expected.added + expected.changed > 0)
    workspace.change(context.acting(), [&](Change& change) { import_continuity(change, read); });
  return finish_import(context, std::move(outcome), [](const RecordImport&) {});
}

int run(Context& context) {
  const auto file = context.arguments.text("file");
  if (is_document(file)) return import_document(context, file);
  const auto reading = read_table_file(context, file);
  const auto& kind = context.arguments.has("kind") ? chosen_continuity_kind(context.arguments) : continuity_kind_of(reading.table, file);
  auto workspace = context.open_workspace();
  return finish_import(context, preview_continuity_table(workspace, kind, reading), [&](const RecordImport& outcome) {
    workspace.change(context.acting(), [&](Change& change) { import_continuity_table(change, kind, outcome, file); });
  });
}

} // namespace

extern const Command continuity_import;
const Command continuity_import{
    .name = "continuity import",
    .summary = marked("Take records of continuity from a table or from JSON, all of them or none"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
