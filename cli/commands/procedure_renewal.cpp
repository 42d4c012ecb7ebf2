#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/regime_options.hpp"
#include "cli/table.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/procedure/renewal.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {regime_operand};
constexpr Option options[] = {
    {.name = "granted", .placeholder = marked("DATE"), .help = marked("The day on which it was granted."), .kind = OptionKind::date, .required = true},
    {.name = "drafting-months",
     .placeholder = marked("MONTHS"),
     .help = marked("How long the hospital takes to write its file (default: 12)."),
     .kind = OptionKind::number},
    calendar_option,
};

json::object as_json(const Regime& regime, const RenewalPlan& plan) {
  return {{"regime", regime.id},
          {"granted", plan.granted.iso()},
          {"term", plan.term.iso()},
          {"lawful", date_json(plan.lawful)},
          {"lawful_working_day", date_json(plan.lawful_working_day)},
          {"prudent", date_json(plan.prudent)},
          {"prudent_working_day", date_json(plan.prudent_working_day)},
          {"start_drafting", date_json(plan.start_drafting)},
          {"drafting_months", plan.drafting_months},
          {"estimate", plan.rests_on_usual_times}};
}

void print(Context& context, const Regime& regime, const RenewalPlan& plan) {
  context.out << regime.title.in_current_language() << "\n\n";
  Sheet sheet;
  sheet.add(tr("Granted on"), shown_day(plan.granted));
  sheet.add(tr("Start of drafting"), shown_day(plan.start_drafting));
  sheet.add(tr("Prudent filing"), shown_day(plan.prudent_working_day));
  sheet.add(tr("Last lawful filing"), plan.lawful ? shown_day(plan.lawful) : tr("no text sets one"));
  if (plan.lawful != plan.lawful_working_day) sheet.add(tr("Working day before"), shown_day(plan.lawful_working_day));
  sheet.add(tr("Term"), shown_day(plan.term));
  sheet.print(context.out, context.surroundings.output_width);
  if (plan.rests_on_usual_times) context.out << '\n' << tr("Some stages have no limit: the prudent day rests on the times that they usually take.") << '\n';
}

int run(Context& context) {
  const auto regime = read_regime_operand(context.arguments);
  const auto months = context.arguments.number("drafting-months").value_or(usual_drafting_months);
  const auto plan = plan_renewal(regime, *context.arguments.date("granted"), months, read_choice(context.arguments));
  if (!plan)
    throw Problem{ProblemKind::bad_input, regime.id, tr("The regime “{1}” grants nothing for a limited time: there is nothing to renew.", {regime.id}),
                  tr("Choose a regime that sets a term, such as agrement-2006 or hds-certification.")};
  if (context.json) print_json(context.out, as_json(regime, *plan));
  else print(context, regime, *plan);
  return 0;
}

} // namespace

extern const Command procedure_renewal;
const Command procedure_renewal{
    .name = "procedure renewal",
    .summary = marked("Plan a renewal back from the term: when to file, when to begin writing"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
