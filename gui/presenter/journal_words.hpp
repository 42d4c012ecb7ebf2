#pragma once

#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/workspace/journal.hpp"
#include "toolkit/workspace/record_json.hpp"

#include <map>
#include <string>
#include <vector>

namespace hdskit::gui {

// The journal keeps words for machines; these are the words for people.

std::string verb_in_words(std::string_view verb); ///< "changed"
std::string kind_in_words(std::string_view kind); ///< "hosted service"
std::vector<std::string> journal_kinds();         ///< those that the journal may tell

/// The wall clock of Paris: "22/11/2026 11:15" in French, "2026-11-22 11:15" in English. What is no instant stays as it is.
std::string paris_time(const std::string& instant);

/// The fields of a kind, or none when it has no table of fields.
std::vector<FieldView> fields_of_kind(std::string_view kind);

/// One field as an entry tells it.
struct FieldChange {
  std::string label, before, after; ///< in words; "" when there was, or is, nothing
  bool operator==(const FieldChange&) const = default;
};

/// Reads what entries are about, and remembers the names of the records met. The workspace must outlive it.
class JournalWords {
public:
  explicit JournalWords(const Workspace& workspace) : workspace_{workspace} {}

  /// What people call the record: its name, the code of a document, the id of an item; also when it is gone since.
  std::string subject_of(const JournalEntry& entry);
  std::vector<FieldChange> changes_of(const JournalEntry& entry) const;
  /// The same in a few words: “State: written → demonstrated”, “Statement, Owner”.
  std::string changes_in_short(const JournalEntry& entry) const;

private:
  std::string record_title(const std::string& kind, const std::string& key);
  const Workspace& workspace_;
  std::map<std::pair<std::string, std::string>, std::string> titles_;
};

} // namespace hdskit::gui
