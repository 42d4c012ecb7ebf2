#include "toolkit/organisation/record_json.hpp"
#include "toolkit/risk/scale_json.hpp"
#include "toolkit/risk/study_json.hpp"

namespace hdskit {

Study parse_study(std::string_view json, const std::string& name) {
  const auto value = parse_foreign_json(json, name, study_size_limit);
  Study study;
  JsonDefects defects;
  if (const auto* root = value.if_object()) {
    std::vector<std::string_view> members{"frame", "scale"};
    for_each_list(study, [&](const char* key, const auto&) { members.emplace_back(key); });
    check_document(*root, study_format, study_format_version, members, defects);
    if (const auto* frame = root->if_contains("frame")) study.frame = RecordReader<RiskStudy>{defects}.read(*frame, "frame");
    if (const auto* scale = root->if_contains("scale")) study.scale = scale_of_json(*scale, "scale", defects);
    else defects.report("scale", tr("It is missing."));
    for_each_list(study, [&](const char* key, auto& list) { read_list(*root, key, list, defects); });
  } else defects.report("", tr("An object { … } is expected here."));
  defects.refuse(name, tr("Correct these places, then start again; nothing was changed."), json);
  return study;
}

} // namespace hdskit
