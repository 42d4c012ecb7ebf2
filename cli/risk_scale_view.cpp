#include "cli/risk_scale_view.hpp"

#include "cli/table.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/risk_figures.hpp"

#include <ostream>

namespace hdskit::cli {
namespace {

void add_grades(Table& table, const std::string& what, const std::vector<ScaleWord>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) table.add({what, std::to_string(i + 1), words[i].in_current_language(), words[i].meaning()});
}

void print_zones(Context& context, const RiskScale& scale) {
  std::vector<std::string> zones;
  for (const auto& zone : scale.zones) zones.push_back(tr("from {1}: {2}", {threat_text(zone.from), zone.word.in_current_language()}));
  if (!zones.empty()) context.out << tr("Zones of the threat of stakeholders: {1}", {joined(zones, ", ")}) << '\n';
}

} // namespace

void print_scale(Context& context, const RiskScale& scale) {
  context.out << tr("{1}, {2}", {scale.id, scale.title.in_current_language()}) << "\n\n";
  print_matrix(context, scale, {});
  context.out << '\n';
  Table table{{tr("Scale"), tr("Grade"), tr("Word"), tr("Meaning")}};
  add_grades(table, tr("Gravity"), scale.gravity);
  add_grades(table, tr("Likelihood"), scale.likelihood);
  add_grades(table, tr("Level"), scale.classes);
  table.print(context.out, context.surroundings.output_width);
  context.out << '\n' << tr("Borne without a signed acceptance: up to “{1}”", {level_text(scale, scale.acceptable)}) << '\n';
  print_zones(context, scale);
}

void print_scale_list(Context& context) {
  Table table{{tr("Scale"), tr("Gravity"), tr("Likelihood"), tr("Levels"), tr("Title")}};
  for (const auto& scale : shipped_scales())
    table.add({scale.id, std::to_string(scale.gravity.size()), std::to_string(scale.likelihood.size()), std::to_string(scale.classes.size()),
               scale.title.in_current_language()});
  table.print(context.out, context.surroundings.output_width);
}

void print_scale_change(Context& context, const ScaleChange& change) {
  const auto moved = [&](int before, int after) { return tr("{1} → {2}", {level_text(change.from, before), level_text(change.to, after)}); };
  Table table{{tr("Risk"), tr("Level"), tr("After treatment"), tr("Scenario")}};
  for (const auto& move : change.moves)
    table.add({move.reference, moved(move.initial_before, move.initial_after), moved(move.residual_before, move.residual_after), move.name});
  if (!change.moves.empty()) table.print(context.out, context.surroundings.output_width);
  context.out << tr("Risks that move: {1}; that do not: {2}.", {std::to_string(change.moves.size()), std::to_string(change.unmoved)}) << '\n';
  if (change.regrades) context.out << tr("The scales have different numbers of grades: grades are rewritten, rounded up.") << '\n';
}

json::object scale_change_json(const ScaleChange& change) {
  json::array moves;
  for (const auto& move : change.moves)
    moves.push_back(json::object{{"reference", json_text(move.reference)},
                                 {"name", json_text(move.name)},
                                 {"initial_before", move.initial_before},
                                 {"initial_after", move.initial_after},
                                 {"residual_before", move.residual_before},
                                 {"residual_after", move.residual_after}});
  return {{"from", json_text(change.from.id)},
          {"to", json_text(change.to.id)},
          {"moves", std::move(moves)},
          {"unmoved", change.unmoved},
          {"regrades", change.regrades}};
}

} // namespace hdskit::cli
