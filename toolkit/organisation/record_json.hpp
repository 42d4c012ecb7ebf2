#pragma once

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/record_kind.hpp"
#include "toolkit/organisation/text_limit.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace hdskit {

// Lists of records in the documents that people exchange: docs/formats/risk-study.md. A member is named as its field; what is empty is left out.

/// `text`: what the field gives, not empty.
boost::json::value json_of_field(FieldKind kind, const std::string& text);

template <typename Record> boost::json::object json_of_fields(const Record& record) {
  boost::json::object object;
  for (const auto& field : Record::type().fields)
    if (const auto text = field.get(record); !text.empty()) object[{field.name.data(), field.name.size()}] = json_of_field(field.kind, text);
  return object;
}

/// The text that a JSON value stands for in a field; a sentence in `defect` when it stands for none.
std::string text_of_json(const FieldView& field, const boost::json::value& value, std::string& defect);

/// Reports a document of another format or version, and members that are not among `members`.
void check_document(const boost::json::object& root, std::string_view format, int version, const std::vector<std::string_view>& members, JsonDefects& defects);

constexpr std::size_t listed_record_limit = 100'000; ///< of one kind

std::string unknown_member(std::string_view name); ///< the sentence

template <typename Record> class RecordReader {
public:
  explicit RecordReader(JsonDefects& defects) : defects_{defects} {
    for (const auto& field : Record::type().fields) views_.push_back({field.name, field.label, field.kind, field.required, field.choices, field.refers_to});
  }

  /// `place`: of the record, for the defects. The member “computed” is passed over.
  Record read(const boost::json::value& value, const std::string& place) {
    Record record;
    const auto* object = value.if_object();
    if (!object) {
      defects_.report(place, tr("An object { … } is expected here."));
      return record;
    }
    for (const auto& [name, member] : *object)
      if (name != "computed") read_member(record, {name.data(), name.size()}, member, place);
    for (const auto& field : Record::type().fields)
      if (field.required && trimmed(field.get(record)).empty() && !object->contains({field.name.data(), field.name.size()}))
        defects_.report(place + "." + std::string{field.name}, tr("It is missing."));
    return record;
  }

private:
  void read_member(Record& record, std::string_view name, const boost::json::value& value, const std::string& place) {
    const auto found = std::ranges::find(views_, name, &FieldView::name);
    if (found == views_.end()) return defects_.report(place, unknown_member(name));
    std::string defect;
    auto text = text_of_json(*found, value, defect);
    if (defect.empty()) defect = text_defect(*found, text);
    if (defect.empty() && found->required && trimmed(text).empty()) defect = tr("It is empty.");
    if (defect.empty()) set(record, static_cast<std::size_t>(found - views_.begin()), text, defect);
    if (!defect.empty()) defects_.report(place + "." + std::string{name}, defect);
  }

  void set(Record& record, std::size_t index, const std::string& text, std::string& defect) {
    try {
      Record::type().fields[index].set(record, text);
    } catch (const Problem& problem) { defect = problem.what(); }
  }

  JsonDefects& defects_;
  std::vector<FieldView> views_;
};

/// The list under `key`, none when it is absent.
template <typename Record> void read_list(const boost::json::object& root, const char* key, std::vector<Record>& list, JsonDefects& defects) {
  const auto* value = root.if_contains(key);
  if (!value) return;
  const auto* records = value->if_array();
  if (!records) return defects.report(key, tr("A list [ … ] is expected here."));
  if (records->size() > listed_record_limit)
    return defects.report(key, tr("The list has {1} entries; {2} at most are read.", {std::to_string(records->size()), std::to_string(listed_record_limit)}));
  RecordReader<Record> reader{defects};
  for (std::size_t i = 0; i < records->size(); ++i) list.push_back(reader.read((*records)[i], std::string{key} + "[" + std::to_string(i) + "]"));
}

} // namespace hdskit
