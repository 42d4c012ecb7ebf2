#include "gui/presenter/risk_map.hpp"

#include "gui/presenter/requirements.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/risk/lint.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/workspace/dialect.hpp"

namespace hdskit::gui {

RiskMap::RiskMap(Study read, Date today)
    : study{std::move(read)}, index{study},
      assessments{assess_risks(index)}, matrix{matrix_of(study.scale, assessments)}, findings{lint(study, today)}, day{today} {}

std::shared_ptr<const RiskMap> read_risk_map(const Workspace& workspace, Date today) {
  const Snapshot snapshot{workspace.dialect()}; // one state for all of it
  auto map = std::make_shared<RiskMap>(read_study(workspace), today);
  map->versions = study_versions(workspace);
  if (follows_checklist(workspace))
    for (const auto& obligation : workspace_checklist(workspace).obligations)
      map->obligations.emplace_back(obligation.id, obligation.title.in_current_language());
  return map;
}

} // namespace hdskit::gui
