#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/risk/catalogue.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "scenario", .placeholder = marked("SCENARIO"), .help = marked("The scenario to show whole, such as ransomware (default: list them all).")},
};

const CatalogueScenario::Text& text_of(const CatalogueScenario& scenario) {
  return current_language() == Language::french ? scenario.french : scenario.english;
}

json::object as_json(const CatalogueScenario& scenario) {
  const auto& text = text_of(scenario);
  json::array measures;
  for (const auto& measure : scenario.measures)
    measures.push_back(json::object{{"name", json_text(measure.name.in_current_language())}, {"family", to_field_text(measure.family)}});
  return {{"id", json_text(scenario.id)},
          {"family", json_text(scenario.family.in_current_language())},
          {"name", json_text(text.name)},
          {"asset", json_text(text.asset)},
          {"cause", json_text(text.cause)},
          {"patient", json_text(text.patient)},
          {"data", json_text(text.data)},
          {"activity", json_text(text.activity)},
          {"image", json_text(text.image)},
          {"finance", json_text(text.finance)},
          {"existing_measures", json_text(text.existing_measures)},
          {"minimum_events", json::array(scenario.minimum_events.begin(), scenario.minimum_events.end())},
          {"obligations", json::array(scenario.obligations.begin(), scenario.obligations.end())},
          {"measures", std::move(measures)},
          {"gravity", scenario.gravity},
          {"likelihood", scenario.likelihood}};
}

void print(Context& context, const CatalogueScenario& scenario) {
  const auto& text = text_of(scenario);
  Sheet sheet;
  sheet.add(tr("Scenario"), text.name);
  sheet.add(tr("Family"), scenario.family.in_current_language());
  sheet.add(tr("Asset or process"), text.asset);
  sheet.add(tr("Cause"), text.cause);
  sheet.add(tr("Consequences for patients"), text.patient);
  sheet.add(tr("Consequences for data"), text.data);
  sheet.add(tr("Consequences for the activity"), text.activity);
  sheet.add(tr("Consequences for the image"), text.image);
  sheet.add(tr("Financial consequences"), text.finance);
  sheet.add(tr("Existing measures"), text.existing_measures);
  sheet.add(tr("Minimum events (EXI 05)"), joined(scenario.minimum_events, ", "));
  sheet.add(tr("Obligations"), joined(scenario.obligations, ", "));
  std::vector<std::string> measures;
  for (const auto& measure : scenario.measures)
    measures.push_back(tr("{1} ({2})", {measure.name.in_current_language(), tr(choices_of(measure.family)[static_cast<std::size_t>(measure.family)].label)}));
  sheet.add(tr("Proposed measures"), joined(measures, "\n"));
  sheet.add(tr("To begin with"),
            tr("gravity {1}, likelihood {2} on four grades: to be judged again", {std::to_string(scenario.gravity), std::to_string(scenario.likelihood)}));
  sheet.print(context.out, context.surroundings.output_width);
}

int run(Context& context) {
  if (context.arguments.has("scenario")) {
    const auto& scenario = catalogue_scenario(context.arguments.text("scenario"));
    if (context.json) print_json(context.out, as_json(scenario));
    else print(context, scenario);
    return 0;
  }
  Table table{{tr("Id"), tr("Family"), tr("Scenario")}};
  json::array all;
  for (const auto& scenario : scenario_catalogue()) {
    table.add({scenario.id, scenario.family.in_current_language(), text_of(scenario).name});
    all.push_back(as_json(scenario));
  }
  if (context.json) print_json(context.out, all);
  else table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command risk_catalogue;
const Command risk_catalogue{
    .name = "risk catalogue",
    .summary = marked("List the scenarios that hospitals know, ready to adopt, or show one"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
