#include "cli/command.hpp"

#include "cli/framework_options.hpp"
#include "cli/regime_view.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/procedure/framework_procedures.hpp"
#include "toolkit/procedure/regime_reader.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/known_frameworks.hpp"

#include <algorithm>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "regime", .placeholder = marked("REGIME"), .help = marked("A framework or a procedure, as “hdskit regime list” names it."), .required = true},
};

bool is_framework(const std::optional<Workspace>& workspace, const std::string& id) {
  const auto known = workspace ? known_framework_ids(*workspace) : shipped_checklist_ids();
  return std::ranges::any_of(known, [&](const std::string& each) { return folded(each) == folded(id); });
}

Regime procedure_called(std::string_view id) { return regime_of(shipped_regime(id), std::string{id}); }

void show_framework(Context& context, const Checklist& checklist) {
  const auto regimes = procedures_of_framework(checklist.id);
  if (context.json) {
    auto object = framework_json(checklist);
    json::array procedures;
    for (const auto regime : regimes) procedures.push_back(procedure_regime_json(procedure_called(regime)));
    object["procedures"] = std::move(procedures);
    return print_json(context.out, object);
  }
  print_framework(context, checklist);
  for (const auto regime : regimes) print_procedure_regime(context, procedure_called(regime));
}

int run(Context& context) {
  const auto id = context.arguments.text("regime");
  const auto workspace = workspace_if_named(context);
  const auto regimes = shipped_regime_ids();
  const bool procedure = std::ranges::find(regimes, id) != regimes.end();
  if (is_framework(workspace, id) || !procedure) show_framework(context, framework_called(workspace, id));
  else if (context.json) print_json(context.out, procedure_regime_json(procedure_called(id)));
  else print_procedure_regime(context, procedure_called(id));
  return 0;
}

} // namespace

extern const Command regime_show;
const Command regime_show{
    .name = "regime show",
    .summary = marked("Show what a regime asks, its stages and the plan of its dossier"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
