#pragma once

#include "toolkit/backup/borg_answers.hpp"
#include "toolkit/backup/source_driver.hpp"

namespace hdskit {

/// The entries of an archive. They are told once all of them were listed, when it is known which folder stands for what was saved ("srv/dpi"; "" for all):
/// the first one, when everything else lies in it.
void walk_borg_archive(const SourceAccess& access, const std::string& archive, const std::function<void(const std::string& root)>& begin,
                       const std::function<void(const BorgItem&)>& take);
/// Below the root; nothing for the root itself.
std::optional<std::string> within_borg_root(const std::string& root, std::string_view path);

RestoredState restore_borg(const SourceAccess& access, const BackupPoint& point, const RestoreOrder& order);

/// Whether a line of a pattern file gives back this path: UTF-8, no control characters, and nothing at its end that borg would cut off.
bool fits_pattern_file(std::string_view path);

} // namespace hdskit
