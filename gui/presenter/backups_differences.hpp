#pragma once

#include "gui/presenter/rows.hpp"
#include "toolkit/backup/run_restore_test.hpp"

namespace hdskit::gui {

/// The differences of one test as folders and files: verdict and what differs of each, counts on folders. `differences`: in the order of trees. Keys: paths as
/// manifests write them, with a slash at the end of a folder's. `words`: only the paths that hold them.
TreeRows difference_tree(std::span<const Difference> differences, std::string_view words = {});

inline constexpr std::size_t most_differences_shown = 20'000;

/// How many there are, and when not all of them are listed.
Cell differences_sentence(const RestoreRun& run, std::size_t listed);

} // namespace hdskit::gui
