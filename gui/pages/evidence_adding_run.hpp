#pragma once

#include "gui/desk.hpp"
#include "gui/presenter/evidence_adding.hpp"

#include <optional>

namespace hdskit::gui::pages {

/// Asks for code, title and kind of each file; nothing when the person gave up.
std::optional<std::vector<NewDocument>> ask_about_documents(wxWindow* owner, std::vector<NewDocument> proposed, const TakenCodes& taken);

/// Files documents in the background, with progress and cancel, as one step that undo takes back; then `done`.
using Filing = std::function<JournalSpan(Workspace&, const Acting&, const Progress&)>;
void run_filing(const Desk& desk, wxWindow* owner, const std::string& title, Filing work, std::function<void()> done);

} // namespace hdskit::gui::pages
