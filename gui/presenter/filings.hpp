#pragma once

#include "gui/presenter/rows.hpp"
#include "gui/presenter/standing.hpp"
#include "toolkit/dossier/filing.hpp"

#include <memory>
#include <string>
#include <vector>

namespace hdskit::gui {

/// The filings, the latest first; the key is the number.
ListRows filing_rows(std::vector<Filing> filings);

/// All that was frozen with a filing, as text that can be read and copied: what was sent, where the journal stood, its gaps, its manifest.
std::string filing_text(const Filing& filing);

/// Said in its place as long as nothing was filed.
std::string no_filing_sentence();

/// “Filing 2, version 2, filed on 22/11/2026 11:15”
std::string filing_title(const Filing& filing);

/// A name for a copy of the kept PDF: “depot-2-version-2-2026-11-22.pdf”.
std::string filing_file_name(const Filing& filing);

/// The PDF that was sent, from the vault. Throws Problem damaged when its bytes are no longer those.
std::shared_ptr<const std::string> kept_pdf(const Workspace& workspace, const Filing& filing);

/// What the verified file is.
Cell verified_sentence(const FilingCheck& check, const std::string& file_name);

/// “File the dossier”; beside the main checklist, of which framework.
std::string filing_heading(const AnsweredFrameworks& frameworks);

/// What filing means, said before it is done. `gaps`: what is lacking on the day of the dossier.
std::string filing_warning(std::size_t gaps);

/// Why it cannot be filed like this; "" when it can.
std::string reason_fault(std::size_t gaps, const std::string& reason);

} // namespace hdskit::gui
