#pragma once

#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/risk/known_references.hpp"
#include "toolkit/workspace/record_store.hpp"

namespace hdskit {

// What keeps a study sound, whatever the kind of the record: see risk_kinds(). `values`: one text per field, as the field writes it.

std::int64_t add_to_study(Change& change, const RecordKind& kind, Row values);
/// Only what changes is held to the rules, so that an old fault elsewhere does not stand in the way of mending another.
void edit_in_study(Change& change, const RecordKind& kind, std::int64_t id, const Row& before, Row after);
void remove_from_study(Change& change, const RecordKind& kind, std::int64_t id);

/// Throws the Problem of a text that a field of the study cannot hold.
void refuse_unfit_text(const FieldView& field, std::string_view text);

/// The words before the numbers of a kind's references: "R", "ER", "VM".
std::string_view reference_prefix(std::string_view kind);

} // namespace hdskit
