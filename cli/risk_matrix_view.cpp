#include "cli/risk_matrix_view.hpp"

#include "cli/display_width.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/risk_figures.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <ostream>

namespace hdskit::cli {
namespace {

constexpr std::size_t widest_cell = 60, narrowest_cell = 12, cell_without_terminal = 30;

std::size_t room_of_cell(const RiskScale& scale, int width) {
  if (width <= 0) return cell_without_terminal;
  std::size_t heading = 0;
  for (const auto& word : scale.likelihood) heading = std::max(heading, display_width(word.in_current_language()) + 4);
  const auto columns = scale.gravity.size(), all = static_cast<std::size_t>(width);
  return std::clamp(all > heading ? (all - heading) / columns - 2 : 0, narrowest_cell, widest_cell);
}

/// "2: R1 R4 +12"
std::string cell_text(int level, const std::vector<std::string>& risks, std::size_t room) {
  auto text = std::to_string(level) + (risks.empty() ? "" : ":");
  for (std::size_t i = 0; i < risks.size(); ++i) {
    const auto left = "+" + std::to_string(risks.size() - i);
    const bool last = i + 1 == risks.size();
    if (display_width(text) + 1 + display_width(risks[i]) + (last ? 0 : left.size() + 1) > room) return text + " " + left;
    text += " " + risks[i];
  }
  return text;
}

json::array counts(const std::vector<std::vector<std::vector<std::string>>>& risks) {
  json::array rows;
  for (const auto& row : risks) {
    json::array cells;
    for (const auto& cell : row) cells.emplace_back(cell.size());
    rows.push_back(std::move(cells));
  }
  return rows;
}

json::array references(const std::vector<std::vector<std::vector<std::string>>>& risks) {
  json::array rows;
  for (const auto& row : risks) {
    json::array cells;
    for (const auto& cell : row) cells.push_back(json::array(cell.begin(), cell.end()));
    rows.push_back(std::move(cells));
  }
  return rows;
}

} // namespace

void print_matrix(Context& context, const RiskScale& scale, const std::vector<std::vector<std::vector<std::string>>>& risks) {
  std::vector<std::string> headings{tr("Likelihood / gravity")};
  for (std::size_t column = 0; column < scale.gravity.size(); ++column) headings.push_back(grade_text(scale.gravity, static_cast<std::int64_t>(column) + 1));
  Table table{headings};
  const auto room = room_of_cell(scale, context.surroundings.output_width);
  for (auto row = scale.matrix.size(); row-- > 0;) {
    std::vector<std::string> cells{grade_text(scale.likelihood, static_cast<std::int64_t>(row) + 1)};
    for (std::size_t column = 0; column < scale.gravity.size(); ++column)
      cells.push_back(cell_text(scale.matrix[row][column], risks.empty() ? std::vector<std::string>{} : risks[row][column], room));
    table.add(std::move(cells));
  }
  table.print(context.out, context.surroundings.output_width);
}

void print_levels(Context& context, const RiskScale& scale) {
  std::vector<std::string> words;
  for (std::size_t level = 1; level <= scale.classes.size(); ++level)
    words.push_back(tr("{1}: {2}", {std::to_string(level), level_text(scale, static_cast<int>(level))}));
  context.out << tr("Levels: {1}", {joined(words, ", ")}) << '\n';
}

json::object scale_json(const RiskScale& scale) { return json::parse(text_of(scale)).as_object(); }

json::object matrix_json(const RiskScale& scale, const RiskMatrix& matrix) {
  return {{"scale", scale_json(scale)},
          {"initial", counts(matrix.initial)},
          {"residual", counts(matrix.residual)},
          {"initial_risks", references(matrix.initial)},
          {"residual_risks", references(matrix.residual)},
          {"outside", json::array(matrix.outside.begin(), matrix.outside.end())}};
}

} // namespace hdskit::cli
