#pragma once

#include "gui/presenter/session.hpp"
#include "toolkit/evidence/evidence.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

/// Links a document to an item, or takes the link away: one step that undo takes back. `label` names the item in its title.
/// Throws Problem not_found when nobody knows that code any more.
void attach_document(Session& session, const std::string& code, const std::string& item, const std::string& label);
void detach_document(Session& session, const std::string& code, const std::string& item, const std::string& label);

/// A file that shall become a document of an item.
struct NewDocument {
  std::filesystem::path file;
  std::string title, code; ///< code "": the next free number
  EvidenceKind kind = EvidenceKind::other;
};

/// What a file tells of itself: a readable title, the kind that its name speaks of.
NewDocument proposed_document(const std::filesystem::path& file);

/// Why the document cannot be recorded so; "" when it can. `known`: the documents of the workspace.
std::string fault_of(const NewDocument& document, const std::vector<Evidence>& known);

/// Files all of them in one change, for an item of that obligation. Meant for a thread of its own, with a workspace of its own.
JournalSpan add_documents(Workspace& workspace, const Acting& acting, const std::vector<NewDocument>& documents, const std::string& item,
                          const std::string& obligation, const Progress& progress);
std::string title_of_adding(const std::vector<NewDocument>& documents, const std::string& label); ///< for undo

/// "[PSSI]" as it is set between two texts, with a blank where words would touch.
std::string citation_text(std::string_view before, const std::string& code, std::string_view after);

} // namespace hdskit::gui
