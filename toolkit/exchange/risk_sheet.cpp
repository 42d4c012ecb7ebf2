#include "toolkit/exchange/risk_sheet.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/record_sheet.hpp"
#include "toolkit/exchange/risk_columns.hpp"
#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/risk/assessment.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/risk/threat.hpp"

#include <cmath>
#include <cstdio>

namespace hdskit {
namespace {

std::string level_word(const RiskScale& scale, int level) {
  if (level < 1) return "";
  return static_cast<std::size_t>(level) <= scale.classes.size() ? scale.classes[static_cast<std::size_t>(level) - 1].in_current_language()
                                                                 : std::to_string(level);
}

/// With the decimal mark of the language, so that a spreadsheet takes it for a number.
std::string decimal(const std::optional<double>& value) {
  if (!value) return "";
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", std::round(*value * 100) / 100);
  return current_language() == Language::french ? replaced(text, ".", ",") : text;
}

std::string zone_word(const RiskScale& scale, const std::optional<double>& threat) {
  if (!threat) return "";
  const auto zone = zone_of(scale, *threat);
  return zone ? scale.zones[*zone].word.in_current_language() : tr("out of the perimeter");
}

std::string measures_of(const StudyIndex& index, const std::string& reference) {
  std::vector<std::string> names;
  for (const auto* measure : index.measures_of_risk(reference)) names.push_back(measure->reference + " " + measure->name);
  return joined(names, "\n");
}

Sheet sheet_with_headings(const RecordKind& kind) {
  Sheet sheet{.title = tr(kind.label), .columns = {}, .rows = {}};
  for (const auto& field : kind.fields) sheet.columns.push_back({risk_heading(kind.word, field), column_of(field.name, field.kind).kind});
  for (const auto* heading : computed_headings(kind.word)) sheet.columns.push_back({tr(heading), CellKind::text});
  return sheet;
}

Sheet register_sheet(const Workspace& workspace, const RecordKind& kind) {
  const auto study = read_study(workspace);
  const StudyIndex index{study};
  const auto level = kind.index_of("level"), residual_level = kind.index_of("residual_level");
  auto sheet = sheet_with_headings(kind);
  sheet.columns[level].kind = sheet.columns[residual_level].kind = CellKind::text;
  for (const auto& assessment : assess_risks(index)) {
    auto row = shown_row(kind, view_of(*assessment.risk).values);
    row[level] = level_word(study.scale, assessment.initial.level);
    row[residual_level] = level_word(study.scale, assessment.residual.level);
    row.push_back(measures_of(index, assessment.risk->reference));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

Sheet stakeholder_sheet(const Workspace& workspace, const RecordKind& kind) {
  const auto study = read_study(workspace);
  auto sheet = sheet_with_headings(kind);
  for (const auto& stakeholder : study.stakeholders) {
    auto row = shown_row(kind, view_of(stakeholder).values);
    const auto threat = threat_of(stakeholder), residual = residual_threat_of(stakeholder);
    for (auto text : {decimal(threat), zone_word(study.scale, threat), decimal(residual), zone_word(study.scale, residual)}) row.push_back(std::move(text));
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

} // namespace

Sheet risk_sheet(const Workspace& workspace, const RecordKind& kind) {
  if (kind.word == Risk::type().kind) return register_sheet(workspace, kind);
  if (kind.word == Stakeholder::type().kind) return stakeholder_sheet(workspace, kind);
  auto sheet = sheet_with_headings(kind);
  for (const auto& record : kind.all(workspace)) sheet.rows.push_back(shown_row(kind, record.values));
  return sheet;
}

} // namespace hdskit
