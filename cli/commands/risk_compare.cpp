#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/table.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/risk_figures.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/risk/version.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "version",
     .placeholder = marked("VERSION"),
     .help = marked("From one version to another, such as 1.0 2.1 (default: from the last version to the study as it is now)."),
     .repeatable = true},
};

struct Side {
  std::string version; ///< "" for the study as it is now
  Study study;
  std::string name() const { return version.empty() ? tr("now") : version; }
};

Side side_of(const Workspace& workspace, const std::string& number) {
  if (number.empty()) return {"", read_study(workspace)};
  const auto version = find_study_version(workspace, number);
  return {version.number, study_at(workspace, version)};
}

std::pair<std::string, std::string> asked(const Workspace& workspace, const Arguments& arguments) {
  const auto& versions = arguments.all("version");
  if (versions.size() > 2)
    throw Problem{ProblemKind::bad_input, versions[2], tr("Two versions are compared, not {1}.", {std::to_string(versions.size())}), tr("Name one or two.")};
  if (!versions.empty()) return {versions[0], versions.size() > 1 ? versions[1] : ""};
  const auto known = study_versions(workspace);
  if (known.empty())
    throw Problem{ProblemKind::not_found, "", tr("The study has no frozen version yet."), tr("Freeze one with: hdskit risk freeze --summary …")};
  return {known.back().number, ""};
}

json::array as_json(const std::vector<LevelChange>& changes) {
  const auto known = [](int level) { return level ? json::value(level) : json::value(); };
  json::array all;
  for (const auto& change : changes)
    all.push_back(json::object{{"reference", json_text(change.reference)},
                               {"name", json_text(change.name)},
                               {"initial_before", known(change.initial_before)},
                               {"initial_after", known(change.initial_after)},
                               {"residual_before", known(change.residual_before)},
                               {"residual_after", known(change.residual_after)}});
  return all;
}

json::object as_json(const Side& from, const Side& to, const StudyComparison& comparison) {
  return {{"from", json_text(from.version)},
          {"to", to.version.empty() ? json::value() : json::value(json_text(to.version))},
          {"new", as_json(comparison.appeared)},
          {"gone", as_json(comparison.gone)},
          {"up", as_json(comparison.up)},
          {"down", as_json(comparison.down)},
          {"reworded", json::array(comparison.reworded.begin(), comparison.reworded.end())},
          {"unchanged", comparison.unchanged},
          {"other_scale", comparison.other_scale}};
}

void print(Context& context, const Side& from, const Side& to, const StudyComparison& comparison) {
  context.out << tr("From {1} to {2}", {from.name(), to.name()}) << "\n\n";
  Table table{{tr("Change"), tr("Risk"), tr("Level"), tr("After treatment"), tr("Scenario")}};
  const auto moved = [&](int before, int after) {
    const auto was = level_text(from.study.scale, before), is = level_text(to.study.scale, after);
    return before == after && was == is ? is : tr("{1} → {2}", {was, is});
  };
  const auto add = [&](const std::string& what, const std::vector<LevelChange>& changes) {
    for (const auto& change : changes)
      table.add(
          {what, change.reference, moved(change.initial_before, change.initial_after), moved(change.residual_before, change.residual_after), change.name});
  };
  add(tr("new"), comparison.appeared);
  add(tr("gone"), comparison.gone);
  add(tr("up"), comparison.up);
  add(tr("down"), comparison.down);
  table.print(context.out, context.surroundings.output_width);
  context.out << '\n';
  if (!comparison.reworded.empty()) context.out << tr("Same level, other words or treatment: {1}", {joined(comparison.reworded, ", ")}) << '\n';
  context.out << tr("Unchanged: {1}", {std::to_string(comparison.unchanged)}) << '\n';
  if (comparison.other_scale) context.out << tr("The scale is not the same: each level is the one of its own scale.") << '\n';
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto [first, second] = asked(workspace, context.arguments);
  const auto from = side_of(workspace, first), to = side_of(workspace, second);
  const auto comparison = compare_studies(from.study, to.study);
  if (context.json) print_json(context.out, as_json(from, to, comparison));
  else print(context, from, to, comparison);
  return 0;
}

} // namespace

extern const Command risk_compare;
const Command risk_compare{
    .name = "risk compare",
    .summary = marked("Compare two versions of the study: new risks, gone ones, and those whose level rose or fell"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
