#include "toolkit/risk/study_json.hpp"

#include "toolkit/risk/scale_json.hpp"
#include "toolkit/risk/study_computed.hpp"
#include "toolkit/workspace/json_writing.hpp"

#include <boost/json.hpp>

namespace hdskit {
namespace {

boost::json::string_view json_view(std::string_view text) { return {text.data(), text.size()}; }

boost::json::array json_list(const std::string& text) {
  std::vector<std::string> parts;
  from_field_text(text, parts);
  boost::json::array list;
  for (const auto& part : parts) list.emplace_back(json_view(part));
  return list;
}

/// `text`: what the field gives, not empty.
boost::json::value json_of_field(FieldKind kind, const std::string& text) {
  if (kind == FieldKind::number) return std::stoll(text);
  if (kind == FieldKind::list) return json_list(text);
  return boost::json::string{json_view(text)};
}

template <typename Record> boost::json::object json_of_record(const StudyIndex& index, const Record& record) {
  boost::json::object object;
  for (const auto& field : Record::type().fields)
    if (const auto text = field.get(record); !text.empty()) object[json_view(field.name)] = json_of_field(field.kind, text);
  if (auto computed = computed_members(index, record); !computed.empty()) object["computed"] = std::move(computed);
  return object;
}

} // namespace

std::string study_text(const Study& study) {
  const StudyIndex index{study};
  boost::json::object root;
  root["format"] = study_format;
  root["version"] = study_format_version;
  if (!study.frame.reference.empty()) root["frame"] = json_of_record(index, study.frame);
  root["scale"] = json_of(study.scale);
  for_each_list(study, [&](const char* key, const auto& list) {
    boost::json::array records;
    for (const auto& record : list) records.emplace_back(json_of_record(index, record));
    root[key] = std::move(records);
  });
  return readable_json(root);
}

} // namespace hdskit
