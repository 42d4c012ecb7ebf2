#include "gui/presenter/risks_subject.hpp"

#include "gui/presenter/citable_documents.hpp"
#include "gui/presenter/requirements.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/risk_figures.hpp"
#include "toolkit/exchange/risk_grades.hpp"
#include "toolkit/requirements/answer_store.hpp"
#include "toolkit/risk/field_limit.hpp"
#include "toolkit/risk/minimum_event.hpp"
#include "toolkit/risk/study_store.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

std::vector<FormChoice> records_cited(const Workspace& workspace, std::string_view kinds) {
  std::vector<FormChoice> choices;
  for (const auto& [reference, name] : citable(workspace, kinds)) choices.push_back(cited_as(reference, reference == name ? "" : name));
  return choices;
}

std::vector<FormChoice> grades(const RiskScale& scale, std::string_view kind, std::string_view field) {
  std::vector<FormChoice> choices{{"", tr("– not rated –")}};
  const auto* words = grade_words(scale, kind, field);
  for (std::int64_t grade = 1; grade <= grade_limit(scale, kind, field); ++grade)
    choices.push_back({std::to_string(grade), words ? grade_text(*words, grade) : std::to_string(grade)});
  return choices;
}

std::vector<FormChoice> events_of_exi_05() {
  std::vector<FormChoice> choices;
  for (const auto& event : minimum_events()) choices.push_back(cited_as(event.id, event.title.in_current_language()));
  return choices;
}

std::vector<FormChoice> obligations(const Workspace& workspace) {
  std::vector<FormChoice> choices;
  if (!follows_checklist(workspace)) return choices;
  for (const auto& obligation : workspace_checklist(workspace).obligations) choices.push_back(cited_as(obligation.id, obligation.title.in_current_language()));
  return choices;
}

struct Part {
  std::string_view kind, field;
  const char* heading; ///< marked message
};
constexpr Part parts[] = {
    {"risk", "patient", marked("Consequences")}, {"risk", "existing_measures", marked("Before treatment")},
    {"risk", "strategy", marked("Treatment")},   {"risk", "residual_gravity", marked("After treatment")},
    {"risk", "scenario", marked("Links")},       {"risk", "accepted_by", marked("Acceptance")},
};

FormField::Condition condition_of(std::string_view kind, std::string_view field) {
  constexpr std::string_view by_event[] = {"gravity", "likelihood", "residual_gravity", "residual_likelihood"};
  constexpr std::string_view by_asset[] = {"impact_availability", "impact_integrity", "impact_confidentiality", "threat",
                                           "vulnerability",       "residual_threat",  "residual_vulnerability"};
  if (kind != "risk") return {};
  if (std::ranges::find(by_event, field) != std::end(by_event)) return {"method", "event"};
  if (std::ranges::find(by_asset, field) != std::end(by_asset)) return {"method", "asset"};
  return {};
}

void refine(const Workspace& workspace, const RecordKind& kind, std::vector<FormField>& fields) {
  const auto scale = workspace_scale(workspace);
  for (auto& field : fields) {
    if (grade_limit(scale, kind.word, field.name) > 0) {
      field.choices = grades(scale, kind.word, field.name);
      field.hint.clear();
    }
    if (field.name == "acceptance" || field.name == "evidence") make_citing(field, citable_documents(workspace));
    if (field.name == "minimum_events") make_citing(field, events_of_exi_05());
    if (field.name == "obligations") make_citing(field, obligations(workspace));
    const auto part = std::ranges::find_if(parts, [&](const Part& one) { return one.kind == kind.word && one.field == field.name; });
    if (part != std::end(parts)) field.heading = tr(part->heading);
    field.only_with = condition_of(kind.word, field.name);
  }
}

} // namespace

std::optional<RisksSubject> risks_subject(std::string_view subject) {
  const auto colon = subject.find(':');
  const auto kinds = risk_kinds();
  const auto kind = std::ranges::find(kinds, subject.substr(0, colon), &RecordKind::word);
  if (kind == kinds.end()) return std::nullopt;
  return RisksSubject{std::string{kind->word}, colon == std::string_view::npos ? "" : std::string{subject.substr(colon + 1)}};
}

std::string risks_title(const RecordKind& kind, const RecordView& record) {
  return cited_as(record.values[kind.index_of("reference")], title_of(kind, record)).label;
}

RecordWays risks_ways() { return {.title = risks_title, .cited = records_cited, .referring = {}, .refine = refine}; }

} // namespace hdskit::gui
