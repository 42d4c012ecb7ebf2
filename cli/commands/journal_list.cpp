#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/journal_view.hpp"
#include "cli/written_file.hpp"
#include "toolkit/exchange/journal_sheet.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "last", .placeholder = marked("COUNT"), .help = marked("Only the last entries."), .kind = OptionKind::number},
    {.name = "after", .placeholder = marked("NUMBER"), .help = marked("Only the entries after this one."), .kind = OptionKind::number},
    {.name = "kind", .placeholder = marked("KIND"), .help = marked("Only what concerns this kind of record, such as site or evidence.")},
    {.name = "subject", .placeholder = marked("SUBJECT"), .help = marked("Only what concerns this record: its number or its item.")},
    {.name = "by", .placeholder = marked("NAME"), .help = marked("Only what this person did.")},
    {.name = "output", .placeholder = marked("FILE"), .help = table_file_help, .kind = OptionKind::path},
};

JournalFilter filter_of(const Arguments& arguments) {
  return {arguments.text("kind"), arguments.text("subject"), arguments.text("by"), arguments.number("after").value_or(0), arguments.number("last").value_or(0)};
}

int run(Context& context) {
  const auto file = context.arguments.text("output");
  hand_over_workbook(context, file);
  const auto entries = journal_entries(context.open_workspace(), filter_of(context.arguments));
  if (!file.empty()) write_table(context, file, journal_sheet(entries));
  if (context.json) {
    json::array all;
    for (const auto& entry : entries) all.push_back(entry_json(entry));
    print_json(context.out, all);
    return 0;
  }
  if (!file.empty()) context.out << tr("Written: {1}", {file}) << '\n';
  else print_entries(context.out, entries, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command journal_list;
const Command journal_list{
    .name = "journal list",
    .summary = marked("Show who changed what, and when"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
