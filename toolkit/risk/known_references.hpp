#pragma once

#include "toolkit/risk/scale.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/workspace.hpp"

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
  std::unordered_map<std::string, Known> known_; // by the folded reference
  std::map<std::string, std::int64_t, std::less<>> greatest_; // number by folded prefix, once one was seen
};

/// What the rules of the study ask the workspace again and again, read once for as long as the workspace stands still: ten thousand risks added in one change
/// ask for the references of risks once. The end of the journal tells whether it stands still: every write moves it.
class StudyMemory {
public:
  /// That of this thread. Forgets what it knows of another workspace or of another state.
  static StudyMemory& of(const Workspace& workspace);

  KnownReferences& references(std::string_view kind); ///< a kind of the study, "service" (by code) or "subcontractor" (by name)
  const RiskScale& scale();
  /// The one entry that this change has just written is known already: told by whoever wrote it and brought `references` up to date.
  void keep_up();

private:
  const Workspace* workspace_ = nullptr; // only for the length of a call: a memory that outlives it is recognised by dialect and end
  const Dialect* dialect_ = nullptr;
  JournalPosition end_;          // of the journal
  std::uint64_t change_ = 0;     // in which keep_up was told
  bool written_ = false;         // the digest of the end is not known yet
  std::map<std::string, KnownReferences, std::less<>> references_;
  std::optional<RiskScale> scale_;
};

} // namespace hdskit
