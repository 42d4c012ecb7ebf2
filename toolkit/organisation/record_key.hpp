#pragma once

#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/organisation/record_kind.hpp"

namespace hdskit {

/// The fields by which people tell a record from others of its kind: `reference`; the code of a service, the name of a subcontractor; of a kind without
/// reference (a dependency, a line of a chronicle) all that must be filled in.
std::vector<std::size_t> key_fields(const RecordKind& kind);

/// Those fields of one record, for people: "R12", "ACT1 · DPI".
std::string record_key(const std::vector<std::string>& key);
std::string record_key(const RecordKind& kind, const std::vector<std::string>& values); ///< one text per field

/// The key of a record as a list of records is searched by it: letter case and accents aside.
template <typename Record> std::string folded_key(const Record& record) {
  if constexpr (requires { record.reference; }) return reference_key(record.reference);
  else {
    std::vector<std::string> key;
    for (const auto& field : Record::type().fields)
      if (field.required) key.push_back(field.get(record));
    return reference_key(record_key(key));
  }
}

} // namespace hdskit
