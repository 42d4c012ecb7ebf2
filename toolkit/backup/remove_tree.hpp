#pragma once

#include <filesystem>
#include <string>

namespace hdskit {

/// Removes the folder and all it holds: never follows a link, never leaves it, gives itself the permissions that folders lack, and goes as deep as they do.
/// "" or why something stayed.
std::string remove_tree(const std::filesystem::path& folder);

} // namespace hdskit
