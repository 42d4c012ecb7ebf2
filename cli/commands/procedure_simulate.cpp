#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/regime_options.hpp"
#include "cli/table.hpp"
#include "toolkit/procedure/simulation.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {regime_operand};
constexpr Option options[] = {
    {.name = "filed",
     .placeholder = marked("DATE"),
     .help = marked("The day of the filing, or of whatever starts the regime."),
     .kind = OptionKind::date,
     .required = true},
    at_option,
    extend_option,
    calendar_option,
};

json::object stage_json(const Stage& stage, const SimulatedStage& simulated) {
  return {{"id", stage.id},
          {"title", json_text(stage.title.in_current_language())},
          {"owner", json_text(stage.owner.in_current_language())},
          {"start", date_json(simulated.start)},
          {"latest", date_json(simulated.latest)},
          {"start_extended", date_json(simulated.start_extended)},
          {"latest_extended", date_json(simulated.latest_extended)},
          {"other_reading", date_json(simulated.moved)},
          {"other_reading_extended", date_json(simulated.moved_extended)},
          {"by_stages", date_json(simulated.by_stages)},
          {"last_moment", simulated.last_moment ? json::value(*simulated.last_moment) : json::value()},
          {"planned", date_json(simulated.planned)},
          {"planned_extended", date_json(simulated.planned_extended)},
          {"silence", json_text(word_of(stage.silence))},
          {"implicit_decision", date_json(simulated.implicit_decision)},
          {"implicit_decision_extended", date_json(simulated.implicit_decision_extended)},
          {"article", stage.article}};
}

json::object as_json(const Regime& regime, const Simulation& simulation) {
  json::array stages;
  for (std::size_t i = 0; i < regime.stages.size(); ++i) stages.push_back(stage_json(regime.stages[i], simulation.stages[i]));
  return {{"regime", regime.id},
          {"version", regime.version},
          {"filed", simulation.filed.iso()},
          {"calendar", json_text(word_of(simulation.calendar))},
          {"stages", std::move(stages)},
          {"implicit_decision", date_json(simulation.implicit_decision)},
          {"implicit_decision_extended", date_json(simulation.implicit_decision_extended)},
          {"appeal", date_json(simulation.appeal)},
          {"appeal_extended", date_json(simulation.appeal_extended)},
          {"end", date_json(simulation.end)},
          {"end_extended", date_json(simulation.end_extended)}};
}

/// The last day, or about when a stage without limit usually ends.
std::string shown_end(const std::optional<Date>& latest, const std::optional<Date>& planned) {
  if (latest || !planned) return shown_day(latest);
  return tr("about {1}", {shown_day(planned)});
}

void print(Context& context, const Regime& regime, const Simulation& simulation) {
  context.out << regime.title.in_current_language() << "\n\n";
  Table table{{tr("Stage"), tr("Start"), tr("Last day"), tr("With all extensions"), tr("Title")}};
  for (std::size_t i = 0; i < regime.stages.size(); ++i) {
    const auto& simulated = simulation.stages[i];
    const auto last = simulated.last_moment ? *simulated.last_moment : shown_end(simulated.latest, simulated.planned);
    table.add({simulated.id, shown_day(simulated.start), last, shown_end(simulated.latest_extended, simulated.planned_extended),
               regime.stages[i].owner.in_current_language() + tr(": ") + regime.stages[i].title.in_current_language()});
  }
  table.print(context.out, context.surroundings.output_width);
  if (!simulation.implicit_decision) return;
  const bool rejected = regime.find_stage(regime.decides)->silence == SilenceRule::deemed_rejected;
  const auto day = shown_day(simulation.implicit_decision), extended = shown_day(simulation.implicit_decision_extended);
  context.out << '\n'
              << (rejected ? tr("Without an answer, an implicit rejection exists on {1}; with all extensions, on {2}.", {day, extended})
                           : tr("Without an answer, an implicit authorisation exists on {1}; with all extensions, on {2}.", {day, extended}))
              << '\n';
  if (simulation.appeal)
    context.out << tr("It can be brought before the court until {1}; with all extensions, until {2}.",
                      {shown_day(simulation.appeal), shown_day(simulation.appeal_extended)})
                << '\n';
}

int run(Context& context) {
  const auto regime = read_regime_operand(context.arguments);
  const auto simulation = simulate(regime, *context.arguments.date("filed"), read_choice(context.arguments));
  if (context.json) print_json(context.out, as_json(regime, simulation));
  else print(context, regime, simulation);
  return 0;
}

} // namespace

extern const Command procedure_simulate;
const Command procedure_simulate{
    .name = "procedure simulate",
    .summary = marked("Show the last day of each stage of a procedure, with and without extensions"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
