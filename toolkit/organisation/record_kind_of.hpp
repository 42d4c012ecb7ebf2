#pragma once

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/workspace/record_store.hpp"

namespace hdskit {

template <typename Record> RecordView view_of(const Record& record) {
  RecordView view{record.id.number(), {}};
  for (const auto& field : Record::type().fields) view.values.push_back(field.get(record));
  return view;
}

template <typename Record> void assign(Record& record, const Assignments& assignments) {
  for (const auto& [name, text] : assignments) {
    const auto* field = Record::type().find(name);
    try {
      field->set(record, text);
    } catch (const Problem& problem) { throw Problem{problem.kind(), name, tr("{1}: {2}", {name, problem.what()}), problem.remedy()}; }
  }
}

template <typename Record> using IdOf = decltype(Record::id);

/// A record type with its C++ type forgotten. `columns`: the fields that a list shows.
template <typename Record> RecordKind record_kind_of(std::vector<std::string_view> columns) {
  const auto& type = Record::type();
  std::vector<FieldView> fields;
  for (const auto& field : type.fields) fields.push_back({field.name, field.label, field.kind, field.required, field.choices, field.refers_to});
  return {
      type.kind,
      type.label,
      std::move(fields),
      std::move(columns),
      [](const Workspace& workspace) {
        std::vector<RecordView> views;
        for (const auto& record : all_records<Record>(workspace)) views.push_back(view_of(record));
        return views;
      },
      [](const Workspace& workspace, std::int64_t id) { return view_of(find_record<Record>(workspace, IdOf<Record>{id})); },
      [](Change& change, const Assignments& assignments) {
        Record record;
        assign(record, assignments);
        return add_record(change, record).id.number();
      },
      [](Change& change, std::int64_t id, const Assignments& assignments) {
        auto record = find_record<Record>(change.workspace(), IdOf<Record>{id});
        assign(record, assignments);
        update_record(change, record);
      },
      [](Change& change, std::int64_t id) { remove_record<Record>(change, IdOf<Record>{id}); },
      [](std::size_t index, std::string_view text) {
        const auto& field = Record::type().fields[index];
        if (field.required && trimmed(text).empty()) record_rows::refuse_missing_field(Record::type().kind, field.label);
        Record record;
        field.set(record, text);
        return field.get(record);
      },
  };
}

} // namespace hdskit
