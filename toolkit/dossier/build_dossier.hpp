#pragma once

#include "toolkit/dossier/completeness.hpp"
#include "toolkit/page/pdf_writer.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <filesystem>
#include <optional>

namespace hdskit {

struct DossierOrder {
  Date day;                     ///< date on the cover; evidence and mandates are judged as of this day
  std::filesystem::path output; ///< the PDF; archive of originals, manifest and ODT stand beside it with the same stem
  std::string version;          ///< "" takes the number of the next filing
  bool annexes = true;          ///< false: the generated part alone, as PDF/A-1b
  bool odt = false;             ///< also an editable text beside
  bool replace = true;          ///< overwrite the outputs of an earlier build
  int threads = 2;
  std::string framework = {}; ///< whose dossier it is, one that the workspace keeps; "": that of the main checklist
};

struct BuiltDossier {
  page::PdfOutcome pdf;
  std::vector<Gap> gaps;
  bool draft = false;
  std::string version;
  std::filesystem::path pdf_file, archive, manifest;
  std::optional<std::filesystem::path> odt;
  std::string manifest_text; ///< as `sha256sum -c` reads it
};

/// Assembles the dossier: a draft, marked on every page and carrying its list of gaps, when it is not complete.
/// The same workspace, day and version give the same bytes. Throws Problem; then no output is left or changed.
BuiltDossier build_dossier(const Workspace& workspace, const DossierOrder& order, const Progress& progress = {});

} // namespace hdskit
