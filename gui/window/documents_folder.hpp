#pragma once

#include <filesystem>

namespace hdskit::gui {

/// The person's folder for documents, or their home: where new files are proposed.
std::filesystem::path documents_folder();

} // namespace hdskit::gui
