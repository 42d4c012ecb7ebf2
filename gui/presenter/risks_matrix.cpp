#include "gui/presenter/risks_matrix.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/dossier/risk_figures.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit::gui {
namespace {

/// "2/3" as row and column from 0.
std::optional<std::pair<int, int>> cell_in(const std::string& key) {
  const auto slash = key.find('/');
  if (slash == std::string::npos) return std::nullopt;
  int row = 0, column = 0;
  const auto* end = key.data() + key.size();
  const auto first = std::from_chars(key.data(), key.data() + slash, row), second = std::from_chars(key.data() + slash + 1, end, column);
  if (first.ec != std::errc{} || first.ptr != key.data() + slash || second.ec != std::errc{} || second.ptr != end) return std::nullopt;
  return std::pair{row, column};
}

} // namespace

page::MappedDrawing register_figure(const RiskMap& map, std::string_view chosen) {
  return page::draw_risk_matrices(matrix_spec(map.index, map.matrix, false, chosen), matrix_spec(map.index, map.matrix, true, chosen), matrices_width);
}

PointedRisk pointed_risk(const RiskMap& map, const std::string& key, bool residual) {
  if (const auto* risk = map.index.risks.find(key)) { // before the cells: a reference may hold a stroke
    const auto assessment = assess(map.index, *risk);
    const auto& standpoint = residual ? assessment.residual : assessment.initial;
    return {RiskPlace{residual, standpoint.gravity, standpoint.likelihood}, risk->reference};
  }
  if (const auto cell = cell_in(key)) return {RiskPlace{residual, cell->second + 1, cell->first + 1}, ""};
  return {};
}

/// The matrix at the right begins where the second of the cells “0/0” does; at its left stand the names of the rows.
bool is_residual(const page::Region& region, const page::MappedDrawing& figure) {
  double begin = 0;
  for (const auto& other : figure.regions)
    if (other.key == "0/0") begin = std::max(begin, other.x);
  return region.x >= begin;
}

} // namespace hdskit::gui
