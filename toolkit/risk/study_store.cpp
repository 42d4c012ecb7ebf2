#include "toolkit/risk/study_store.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/risk/study_rules.hpp"
#include "toolkit/workspace/record_store.hpp"
#include "toolkit/workspace/settings.hpp"

namespace hdskit {

Study read_study(const Workspace& workspace) {
  Study study;
  study.scale = workspace_scale(workspace);
  if (auto frames = all_records<RiskStudy>(workspace); !frames.empty()) study.frame = std::move(frames.front());
  for_each_list(study, [&]<typename Record>(const char*, std::vector<Record>& list) { list = all_records<Record>(workspace); });
  return study;
}

RiskScale workspace_scale(const Workspace& workspace) {
  const auto own = setting(workspace, risk_scale_setting);
  return own ? parse_scale(*own, tr("the scale of the workspace")) : shipped_scales().front();
}

std::string next_reference(const Workspace& workspace, const RecordKind& kind) { return study_rules.next_reference(workspace, kind); }

std::vector<std::string> citing_records(const Workspace& workspace, const RecordKind& kind, std::string_view reference) {
  return citing_records(workspace, risk_kinds(), kind, reference);
}

std::vector<std::pair<std::string, std::string>> citable(const Workspace& workspace, std::string_view kinds) {
  return citable_records(workspace, risk_kinds(), kinds);
}

} // namespace hdskit
