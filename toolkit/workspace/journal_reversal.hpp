#pragma once

#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// Entries of the journal from `first` to `last`, both included; empty when `first` is 0.
struct JournalSpan {
  std::int64_t first = 0, last = 0;
  explicit operator bool() const { return first != 0; }
  bool operator==(const JournalSpan&) const = default;
};

/// Runs `work` as one change and tells which entries it appended; an empty span when it changed nothing.
JournalSpan change_and_note(Workspace& workspace, const Acting& acting, const std::function<void(Change&)>& work);

/// Puts back, from the last entry to the first, what the span changed, as new entries: nothing is erased from the journal, and reverting
/// the reverting is redoing. A removed record comes back under its old number. Documents stay in the vault.
/// Throws Problem not_found when the journal has no such entries; damaged when one of them does not hold; refused
/// - for a filing, and for the creation, the upgrade or the restoration of a workspace;
/// - when a record is no longer what the span left in the fields concerned: says who changed it since, and when;
/// - when a record that would go is still referred to, when one that would come back refers to something that has gone, and when its
///   unique name was taken meanwhile.
/// Nothing is changed then, provided that the Problem leaves Workspace::change.
void revert_changes(Change& change, JournalSpan span);

} // namespace hdskit
