#pragma once

#include "toolkit/base/progress.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <filesystem>

namespace hdskit {

/// "<name>-acces" beside the file of a workspace.
std::filesystem::path access_folder(const std::filesystem::path& workspace);

/// Makes that folder (0700) with look-alike authorities, cards and lists, and the exports that a review of the accounts reads; imports the authorities, checks
/// the cards, declares two endpoints with the checks that were made of them, one of which found faults, reviews the accounts of last year (closed) and of this
/// year (half decided). Nothing in it is real. Throws Problem refused when the folder stands already.
void add_demonstration_access(Workspace& workspace, const std::filesystem::path& folder, const Acting& acting, const Progress& progress);

} // namespace hdskit
