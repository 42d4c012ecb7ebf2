#pragma once

#include "gui/presenter/requirements_documents.hpp"

#include <set>

namespace hdskit::gui {

// Files on their way into the vault, without an item of the checklist. What a file tells of itself: proposed_document().

/// The codes that are borne already, letter case aside.
using TakenCodes = std::set<std::string, std::less<>>;
TakenCodes taken_codes(const Workspace& workspace);

/// One proposal a file, each with a code of its own: the next free “E001”. Folders and what is no file are left out.
std::vector<NewDocument> proposed_documents(const std::vector<std::filesystem::path>& files, const TakenCodes& taken);

/// Why the document at `index` cannot be recorded so; "" when it can.
std::string fault_among(const std::vector<NewDocument>& documents, std::size_t index, const TakenCodes& taken);

/// Files all of them in one change. For a thread of its own, with a workspace of its own. Throws Problem; then none is filed.
JournalSpan file_documents(Workspace& workspace, const Acting& acting, const std::vector<NewDocument>& documents, const Progress& progress);
std::string title_of_filing(const std::vector<NewDocument>& documents); ///< for undo

/// Files other bytes under the same description. Throws Problem not_found when the record has gone meanwhile.
JournalSpan replace_document(Workspace& workspace, const Acting& acting, EvidenceId id, const std::filesystem::path& file, const Progress& progress);

} // namespace hdskit::gui
