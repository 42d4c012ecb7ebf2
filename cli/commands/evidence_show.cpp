#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/evidence_options.hpp"
#include "cli/table.hpp"
#include "toolkit/evidence/evidence_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "document", .placeholder = marked("DOCUMENT"), .help = marked("The code of the document."), .required = true},
};

int run(Context& context) {
  const auto evidence = find_evidence(context.open_workspace(), context.arguments.text("document"));
  if (context.json) {
    print_json(context.out, evidence_json(evidence));
    return 0;
  }
  Sheet sheet;
  for (const auto& field : Evidence::type().fields) {
    auto text = field.get(evidence);
    for (const auto& choice : field.choices)
      if (choice.word == text) text = tr(choice.label);
    sheet.add(tr(field.label), text);
  }
  sheet.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command evidence_show;
const Command evidence_show{
    .name = "evidence show",
    .summary = marked("Show all that is known of a document"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
