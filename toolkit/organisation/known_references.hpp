#pragma once

#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/workspace/journal.hpp"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hdskit {

/// The records of one kind by their references, letter case and accents aside.
class KnownReferences {
public:
  struct Known {
    std::int64_t id = 0;
    std::string reference; ///< as it is written
  };
  const Known* find(std::string_view reference) const;
  std::size_t size() const { return known_.size(); }
  std::vector<std::string> closest_to(std::string_view reference) const; ///< at most three
  std::string next(std::string_view prefix) const;                       ///< "R13" when the greatest of that prefix is R12

  void add(std::int64_t id, const std::string& reference);
  void forget(std::string_view reference);

private:
  std::unordered_map<std::string, Known> known_;              // by the folded reference
  std::map<std::string, std::int64_t, std::less<>> greatest_; // number by folded prefix, once one was seen
};

/// What the rules about records ask the workspace again and again, read once for as long as the workspace stands still: ten thousand risks added in one change
/// ask for the references of risks once. The end of the journal tells whether it stands still: every write moves it.
class RecordMemory {
public:
  /// That of this thread. Forgets what it knows of another workspace or of another state.
  static RecordMemory& of(const Workspace& workspace);

  const Workspace& workspace() const { return *workspace_; } ///< that `of` was just asked about

  /// By `reference`; of the kind "service" by code, of "subcontractor" by name.
  KnownReferences& references(std::string_view kind);
  /// By record_key: of a kind without references by all that must be filled in.
  KnownReferences& keys(const RecordKind& kind);
  /// The one entry that this change has just written is known already: told by whoever wrote it and brought `references` up to date.
  void keep_up();
  /// Another one once it has forgotten: what was remembered beside it is then stale.
  std::uint64_t state() const { return state_; }

private:
  KnownReferences& read(std::string_view kind, const std::vector<std::string_view>& columns);

  const Workspace* workspace_ = nullptr; // only for the length of a call: a memory that outlives it is recognised by dialect and end
  const Dialect* dialect_ = nullptr;
  JournalPosition end_;      // of the journal
  std::uint64_t change_ = 0; // in which keep_up was told
  std::uint64_t state_ = 0;
  bool written_ = false; // the digest of the end is not known yet
  std::map<std::string, KnownReferences, std::less<>> references_;
};

/// The number of the record of a kind that bears a reference. Throws Problem not_found with the closest references.
std::int64_t record_referenced(const Workspace& workspace, const RecordKind& kind, std::string_view reference);

} // namespace hdskit
