#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/procedure_view.hpp"
#include "cli/regime_options.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {regime_operand};
constexpr Option options[] = {
    {.name = "title", .placeholder = marked("TITLE"), .help = marked("What the procedure is about."), .required = true},
    {.name = "filed", .placeholder = marked("DATE"), .help = marked("The day of the filing, when it has taken place."), .kind = OptionKind::date},
    at_option,
    {.name = "started",
     .placeholder = marked("DATE"),
     .help = marked("The day on which work began (default: today, or the filing)."),
     .kind = OptionKind::date},
    {.name = "renews", .placeholder = marked("PROCEDURE"), .help = marked("The procedure whose authorisation this one prolongs.")},
    {.name = "drafting-months",
     .placeholder = marked("MONTHS"),
     .help = marked("How long the hospital takes to write its file (default: 12)."),
     .kind = OptionKind::number},
    calendar_option,
    {.name = "owner", .placeholder = marked("NAME"), .help = marked("Who watches it.")},
    {.name = "note", .placeholder = marked("TEXT"), .help = marked("A note.")},
};

Procedure read_procedure(const Context& context, const Workspace& workspace) {
  const auto& arguments = context.arguments;
  Procedure procedure;
  procedure.title = arguments.text("title");
  procedure.regime = arguments.text("regime");
  procedure.regime_xml = regime_text(procedure.regime);
  from_field_text(arguments.text("calendar"), procedure.calendar);
  procedure.started_on = arguments.date("started");
  if (!procedure.started_on) procedure.started_on = arguments.date("filed").value_or(context.today());
  procedure.drafting_months = arguments.number("drafting-months");
  if (arguments.has("renews")) procedure.renews = procedure_by_words(workspace, arguments.text("renews"));
  procedure.owner = arguments.text("owner");
  procedure.note = arguments.text("note");
  return procedure;
}

int run(Context& context) {
  auto workspace = context.open_workspace();
  auto procedure = read_procedure(context, workspace);
  workspace.change(context.acting(), [&](Change& change) {
    procedure = start_procedure(change, procedure);
    if (const auto filed = context.arguments.date("filed"))
      record_event(change, {.procedure = procedure.id, .kind = EventKind::filed, .date = filed, .time_of_day = context.arguments.text("at")}, context.today());
  });
  const auto file = find_procedure(workspace, procedure.id);
  if (context.json) print_json(context.out, procedure_json(file, standing_of(file, context.today())));
  else context.out << tr("Started: procedure {1}, “{2}”.", {procedure.id.text(), procedure.title}) << '\n';
  return 0;
}

} // namespace

extern const Command procedure_start;
const Command procedure_start{
    .name = "procedure start",
    .summary = marked("Start to follow a procedure"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
