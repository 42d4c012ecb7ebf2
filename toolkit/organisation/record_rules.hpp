#pragma once

#include "toolkit/organisation/cited_records.hpp"
#include "toolkit/workspace/record_store.hpp"

namespace hdskit {

/// What keeps the records of one room sound that people cite by reference. `values`: one text per field, as the field writes it.
struct RecordRules {
  std::span<const RecordKind> (*kinds)();
  std::string (*next_reference)(const Workspace&, const RecordKind&); ///< of a kind that has references
  /// Kinds of which no record may bear a reference that a record of this kind has; itself need not be named.
  std::span<const std::string_view> (*sharing)(std::string_view kind);
  /// A sentence about a value that the field cannot have; "" when it is fine. Texts and citations are looked at already.
  std::string (*defect)(const RecordMemory&, const RecordKind&, const FieldView&, std::string_view text);
  /// Throws the Problem of a whole record. `before`: empty for a new one.
  void (*check)(Change&, const RecordKind&, std::int64_t id, const Row& before, const Row& after);
};

/// A reference is unique (letter case and accents aside; without one the record gets the next), or the record_key of a kind without references; what is cited
/// exists and is written as the cited record writes it; texts are within their limits. Throws Problem bad_input naming the field, or what `rules` throw.
std::int64_t add_under(const RecordRules& rules, Change& change, const RecordKind& kind, Row values);
/// Only what changes is held to the rules, so that an old fault elsewhere does not stand in the way of mending another. Citations follow a new reference.
void edit_under(const RecordRules& rules, Change& change, const RecordKind& kind, std::int64_t id, const Row& before, Row after);
/// Throws Problem refused naming those who cite the record.
void remove_under(const RecordRules& rules, Change& change, const RecordKind& kind, std::int64_t id);

} // namespace hdskit
