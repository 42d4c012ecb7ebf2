#include "toolkit/risk/study_store.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/known_references.hpp"
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

std::int64_t record_referenced(const Workspace& workspace, const RecordKind& kind, std::string_view reference) {
  const auto& references = StudyMemory::of(workspace).references(kind.word);
  if (const auto* known = references.find(reference)) return known->id;
  const auto near = references.closest_to(reference);
  throw Problem{ProblemKind::not_found, std::string{reference}, tr("There is no {1} with the reference “{2}”.", {tr(kind.label), reference}),
                near.empty() ? tr("List what is there, then start again with one of its references.") : tr("Did you mean: {1}?", {joined(near, ", ")})};
}

std::string next_reference(const Workspace& workspace, const RecordKind& kind) {
  const auto prefix = reference_prefix(kind.word);
  const auto& references = StudyMemory::of(workspace).references(kind.word);
  if (kind.word == RiskStudy::type().kind && references.size() == 0) return std::string{prefix}; // there is but one
  return references.next(prefix);
}

} // namespace hdskit
