#pragma once

#include "toolkit/workspace/export_layout.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <filesystem>

namespace hdskit {

struct ExportedWorkspace {
  ExportManifest manifest;
  Digest digest; ///< of the whole: worth noting apart from the folder
};

/// Writes the whole workspace into `folder` as documented files (docs/formats/workspace-export.md): every record of every table, the journal, every document.
/// `folder` does not exist yet, or is empty; unless all of it was written, nothing stays there. The same workspace gives the same files; `program`
/// ("hdskit 0.1.0") stands in the note beside them alone. Others may go on working meanwhile: what is written is one state of the workspace, whose journal and
/// documents are proven on the way. What comes out is not encrypted: the faces say so.
/// Throws Problem bad_input, refused or no_space (the folder), damaged (the workspace), cancelled.
ExportedWorkspace export_workspace(const Workspace& source, const std::filesystem::path& folder, const std::string& program, const Progress& progress = {});

} // namespace hdskit
