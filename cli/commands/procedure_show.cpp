#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/procedure_view.hpp"
#include "cli/regime_options.hpp"
#include "cli/table.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {procedure_operand};
constexpr Option options[] = {today_option};

void print_head(Context& context, const ProcedureCase& file, const ProcedureStanding& standing) {
  Sheet sheet;
  sheet.add(tr("Procedure"), tr("{1}, {2}", {file.procedure.id.text(), file.procedure.title}));
  sheet.add(tr("Regime"), tr("{1}, version {2}: {3}", {file.regime->id, file.regime->version, file.regime->title.in_current_language()}));
  sheet.add(tr("State"), tr(label_of(standing.state)) + (standing.by_silence ? " " + tr("(by silence)") : ""));
  if (!file.procedure.owner.empty()) sheet.add(tr("Owner"), file.procedure.owner);
  sheet.add(tr("Filed"), shown_day(standing.filed));
  if (standing.granted) sheet.add(tr("Granted on"), shown_day(standing.granted));
  if (standing.refused) sheet.add(tr("Refused on"), shown_day(standing.refused));
  if (standing.appeal) sheet.add(tr("Last day to appeal"), shown_day(standing.appeal));
  if (standing.renewal) {
    sheet.add(tr("Start of drafting"), shown_day(standing.renewal->start_drafting));
    sheet.add(tr("Prudent filing"), shown_day(standing.renewal->prudent_working_day));
    sheet.add(tr("Last lawful filing"), shown_day(standing.renewal->lawful_working_day));
    sheet.add(tr("Term"), shown_day(standing.renewal->term));
  }
  if (!standing.gap.sentence.empty()) sheet.add(tr("Alarm"), standing.gap.sentence);
  sheet.print(context.out, context.surroundings.output_width);
}

void print_stages(Context& context, const Regime& regime, const ProcedureStanding& standing) {
  context.out << '\n';
  Table table{{tr("Stage"), tr("State"), tr("Start"), tr("Planned"), tr("Latest"), tr("Actual"), tr("Best"), tr("Worst"), tr("Title")}};
  const auto iso = [](const std::optional<Date>& day) { return day ? day->iso() : std::string{"–"}; };
  bool assumed = false;
  for (std::size_t i = 0; i < regime.stages.size(); ++i) {
    const auto& here = standing.stages[i];
    assumed = assumed || here.hypothetical;
    const auto latest = here.last_moment ? *here.last_moment : iso(here.latest);
    table.add({here.id, tr(label_of(here.state)), iso(here.start) + (here.start_assumed && !here.actual ? " ?" : ""), iso(here.planned),
               latest + (here.hypothetical && here.latest ? " ?" : ""), iso(here.actual), iso(here.best), iso(here.worst),
               tr("{1}: {2}", {regime.stages[i].owner.in_current_language(), regime.stages[i].title.in_current_language()})});
  }
  table.print(context.out, context.surroundings.output_width);
  if (assumed) context.out << tr("“?”: rests on an assumption, for what starts it is not recorded.") << '\n';
}

void print_events(Context& context, const ProcedureCase& file) {
  if (file.events.empty()) return;
  context.out << '\n';
  Table table{{tr("Date"), tr("Event"), tr("Stage"), tr("Outcome"), tr("Evidence"), tr("Note")}};
  for (const auto& event : file.events)
    table.add({to_field_text(event.date) + (event.time_of_day.empty() ? "" : " " + event.time_of_day),
               tr(choices_of(event.kind)[static_cast<std::size_t>(event.kind)].label), event.stage,
               event.favourable == Favour::unsaid ? "" : tr(choices_of(event.favourable)[static_cast<std::size_t>(event.favourable)].label), event.evidence,
               event.note});
  table.print(context.out, context.surroundings.output_width);
}

void print_duties(Context& context, const Regime& regime, const ProcedureStanding& standing) {
  if (standing.duties.empty()) return;
  context.out << '\n';
  Table table{{tr("Duty"), tr("Due"), tr("Done last"), tr("Title")}};
  for (const auto& duty : standing.duties)
    table.add({duty.id, duty.due.iso(), to_field_text(duty.last_done), regime.find_duty(duty.id)->title.in_current_language()});
  table.print(context.out, context.surroundings.output_width);
}

json::object as_json(const ProcedureCase& file, const ProcedureStanding& standing) {
  auto object = procedure_json(file, standing);
  object["stages"] = stages_json(*file.regime, standing);
  object["events"] = events_json(file);
  json::array duties;
  for (const auto& duty : standing.duties)
    duties.push_back(json::object{{"id", duty.id},
                                  {"title", json_text(file.regime->find_duty(duty.id)->title.in_current_language())},
                                  {"due", duty.due.iso()},
                                  {"last_done", date_json(duty.last_done)}});
  object["duties"] = std::move(duties);
  return object;
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto id = procedure_by_words(workspace, context.arguments.text("procedure"));
  const auto files = all_procedures(workspace); // all, for the gap with the one that renews it
  const auto standings = standings_of(files, context.date_or_today());
  const auto place = static_cast<std::size_t>(std::ranges::find(files, id, [](const ProcedureCase& file) { return file.procedure.id; }) - files.begin());
  const auto& file = files.at(place);
  const auto& standing = standings.at(place);
  if (context.json) {
    print_json(context.out, as_json(file, standing));
    return 0;
  }
  print_head(context, file, standing);
  print_stages(context, *file.regime, standing);
  print_events(context, file);
  print_duties(context, *file.regime, standing);
  return 0;
}

} // namespace

extern const Command procedure_show;
const Command procedure_show{
    .name = "procedure show",
    .summary = marked("Show where a procedure stands: planned, legal and actual days, best and worst case"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
