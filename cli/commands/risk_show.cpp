#include "cli/command.hpp"

#include "cli/risk_standing.hpp"
#include "cli/table.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {reference_operand};
constexpr Option options[] = {referenced_kind_option};

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto found = find_referenced(workspace, context.arguments);
  const AssessedStudy assessed{workspace};
  if (context.json) {
    print_json(context.out, standing_json(workspace, assessed, found));
    return 0;
  }
  Sheet sheet;
  for (std::size_t i = 0; i < found.kind.fields.size(); ++i)
    if (!found.record.values[i].empty())
      sheet.add(tr(found.kind.fields[i].label), shown_risk_value(workspace, assessed.scale(), found.kind, found.kind.fields[i], found.record.values[i]));
  sheet.print(context.out, context.surroundings.output_width);
  print_standing(context, workspace, assessed, found);
  return 0;
}

} // namespace

extern const Command risk_show;
const Command risk_show{
    .name = "risk show",
    .summary = marked("Show one risk, or another object of the study, with what is judged from it"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
