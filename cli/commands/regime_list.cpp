#include "cli/command.hpp"

#include "cli/framework_options.hpp"
#include "cli/regime_view.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/procedure/framework_procedures.hpp"
#include "toolkit/procedure/regime_reader.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/known_frameworks.hpp"

#include <algorithm>

namespace hdskit::cli::commands {
namespace {

struct Line {
  std::string id, version, title, asks, use;
  std::vector<std::string> procedures;
  bool framework = true;
};

/// "main", "followed", "reference": words for machines.
std::string use_of(const std::optional<Workspace>& workspace, const std::string& id) {
  if (!workspace) return {};
  if (is_main_checklist(*workspace, id)) return "main";
  const auto framework = framework_if_known(*workspace, id);
  return framework ? to_field_text(framework->use) : "";
}

std::string shown_use(const std::string& use) {
  if (use == "main") return tr("main checklist");
  return use == "followed" ? tr("followed") : use == "reference" ? tr("kept for reference") : "";
}

std::vector<Line> frameworks(const std::optional<Workspace>& workspace) {
  std::vector<Line> lines;
  for (const auto& id : workspace ? known_framework_ids(*workspace) : shipped_checklist_ids()) {
    const auto checklist = framework_called(workspace, id);
    const auto procedures = procedures_of_framework(id);
    lines.push_back({checklist.id,
                     checklist.version,
                     checklist.title.in_current_language(),
                     asked_by(checklist),
                     use_of(workspace, id),
                     {procedures.begin(), procedures.end()}});
  }
  return lines;
}

std::vector<Line> procedures() {
  std::vector<Line> lines;
  for (const auto& id : shipped_regime_ids()) {
    const auto regime = regime_of(shipped_regime(id), id);
    lines.push_back({regime.id, regime.version, regime.title.in_current_language(), asked_by(regime), "", {}, false});
  }
  return lines;
}

json::object line_json(const Line& line) {
  return {{"id", line.id},
          {"kind", line.framework ? "framework" : "procedure"},
          {"version", line.version},
          {"title", line.title},
          {"asks", line.asks},
          {"use", line.use.empty() ? json::value() : json::value(line.use)},
          {"procedures", text_array(line.procedures)}};
}

int run(Context& context) {
  const auto workspace = workspace_if_named(context);
  auto lines = frameworks(workspace);
  std::ranges::move(procedures(), std::back_inserter(lines));
  json::array all;
  Table table{{tr("Regime"), tr("Kind"), tr("Title"), tr("Asks"), tr("Procedures"), tr("Use")}};
  for (const auto& line : lines) {
    all.push_back(line_json(line));
    table.add({line.id, line.framework ? tr("framework") : tr("procedure"), line.title, line.asks, joined(line.procedures, ", "), shown_use(line.use)});
  }
  if (context.json) print_json(context.out, all);
  else table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command regime_list;
const Command regime_list{
    .name = "regime list",
    .summary = marked("List the frameworks and the procedures that are known, and what each asks"),
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
