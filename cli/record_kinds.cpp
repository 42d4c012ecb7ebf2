#include "cli/records.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/record_csv.hpp"
#include "toolkit/organisation/organisation_store.hpp"

#include <algorithm>

namespace hdskit::cli {
namespace {

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

template <typename Record> RecordKind kind_for(std::vector<std::string_view> columns) {
  const auto& type = Record::type();
  std::vector<FieldView> fields;
  for (const auto& field : type.fields) fields.push_back({field.name, field.label, field.kind, field.required, field.choices});
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
      [](const Workspace& workspace) { return export_records(all_records<Record>(workspace)); },
  };
}

} // namespace

std::span<const RecordKind> record_kinds() {
  static const RecordKind kinds[] = {
      kind_for<LegalEntity>({"name", "role", "finess", "city", "representative"}),
      kind_for<Site>({"name", "kind", "entity", "city"}),
      kind_for<HostedService>({"code", "name", "criticality", "rto", "rpo", "volume_gb", "primary_site"}),
      kind_for<Client>({"name", "kind", "finess", "city", "beds"}),
      kind_for<Contract>({"reference", "client", "services", "signed_on", "ends_on"}),
      kind_for<Person>({"name", "position", "email", "phone"}),
      kind_for<Mandate>({"role", "person", "deputy", "starts_on", "ends_on", "letter"}),
      kind_for<Subcontractor>({"name", "service", "certificate", "certificate_expires_on", "contract_ends_on"}),
  };
  return kinds;
}

const RecordKind& record_kind(std::string_view word) {
  const auto kinds = record_kinds();
  const auto found = std::ranges::find(kinds, word, &RecordKind::word);
  if (found == kinds.end())
    throw Problem{ProblemKind::bad_input, std::string{word}, tr("“{1}” is not a kind of record.", {word}), tr("See: hdskit help {1}", {"organisation list"})};
  return *found;
}

} // namespace hdskit::cli
