#pragma once

#include "toolkit/backup/source_driver.hpp"

namespace hdskit {

/// What restic is told to restore for a sample: the files that are wanted, everything that is no file, and all folders. A folder comes back only when it is
/// empty or with something in it: where nothing in it is wanted its smallest file comes along, to be taken out again.
struct ResticSample {
  std::vector<std::string> options;    ///< "--include=…", in the order of the snapshot
  std::vector<std::string> companions; ///< paths in the snapshot
};
ResticSample choose_restic_sample(const SourceAccess& access, const std::string& id, const std::function<bool(std::string_view)>& wanted);

/// The times of their folders stay as they were restored.
void take_out_companions(const std::filesystem::path& into, const ResticSample& sample);

/// A path as a pattern of restic that matches nothing else.
std::string restic_pattern(std::string_view path);

} // namespace hdskit
