#include "cli/command.hpp"

#include "cli/risk_list_filter.hpp"
#include "cli/risk_view.hpp"
#include "cli/table.hpp"
#include "toolkit/dossier/risk_figures.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view strategies[] = {"undecided", "reduce", "accept", "avoid", "share"};

constexpr Option options[] = {
    risk_kind_option,
    {.name = "family", .placeholder = marked("WORDS"), .help = marked("Only those whose family holds these words.")},
    {.name = "level", .placeholder = marked("LEVEL"), .help = marked("Only risks of that level before treatment: its number or its word on the scale.")},
    {.name = "residual-level", .placeholder = marked("LEVEL"), .help = marked("Only risks of that level after treatment.")},
    {.name = "strategy",
     .placeholder = marked("STRATEGY"),
     .help = marked("Only risks treated in that way."),
     .kind = OptionKind::choice,
     .choices = strategies},
    {.name = "owner", .placeholder = marked("NAME"), .help = marked("Only those that somebody answers for.")},
    {.name = "text", .placeholder = marked("WORDS"), .help = marked("Only those that hold all of these words, in whatever field.")},
    {.name = "scenario", .placeholder = marked("REFERENCE"), .help = marked("Only what belongs to an operational or strategic scenario.")},
};

void list_risks(Context& context, const Workspace& workspace) {
  const AssessedStudy assessed{workspace};
  const RiskListFilter filter{assessed.scale(), Risk::type().kind, context.arguments};
  if (context.json) {
    JsonArrayPrinter all{context.out};
    for (const auto& assessment : assessed.assessments())
      if (filter.takes(assessed.index(), assessment)) all.add(risk_json(assessed, assessment));
    return all.end();
  }
  Table table{{tr("Reference"), tr("Scenario"), tr("Family"), tr("Grades"), tr("Level"), tr("Strategy"), tr("After treatment"), tr("Owner")}};
  const auto strategy_labels = choices_of(Strategy{});
  for (const auto& assessment : assessed.assessments()) {
    if (!filter.takes(assessed.index(), assessment)) continue;
    const auto& risk = *assessment.risk;
    table.add({risk.reference, risk.name, risk.family, shown_grades(assessment.initial), level_text(assessed.scale(), assessment.initial.level),
               tr(strategy_labels[static_cast<std::size_t>(risk.strategy)].label), level_text(assessed.scale(), assessment.residual.level), risk.owner});
  }
  table.print(context.out, context.surroundings.output_width);
}

void list_records(Context& context, const Workspace& workspace, const RecordKind& kind) {
  const RiskListFilter filter{workspace_scale(workspace), kind.word, context.arguments};
  std::vector<RecordView> records;
  for (auto& record : kind.all(workspace))
    if (filter.takes(kind, record)) records.push_back(std::move(record));
  if (context.json) {
    json::array all;
    for (const auto& record : records) all.push_back(record_json(kind, record));
    return print_json(context.out, all);
  }
  std::vector<std::size_t> places{kind.index_of("reference")};
  for (const auto column : kind.columns)
    if (column != "reference") places.push_back(kind.index_of(column));
  std::vector<std::string> headings;
  for (const auto place : places) headings.push_back(tr(kind.fields[place].label));
  Table table{headings};
  for (const auto& record : records) {
    std::vector<std::string> row;
    for (const auto place : places) row.push_back(shown_value(workspace, kind.fields[place], record.values[place]));
    table.add(std::move(row));
  }
  table.print(context.out, context.surroundings.output_width);
}

int run(Context& context) {
  const auto& kind = chosen_kind(context.arguments);
  const auto workspace = context.open_workspace();
  if (kind.word == Risk::type().kind) list_risks(context, workspace);
  else list_records(context, workspace, kind);
  return 0;
}

} // namespace

extern const Command risk_list;
const Command risk_list{
    .name = "risk list",
    .summary = marked("List the risks, or another kind of object of the study"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
