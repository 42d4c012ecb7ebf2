#pragma once

#include "toolkit/organisation/known_references.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// How records cite each other by reference: FieldView::refers_to.

std::vector<std::string> cited_kinds(const FieldView& field); ///< empty: the field cites nothing
/// The references that stand in such a field, in order.
std::vector<std::string> citations_in(const FieldView& field, std::string_view text);

/// The kind of `kinds` whose record a reference means, the first one that has it; nullptr when none has.
const KnownReferences::Known* find_cited(RecordMemory& memory, const std::vector<std::string>& kinds, std::string_view reference);

/// The text with each citation as the record cited writes it itself, once each. Throws Problem bad_input naming the field and the first one that leads
/// nowhere, with the closest references that there are.
std::string settled_citations(RecordMemory& memory, const FieldView& field, std::string_view text);
std::string dangling_citation(const FieldView& field, std::string_view reference); ///< the sentence

/// A field of a record that cites another record.
struct CitingField {
  const RecordKind* kind = nullptr;
  std::int64_t id = 0;
  std::string reference; ///< of the record that cites, or its record_key
  const FieldView* field = nullptr;
  std::string text; ///< of the field
};
// `kinds`: those of the room, which cite one another. Citations from rooms beside it are found and followed too.

/// Every field that cites the record of `kind` with that reference.
std::vector<CitingField> citing_fields(const Workspace& workspace, std::span<const RecordKind> kinds, const RecordKind& kind, std::string_view reference);

/// Records that cite this one, for people: "measure M4".
std::vector<std::string> citing_records(const Workspace& workspace, std::span<const RecordKind> kinds, const RecordKind& kind, std::string_view reference);

/// Writes the new reference wherever the old one is cited.
void follow_rename(Change& change, std::span<const RecordKind> kinds, const RecordKind& kind, const std::string& old_reference,
                   const std::string& new_reference);

/// What may be cited: (reference, name) of the records of the kinds `words` (parted by spaces); hosted services by code, subcontractors by name.
std::vector<std::pair<std::string, std::string>> citable_records(const Workspace& workspace, std::span<const RecordKind> kinds, std::string_view words);

} // namespace hdskit
