#include "cli/risk_options.hpp"

#include "toolkit/exchange/risk_grades.hpp"
#include "toolkit/risk/study_store.hpp"

namespace hdskit::cli {

const RecordKind& chosen_kind(const Arguments& arguments) { return risk_kind(arguments.has("kind") ? arguments.text("kind") : "risk"); }

ReferencedRecord find_referenced(const Workspace& workspace, const Arguments& arguments) {
  const auto* asked = arguments.has("kind") ? &chosen_kind(arguments) : nullptr;
  return find_referenced(workspace, risk_kinds(), asked, &risk_kind("risk"), arguments.text("reference"));
}

Assignments read_risk_assignments(const Workspace& workspace, const RecordKind& kind, const std::vector<std::string>& words) {
  auto assignments = read_assignments(workspace, kind, words);
  const auto scale = workspace_scale(workspace);
  for (auto& [field, text] : assignments)
    if (const auto* names = grade_words(scale, kind.word, field))
      if (const auto grade = grade_named(*names, text)) text = to_field_text(grade);
  return assignments;
}

} // namespace hdskit::cli
