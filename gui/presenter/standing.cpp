#include "gui/presenter/standing.hpp"

namespace hdskit::gui {

std::shared_ptr<const Standing> read_standing(const Workspace& workspace, Date day) {
  auto input = read_dossier_input(workspace);
  auto gaps = find_gaps(input, day);
  auto summary = summarise(input, gaps);
  return std::make_shared<const Standing>(Standing{std::move(input), std::move(gaps), std::move(summary), day});
}

} // namespace hdskit::gui
