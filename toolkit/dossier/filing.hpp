#pragma once

#include "toolkit/dossier/completeness.hpp"
#include "toolkit/workspace/journal.hpp"

#include <optional>
#include <vector>

namespace hdskit {

/// What was sent, frozen: never altered afterwards. Its PDF is kept in the vault under `pdf`.
struct Filing {
  std::int64_t number = 0;
  std::string filed_at; ///< instant, UTC
  Date dossier_date;
  std::string version;
  std::string reason; ///< why it was sent incomplete; "" when it was complete
  Digest pdf;
  std::uint64_t size = 0;
  int pages = 0;
  std::string manifest; ///< digests of the PDF, the archive and every annex, as `sha256sum` writes them
  std::vector<Gap> gaps;
  JournalPosition journal;    ///< where the journal stood just before
  std::string framework = {}; ///< whose dossier it is; "" for filings of before frameworks could be chosen
};

std::vector<Filing> all_filings(const Workspace& workspace);
void add_filing(Change& change, Filing filing); ///< numbers it
std::optional<Filing> filing_of(const Workspace& workspace, const Digest& pdf);

/// What a file on the disk is, for this workspace.
struct FilingCheck {
  std::optional<Filing> filing; ///< the file is, byte for byte, what was sent
  bool kept_intact = false;     ///< the copy kept in the vault still has the digest recorded that day
  std::string sentence;
};
/// Throws Problem not_found when `pdf` cannot be read.
FilingCheck verify_filing(const Workspace& workspace, const std::filesystem::path& pdf);

} // namespace hdskit
