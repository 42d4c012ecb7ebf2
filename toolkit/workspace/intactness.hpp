#pragma once

#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// Sentences about broken links of the journal and about documents that are not what was stored; every byte is read.
std::vector<std::string> content_defects(const Workspace& workspace, const Progress& progress);

/// Throws Problem damaged with the first of them.
void prove_intact(const Workspace& workspace, const std::string& name, const Progress& progress);

} // namespace hdskit
