#include "toolkit/risk/study_json.hpp"

#include "toolkit/organisation/record_json.hpp"
#include "toolkit/risk/scale_json.hpp"
#include "toolkit/risk/study_computed.hpp"
#include "toolkit/workspace/json_writing.hpp"

namespace hdskit {
namespace {

template <typename Record> boost::json::object json_of_record(const StudyIndex& index, const Record& record) {
  auto object = json_of_fields(record);
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
