#pragma once

#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/risk/known_references.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// How records of the study cite each other by reference: FieldView::refers_to.

std::vector<std::string> cited_kinds(const FieldView& field); ///< empty: the field cites nothing
/// The references that stand in such a field, in order.
std::vector<std::string> citations_in(const FieldView& field, std::string_view text);

/// The kind of `kinds` whose record a reference means, the first one that has it; nullptr when none has.
const KnownReferences::Known* find_cited(StudyMemory& memory, const std::vector<std::string>& kinds, std::string_view reference);

/// The text with each citation as the record cited writes it itself, once each. Throws Problem bad_input naming the field and the first one that leads
/// nowhere, with the closest references that there are.
std::string settled_citations(StudyMemory& memory, const FieldView& field, std::string_view text);
std::string dangling_citation(const FieldView& field, std::string_view reference); ///< the sentence

/// A field of a record that cites another record.
struct CitingField {
  const RecordKind* kind = nullptr;
  std::int64_t id = 0;
  std::string reference; ///< of the record that cites
  const FieldView* field = nullptr;
  std::string text; ///< of the field
};
/// Every field of the study that cites the record of `kind` with that reference.
std::vector<CitingField> citing_fields(const Workspace& workspace, const RecordKind& kind, std::string_view reference);

/// Writes the new reference wherever the old one is cited.
void follow_rename(Change& change, const RecordKind& kind, const std::string& old_reference, const std::string& new_reference);

} // namespace hdskit
