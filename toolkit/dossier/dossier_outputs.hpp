#pragma once

#include "toolkit/dossier/annex_plan.hpp"
#include "toolkit/page/document.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace hdskit {

/// An annex whose original stands in the scratch folder, its bytes proven by their digest on the way out of the vault.
struct ExtractedAnnex {
  PlannedAnnex plan;
  std::filesystem::path file;
  std::string archive_name; ///< "annexe-012-PSSI.pdf"
};
std::vector<ExtractedAnnex> extract_annexes(const Workspace& workspace, const std::vector<PlannedAnnex>& annexes, const std::filesystem::path& folder,
                                            const Progress& progress);

/// The printable ones as the page room wants them.
std::vector<page::Annex> page_annexes(const std::vector<ExtractedAnnex>& annexes);

/// The originals unchanged, with their own SHA256SUMS inside.
void write_archive(const std::filesystem::path& file, const std::vector<ExtractedAnnex>& annexes, Instant at, const Progress& progress);

/// "<digest>  <name>" per file, as `sha256sum -c` reads it.
std::string manifest_line(const Digest& digest, const std::filesystem::path& file);

} // namespace hdskit
