#pragma once

#include "toolkit/backup/restore_report.hpp"

#include <filesystem>
#include <span>

namespace hdskit {

/// The backups of a location that are one file each, newest first: the file itself, or those of a folder (not of folders in it, links left out) whose names
/// match `selection`; without one, those that end with one of `endings`, upper or lower case. The id of a point is the file's name. Throws Problem not_found,
/// refused.
std::vector<BackupPoint> backup_files(const std::filesystem::path& location, const std::string& selection, std::span<const std::string_view> endings);

/// Where the file of a point lies. Throws Problem not_found.
std::filesystem::path file_of(const std::filesystem::path& location, const BackupPoint& point);

} // namespace hdskit
