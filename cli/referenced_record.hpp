#pragma once

#include "toolkit/organisation/record_kind.hpp"

#include <optional>
#include <string>

namespace hdskit::cli {

/// A record of a kind that people name by its reference.
struct ReferencedRecord {
  const RecordKind& kind;
  RecordView record;
  const std::string& text(std::string_view field) const { return record.values[kind.index_of(field)]; }
  std::string key() const;  ///< its reference, or its record_key
  std::string name() const; ///< for people: “R12, “Ransomware””
};

/// The record of `kind` with that reference, or none. Of a kind without references also by its number.
std::optional<ReferencedRecord> record_with(const Workspace& workspace, const RecordKind& kind, const std::string& reference);

/// That of --kind (`asked`), or of the one kind among `kinds` that has the reference; `first` is asked before the others. Throws Problem bad_input when several
/// have it, not_found with the closest references.
ReferencedRecord find_referenced(const Workspace& workspace, std::span<const RecordKind> kinds, const RecordKind* asked, const RecordKind* first,
                                 const std::string& reference);

/// "feared-event", as options are typed.
std::string option_word(std::string_view kind);

} // namespace hdskit::cli
