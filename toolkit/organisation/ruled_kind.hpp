#pragma once

#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/organisation/record_rules.hpp"
#include "toolkit/organisation/text_limit.hpp"

#include <algorithm>

namespace hdskit {

/// The kind of a record type among those of its room.
template <typename Record, const RecordRules& Rules> const RecordKind& ruled_kind() {
  return *std::ranges::find(Rules.kinds(), Record::type().kind, &RecordKind::word);
}

template <typename Record, const RecordRules& Rules> void assign_known(Record& record, const Assignments& assignments) {
  for (const auto& [name, text] : assignments) ruled_kind<Record, Rules>().index_of(name); // the closest field is proposed
  assign(record, assignments);
}

/// record_kind_of, with the rules of the room in front of the store.
template <typename Record, const RecordRules& Rules> RecordKind ruled_kind_of(std::vector<std::string_view> columns) {
  auto kind = record_kind_of<Record>(std::move(columns));
  kind.add = [](Change& change, const Assignments& assignments) {
    Record record;
    assign_known<Record, Rules>(record, assignments);
    return add_under(Rules, change, ruled_kind<Record, Rules>(), view_of(record).values);
  };
  kind.edit = [](Change& change, std::int64_t id, const Assignments& assignments) {
    auto record = find_record<Record>(change.workspace(), IdOf<Record>{id});
    const auto before = view_of(record).values;
    assign_known<Record, Rules>(record, assignments);
    edit_under(Rules, change, ruled_kind<Record, Rules>(), id, before, view_of(record).values);
  };
  kind.remove = [](Change& change, std::int64_t id) { remove_under(Rules, change, ruled_kind<Record, Rules>(), id); };
  kind.normalised = [](std::size_t index, std::string_view text) {
    const auto& field = Record::type().fields[index];
    if (field.required && trimmed(text).empty()) record_rows::refuse_missing_field(Record::type().kind, field.label);
    Record record;
    field.set(record, text);
    auto stored = field.get(record);
    refuse_unfit_text(ruled_kind<Record, Rules>().fields[index], stored);
    return stored;
  };
  return kind;
}

} // namespace hdskit
