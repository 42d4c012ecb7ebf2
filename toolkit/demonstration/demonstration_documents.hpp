#pragma once

#include "toolkit/base/progress.hpp"
#include "toolkit/evidence/evidence.hpp"

#include <filesystem>
#include <vector>

namespace hdskit {

/// A document of the demonstration with its description, ready to be filed.
struct PreparedEvidence {
  Evidence description;
  std::filesystem::path file;
};

/// Typesets demonstration/documents into `folder`; a text whose head names a `file` brings that file as it is.
std::vector<PreparedEvidence> prepare_documents(const std::filesystem::path& folder, const Progress& progress);

} // namespace hdskit
