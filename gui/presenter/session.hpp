#pragma once

#include "toolkit/access/card_login.hpp"
#include "toolkit/workspace/journal_reversal.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hdskit::gui {

/// Who sits at the screen and what time it is: given by the program, so that tests need neither.
struct Seat {
  std::string person; ///< name that the journal records
  std::function<Instant()> now;
};

/// The workspace that a window shows, and what its person did to it since. For the thread of the window only: work in the background opens
/// location() for itself.
class Session {
public:
  /// Throws Problem as Workspace::open does.
  Session(const std::string& location, Seat seat);

  const Workspace& workspace() const { return workspace_; }
  const std::string& location() const { return workspace_.location(); }
  Acting acting() const { return {card_ ? card_->name + " (CPS " + card_->national_id + ")" : seat_.person, seat_.now()}; }
  std::string person() const { return card_ ? card_->name : seat_.person; } ///< without what proves it
  Date today() const;                                                       ///< in Paris

  /// From now on the journal records the person whom a card has proven, with their national identifier, until log_out().
  void log_in(CardLogin login) { card_ = std::move(login); }
  void log_out() { card_.reset(); }
  const std::optional<CardLogin>& card() const { return card_; } ///< nothing: no card has proven who acts

  /// Runs `work` as one change that undo() takes back; `title` completes "Undo: …". Throws Problem; then nothing has changed.
  void change(std::string title, const std::function<void(Change&)>& work);

  /// The same for what the journal cannot take back: undo() passes it over.
  void change_for_good(const std::function<void(Change&)>& work);

  /// A change made elsewhere on this person's behalf (in the background, through a workspace of its own): undone like the others.
  void remember(std::string title, JournalSpan span);

  /// What undo() would take back; "" when nothing.
  std::string undo_title() const { return undo_.empty() ? "" : undo_.back().title; }
  std::string redo_title() const { return redo_.empty() ? "" : redo_.back().title; }
  /// Throws Problem refused when someone else has changed the same since; the step is then forgotten, because it can no longer be taken back.
  void undo();
  void redo();

  /// Grows with every change, whoever made it. Reading it is cheap; look() brings it up to date.
  std::int64_t revision() const { return revision_; }
  /// Asks the workspace whether anybody changed it since; true when revision() grew. Throws Problem when the workspace is gone, replaced,
  /// damaged or out of reach, busy when another process holds it at this moment.
  bool look();

private:
  struct Step {
    std::string title;
    JournalSpan span;
  };
  void turn_back(std::vector<Step>& from, std::vector<Step>& to);

  Workspace workspace_;
  Workspace watched_; ///< the same, for look()
  Seat seat_;
  std::optional<CardLogin> card_;
  std::vector<Step> undo_, redo_;
  std::int64_t revision_ = 0;
};

} // namespace hdskit::gui
