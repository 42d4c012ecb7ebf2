#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/workspace/workspace_export.hpp"
#include "toolkit/workspace/workspace_import.hpp"

#include <filesystem>
#include <string>

namespace hdskit::gui {

// The whole workspace as a folder, and a workspace from such a folder: what the File menu proposes and says.

/// "<workspace>-export-2026-11-22" in `parent`, with a number behind when something stands there.
std::filesystem::path proposed_export_folder(const std::filesystem::path& parent, const std::string& location, Date today);

/// Where it goes and what it is worth to a thief, before anything is written.
std::string export_question(const std::filesystem::path& folder);
std::string export_warning();
std::string told(const ExportedWorkspace& exported, const std::filesystem::path& folder);

/// A name for the file, from that of the establishment: "centre-hospitalier-de-valmont.hds".
std::string proposed_file_name(const ExportManifest& manifest);
std::string told(const ImportedWorkspace& imported, const std::string& location);

} // namespace hdskit::gui
