#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/organisation_options.hpp"
#include "cli/table.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {kind_operand, record_operand};

int run(Context& context) {
  const auto& kind = record_kind(context.arguments.text("kind"));
  const auto workspace = context.open_workspace();
  const auto record = find_by_words(workspace, kind, context.arguments.text("record"));
  if (context.json) {
    print_json(context.out, record_json(kind, record));
    return 0;
  }
  Sheet sheet;
  sheet.add(tr("No."), std::to_string(record.id));
  for (std::size_t i = 0; i < kind.fields.size(); ++i) sheet.add(tr(kind.fields[i].label), shown_value(workspace, kind.fields[i], record.values[i]));
  sheet.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command organisation_show;
const Command organisation_show{
    .name = "organisation show",
    .summary = marked("Show all fields of one record"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
