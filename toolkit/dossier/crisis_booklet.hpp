#pragma once

#include "toolkit/base/progress.hpp"
#include "toolkit/continuity/continuity.hpp"
#include "toolkit/dossier/template_filler.hpp"
#include "toolkit/page/pdf_writer.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <filesystem>

namespace hdskit {

/// What tells two booklets apart: SHA-256 of the continuity as JSON (docs/formats/continuity.md), which says everything that plans, directory and cards say.
Digest booklet_fingerprint(const Continuity& continuity);
constexpr std::size_t shown_fingerprint = 16; ///< of its hexadecimal digits, on each page; the cover bears all 64

struct CrisisBooklet {
  const Continuity& continuity;
  std::string host; ///< name of the hospital
  Date day;
};

/// The booklet as blocks, in French, from the template `livret-crise`: whom to call, the action cards one a page, the restore order, the plans, where the
/// backups are, a log to fill in by hand. Pure.
page::Document compose_crisis_booklet(const CrisisBooklet& booklet, const TemplateSource& templates);

/// Larger letters than the dossier's: it is read standing, in a hurry, by an emergency light.
page::Style booklet_style();

struct BuiltBooklet {
  Digest fingerprint; ///< of what it was made from
  page::PdfOutcome pdf;
};

/// Writes the booklet to `output` (0600, complete or not at all). Throws Problem refused when there is neither a plan nor a directory nor a card, or the file
/// exists; what write_pdf and the template throw.
BuiltBooklet build_crisis_booklet(const Workspace& workspace, Date day, const std::filesystem::path& output, int threads = 2, const Progress& progress = {});

} // namespace hdskit
