#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/procedure_view.hpp"
#include "cli/regime_options.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view event_words[] = {"filed", "received", "extended", "opinion", "decision", "suspended", "resumed", "waived", "done", "withdrawn"};
constexpr std::string_view outcome_words[] = {"favourable", "unfavourable"};

constexpr Option operands[] = {procedure_operand};
constexpr Option options[] = {
    {.name = "event",
     .placeholder = marked("EVENT"),
     .help = marked("What happened; “done” is for duties."),
     .kind = OptionKind::choice,
     .required = true,
     .choices = event_words},
    {.name = "stage", .placeholder = marked("STAGE"), .help = marked("The stage, or the duty, that it concerns.")},
    {.name = "date", .placeholder = marked("DATE"), .help = marked("The day on which it happened (default: today)."), .kind = OptionKind::date},
    at_option,
    {.name = "outcome",
     .placeholder = marked("OUTCOME"),
     .help = marked("Which way an opinion or a decision went."),
     .kind = OptionKind::choice,
     .choices = outcome_words},
    {.name = "evidence", .placeholder = marked("CODE"), .help = marked("The document that proves it.")},
    {.name = "note", .placeholder = marked("TEXT"), .help = marked("A note.")},
};

ProcedureEvent read_event(const Context& context, const Workspace& workspace) {
  const auto& arguments = context.arguments;
  ProcedureEvent event;
  event.procedure = procedure_by_words(workspace, arguments.text("procedure"));
  from_field_text(arguments.text("event"), event.kind);
  event.stage = arguments.text("stage");
  event.date = context.date_or_today();
  event.time_of_day = arguments.text("at");
  from_field_text(arguments.text("outcome"), event.favourable);
  if (arguments.has("evidence")) event.evidence = find_evidence(workspace, arguments.text("evidence")).code;
  event.note = arguments.text("note");
  return event;
}

int run(Context& context) {
  auto workspace = context.open_workspace();
  auto event = read_event(context, workspace);
  workspace.change(context.acting(), [&](Change& change) { event = record_event(change, event, context.today()); });
  if (context.json) {
    const auto file = find_procedure(workspace, event.procedure);
    const auto standing = standing_of(file, context.today());
    auto object = procedure_json(file, standing);
    object["stages"] = stages_json(*file.regime, standing);
    print_json(context.out, object);
  } else {
    const auto& kind = choices_of(event.kind)[static_cast<std::size_t>(event.kind)];
    context.out << tr("Recorded: {1}, {2}.", {tr(kind.label), tr_date(*event.date)}) << '\n';
  }
  return 0;
}

} // namespace

extern const Command procedure_record;
const Command procedure_record{
    .name = "procedure record",
    .summary = marked("Record what happened in a procedure"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
