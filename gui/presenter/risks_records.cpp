#include "gui/presenter/risks_records.hpp"

#include "gui/presenter/risks_likelihood.hpp"
#include "gui/presenter/risks_register.hpp"
#include "gui/presenter/typed_record.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/risk_figures.hpp"
#include "toolkit/exchange/risk_grades.hpp"
#include "toolkit/organisation/record_kind_of.hpp"
#include "toolkit/risk/study_store.hpp"
#include "toolkit/risk/threat.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>
#include <set>

namespace hdskit::gui {
namespace {

// ---- what is computed of a record, beside its fields: a column each

struct ComputedColumns {
  std::string_view kind;
  std::vector<const char*> headings;          ///< marked messages
  std::vector<std::string_view> instead = {}; ///< fields whose place they take
};
const ComputedColumns& computed_columns(std::string_view kind) {
  static const ComputedColumns all[] = {
      {"source_objective", {marked("Pertinence")}, {"pertinence"}},
      {"stakeholder", {marked("Threat")}},
      {"strategic_scenario", {marked("Gravity"), marked("Likelihood")}, {"gravity"}},
      {"operational_scenario", {marked("Gravity"), marked("Likelihood")}, {"likelihood"}},
      {"risk", {marked("Level"), marked("Residual")}},
  };
  static const ComputedColumns none{"", {}};
  const auto found = std::ranges::find(all, kind, &ComputedColumns::kind);
  return found == std::end(all) ? none : *found;
}

std::vector<Cell> computed_cells(const RiskMap&, const SourceObjective& pair) {
  const int pertinence = pertinence_of(pair);
  return {pertinence == 0 ? Cell{"–", Tone::faint} : Cell{std::to_string(pertinence)}};
}
std::vector<Cell> computed_cells(const RiskMap& map, const Stakeholder& party) { return {threat_cell(map.study.scale, threat_of(party))}; }
std::vector<Cell> computed_cells(const RiskMap& map, const StrategicScenario& scenario) {
  return {grade_cell(map.study.scale.gravity, gravity_of(map.index, scenario)), grade_cell(map.study.scale.likelihood, likelihood_of(map.index, scenario))};
}
std::vector<Cell> computed_cells(const RiskMap& map, const OperationalScenario& scenario) {
  return {grade_cell(map.study.scale.gravity, gravity_of(map.index, scenario)),
          grade_cell(map.study.scale.likelihood, likelihood_of(map.index, scenario).value)};
}
std::vector<Cell> computed_cells(const RiskMap& map, const Risk& risk) {
  const auto& one = map.assessments.at(static_cast<std::size_t>(&risk - map.study.risks.data()));
  return {level_cell(map.study.scale, one.initial.level), level_cell(map.study.scale, one.residual.level)};
}
template <typename Record> std::vector<Cell> computed_cells(const RiskMap&, const Record&) { return {}; }

// ---- the fields

/// The fields that a list shows, behind reference and name.
std::vector<std::size_t> shown_fields(const RecordKind& kind) {
  const auto& instead = computed_columns(kind.word).instead;
  std::vector<std::size_t> fields;
  for (const auto column : kind.columns)
    if (column != "reference" && column != kind.columns.front() && std::ranges::find(instead, column) == instead.end()) fields.push_back(kind.index_of(column));
  return fields;
}

CellKind cell_kind(FieldKind kind) { return kind == FieldKind::date ? CellKind::date : CellKind::text; }

Cell field_cell(const RiskScale& scale, const RecordKind& kind, std::size_t place, const std::string& value) {
  const auto& field = kind.fields[place];
  const auto choice = std::ranges::find(field.choices, value, &Choice::word);
  if (choice != field.choices.end()) return {tr(choice->label)};
  const auto* words = value.empty() ? nullptr : grade_words(scale, kind.word, field.name);
  return {words ? grade_text(*words, std::stoll(value)) : value};
}

std::vector<SheetColumn> columns_of(const RecordKind& kind) {
  std::vector<SheetColumn> columns{{tr("Ref.")}, {tr(kind.fields[kind.index_of(kind.columns.front())].label)}};
  for (const auto* heading : computed_columns(kind.word).headings) columns.push_back({tr(heading)});
  for (const auto place : shown_fields(kind)) columns.push_back({tr(kind.fields[place].label), cell_kind(kind.fields[place].kind)});
  return columns;
}

// ---- what follows from what is typed

std::vector<Cell> words_of(const RiskMap& map, const Stakeholder& party) {
  const auto now = threat_of(party), after = residual_threat_of(party);
  if (!now) return {{tr("Threat: not rated yet; choose dependency, penetration, maturity and trust"), Tone::faint}};
  auto cell = threat_cell(map.study.scale, now);
  cell.text = tr("Threat now: {1}", {cell.text});
  std::vector<Cell> lines{cell};
  if (after && *after != *now) {
    auto later = threat_cell(map.study.scale, after);
    later.text = tr("Once the measures are there: {1}", {later.text});
    lines.push_back(later);
  }
  return lines;
}

std::vector<Cell> words_of(const RiskMap&, const SourceObjective& pair) {
  const int computed = computed_pertinence_of(pair), pertinence = pertinence_of(pair);
  if (pertinence == 0) return {{tr("Pertinence: not rated yet; choose motivation, resources and activity"), Tone::faint}};
  if (pair.pertinence && computed != 0 && computed != pertinence)
    return {{tr("Pertinence: {1}, forced; the three grades give {2}", {std::to_string(pertinence), std::to_string(computed)}), Tone::warning}};
  return {{tr("Pertinence: {1}", {std::to_string(pertinence)})}};
}

std::vector<Cell> words_of(const RiskMap& map, const StrategicScenario& scenario) {
  const auto& scale = map.study.scale;
  const int gravity = gravity_of(map.index, scenario), likelihood = likelihood_of(map.index, scenario);
  Cell of_gravity = gravity == 0       ? Cell{tr("Gravity: none of its feared events is rated"), Tone::faint}
                    : scenario.gravity ? Cell{tr("Gravity: {1}, forced by a person", {grade_text(scale.gravity, gravity)})}
                                       : Cell{tr("Gravity: {1}, that of its gravest feared event", {grade_text(scale.gravity, gravity)})};
  Cell of_likelihood = likelihood == 0 ? Cell{tr("Likelihood: no operational scenario gives one yet"), Tone::faint}
                                       : Cell{tr("Likelihood: {1}, the greatest of its operational scenarios", {grade_text(scale.likelihood, likelihood)})};
  return {std::move(of_gravity), std::move(of_likelihood)};
}

std::vector<Cell> words_of(const RiskMap& map, const OperationalScenario& scenario) {
  return likelihood_in_words(map.study.scale, scenario, likelihood_of(map.index, scenario));
}

template <typename Record> std::vector<Cell> words_typed(const RiskMap& map, const Form& form) { return words_of(map, typed_record<Record>(form)); }

} // namespace

std::size_t count_of(const Study& study, std::string_view kind) {
  if (kind == RiskStudy::type().kind) return study.frame.reference.empty() ? 0 : 1;
  std::size_t count = 0;
  for_each_list(study, [&](const char*, const auto& list) {
    if (std::decay_t<decltype(list)>::value_type::type().kind == kind) count = list.size();
  });
  return count;
}

ListRows study_rows(const RiskMap& map, std::string_view word, std::string_view words) {
  const auto& kind = risk_kind(word);
  const auto fields = shown_fields(kind);
  const auto reference = kind.index_of("reference"), name = kind.index_of(kind.columns.front());
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  for_each_record(map.study, word, [&](const auto& record) {
    const auto values = view_of(record).values;
    if (!sought.are_in(values)) return;
    ListRow row{values[reference], {{values[reference]}, {values[name]}}};
    for (auto& cell : computed_cells(map, record)) row.cells.push_back(std::move(cell));
    for (const auto place : fields) row.cells.push_back(field_cell(map.study.scale, kind, place, values[place]));
    rows.push_back(std::move(row));
  });
  return rows_at_hand(columns_of(kind), std::move(rows));
}

std::vector<Cell> computed_in_words(const RiskMap& map, std::string_view kind, const Form& form) {
  if (kind == "stakeholder") return words_typed<Stakeholder>(map, form);
  if (kind == "source_objective") return words_typed<SourceObjective>(map, form);
  if (kind == "strategic_scenario") return words_typed<StrategicScenario>(map, form);
  if (kind == "operational_scenario") return words_typed<OperationalScenario>(map, form);
  if (kind == "risk") return levels_in_words(map, form);
  return {};
}

Cell threat_cell(const RiskScale& scale, const std::optional<double>& threat) {
  if (!threat) return {tr("– not rated –"), Tone::faint};
  const auto zone = zone_of(scale, *threat);
  const auto tone = !zone ? Tone::faint : *zone + 1 == scale.zones.size() ? Tone::bad : *zone + 2 == scale.zones.size() ? Tone::warning : Tone::neutral;
  return {threat_text(*threat) + " – " + zone_text(scale, *threat), tone};
}

Cell grade_cell(const std::vector<ScaleWord>& words, int grade) { return {grade_text(words, grade), grade == 0 ? Tone::faint : Tone::neutral}; }

RisksSubject subject_of(const Finding& finding) {
  const auto space = finding.subject.find(' ');
  return {finding.subject.substr(0, space), space == std::string::npos ? "" : finding.subject.substr(space + 1)};
}

} // namespace hdskit::gui
