#pragma once

#include "gui/presenter/rows.hpp"
#include "toolkit/backup/run_restore_test.hpp"

namespace hdskit::gui {

/// The differences of one test as folders and files: verdict and what differs of each file, counts on folders. Keys: paths, as manifests write them.
/// `words`: only the paths that hold them.
TreeRows difference_tree(std::span<const Difference> differences, std::string_view words = {});

inline constexpr std::size_t most_differences_shown = 20'000;

} // namespace hdskit::gui
