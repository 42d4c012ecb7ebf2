#include "cli/press/works.hpp"

#include "cli/catalogue.hpp"
#include "cli/risk_view.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/risk_figures.hpp"
#include "toolkit/page/figures.hpp"

#include <filesystem>
#include <ostream>

namespace hdskit::cli::press {
namespace {

constexpr double figure_width = 720;   // points: two matrices beside each other stay readable
constexpr double pixels_per_point = 2; // 144 dpi: sharp on a screen and in a text
constexpr double smallest_resolution = 0.25;

std::string ending_of(const std::string& file) { return folded(std::filesystem::path{file}.extension().string()); }

void refuse_other_endings(const std::string& file) {
  if (ending_of(file) == ".svg" || ending_of(file) == ".png") return;
  throw Problem{ProblemKind::bad_input, file, tr("“{1}” names no picture that is made here.", {file}), tr("Let the name end in .svg or .png.")};
}

/// A very large graph is drawn with fewer pixels rather than refused.
double resolution_for(const page::Drawing& drawing) {
  constexpr double most_pixels = 90e6, longest_side = 30'000;
  double resolution = pixels_per_point;
  while (resolution > smallest_resolution &&
         (drawing.width * drawing.height * resolution * resolution > most_pixels || std::max(drawing.width, drawing.height) * resolution > longest_side))
    resolution /= 2;
  return resolution;
}

int deliver_figure(Context& context, const page::MappedDrawing& figure) {
  const auto file = context.arguments.text("output");
  write_file(file, ending_of(file) == ".svg" ? page::svg_of(figure.drawing) : page::png_of(figure.drawing, resolution_for(figure.drawing)));
  if (context.json) print_json(context.out, json::object{{"written", json_text(file)}, {"alternative", json_text(figure.alternative)}});
  else context.out << tr("Written: {1}", {file}) << '\n';
  return 0;
}

page::MappedDrawing matrix_figure(const AssessedStudy& assessed, bool initial, bool residual) {
  const auto matrix = matrix_of(assessed.scale(), assessed.assessments());
  if (initial != residual) return page::draw_risk_matrix(matrix_spec(assessed.index(), matrix, residual), figure_width / 2);
  return page::draw_risk_matrices(matrix_spec(assessed.index(), matrix, false), matrix_spec(assessed.index(), matrix, true), figure_width);
}

page::GraphSpec graph_of(const AssessedStudy& assessed, const std::string& reference) {
  const auto& index = assessed.index();
  if (const auto* scenario = index.operational_scenarios.find(reference)) return action_graph(index, *scenario);
  if (const auto* scenario = index.strategic_scenarios.find(reference)) return path_graph(index, *scenario);
  std::vector<std::string_view> known;
  for (const auto& scenario : assessed.study().operational_scenarios) known.push_back(scenario.reference);
  for (const auto& scenario : assessed.study().strategic_scenarios) known.push_back(scenario.reference);
  throw Problem{ProblemKind::not_found, reference, tr("No operational and no strategic scenario has the reference “{1}”.", {reference}),
                suggestion(reference, known, tr("See the scenarios with: hdskit risk list --kind operational-scenario"))};
}

} // namespace

int risk_matrix(Context& context) {
  const auto file = context.arguments.text("output");
  if (file.empty()) return find_command("risk matrix")->run(context);
  refuse_other_endings(file);
  const AssessedStudy assessed{context.open_workspace()};
  return deliver_figure(context, matrix_figure(assessed, context.arguments.has("initial"), context.arguments.has("residual")));
}

int risk_radar(Context& context) {
  refuse_other_endings(context.arguments.text("output"));
  const auto study = read_study(context.open_workspace());
  if (!has_radar(study))
    throw Problem{ProblemKind::refused, "", tr("No stakeholder is rated yet: there is nothing to draw."),
                  tr("Rate one: hdskit risk edit PP1 --set dependency=3 --set penetration=2 --set maturity=2 --set trust=3")};
  return deliver_figure(context, page::draw_radar(radar_spec(study, context.arguments.has("residual")), figure_width));
}

int risk_graph(Context& context) {
  refuse_other_endings(context.arguments.text("output"));
  const AssessedStudy assessed{context.open_workspace()};
  const auto graph = graph_of(assessed, context.arguments.text("reference"));
  if (too_large(graph))
    throw Problem{ProblemKind::no_space, context.arguments.text("reference"), tr("The graph has too many steps to be drawn."),
                  tr("Part the scenario into several.")};
  return deliver_figure(context, page::draw_graph(graph));
}

} // namespace hdskit::cli::press
