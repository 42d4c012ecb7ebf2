#include "gui/presenter/session.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/surroundings/surroundings.hpp"
#include "toolkit/workspace/journal.hpp"

namespace hdskit::gui {
namespace {

// A window must not stand still for long; the text stays on the screen and the person tries again.
constexpr std::chrono::milliseconds patience_at_the_screen{1500};
// It looks every second: while another process holds the workspace, waiting each time would make the window stand still.
constexpr std::chrono::milliseconds patience_of_a_look{20};

} // namespace

Session::Session(const std::string& location, Seat seat)
    : workspace_{Workspace::open(location, patience_at_the_screen)}, watched_{Workspace::open(location, patience_of_a_look)}, seat_{std::move(seat)} {
  revision_ = journal_position(workspace_).number;
}

Date Session::today() const { return paris_date(seat_.now()); }

void Session::change(std::string title, const std::function<void(Change&)>& work) { remember(std::move(title), change_and_note(workspace_, acting(), work)); }

void Session::change_for_good(const std::function<void(Change&)>& work) {
  if (const auto span = change_and_note(workspace_, acting(), work)) revision_ = std::max(revision_, span.last);
}

void Session::remember(std::string title, JournalSpan span) {
  if (!span) return;
  undo_.push_back({std::move(title), span});
  redo_.clear();
  revision_ = std::max(revision_, span.last);
}

void Session::undo() { turn_back(undo_, redo_); }
void Session::redo() { turn_back(redo_, undo_); }

void Session::turn_back(std::vector<Step>& from, std::vector<Step>& to) {
  if (from.empty()) return;
  auto& step = from.back();
  JournalSpan span;
  try {
    span = change_and_note(workspace_, acting(), [&](Change& change) { revert_changes(change, step.span); });
  } catch (const Problem& problem) {
    if (problem.kind() == ProblemKind::refused) from.pop_back();
    throw;
  }
  to.push_back({step.title, span});
  from.pop_back();
  revision_ = std::max(revision_, span.last);
}

bool Session::look() {
  workspace_.ensure_in_place();
  const auto number = journal_position(watched_).number;
  if (number == revision_) return false;
  revision_ = number;
  return true;
}

} // namespace hdskit::gui
