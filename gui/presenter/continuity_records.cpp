#include "gui/presenter/continuity_records.hpp"

#include "gui/presenter/citable_documents.hpp"
#include "gui/presenter/continuity_promises.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/organisation/record_key.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit::gui {
namespace {

struct KindWords {
  std::string_view kind;
  const char *plural, *purpose; ///< marked messages
};
constexpr KindWords kind_words[] = {
    {"activity", marked("Activities"), marked("What the hospital does for patients or to keep running, and how long it may stop.")},
    {"service", marked("Hosted services"), marked("What is hosted, with its objectives; the page “Organisation” has all of it.")},
    {"activity_impact", marked("Impacts over time"),
     marked("How much it hurts after an hour, four hours, a day: 1 negligible to 4 unbearable. The MTPD follows from it.")},
    {"component", marked("Components"), marked("What services run on: applications, servers, networks, sites, people, providers.")},
    {"backup_arrangement", marked("Backups"), marked("How data is saved, how often and where, and how long a restore took when it was measured.")},
    {"dependency", marked("Dependencies"),
     marked("What cannot work without what: an activity without a service, a service without a component, a component without its backup.")},
    {"continuity_plan", marked("Plans"), marked("What is done when systems fail: who decides, which steps, how long care holds on paper.")},
    {"plan_step", marked("Steps"), marked("What is done in which order, by whom, and how long it takes.")},
    {"crisis_contact", marked("Crisis directory"),
     marked("Whom to call, in which order. It is printed in the crisis booklet: no network is needed to read it.")},
    {"action_card", marked("Action cards"), marked("What one person does first, one action a line. They are printed and kept on paper.")},
    {"exercise", marked("Exercises"), marked("What was tried out, what was achieved, and what is planned.")},
    {"exercise_entry", marked("Lines of chronicles"), marked("What happened at what moment of an exercise.")},
    {"corrective_action", marked("Corrective actions"), marked("What an exercise showed to be missing, who mends it and until when.")},
};
const KindWords& words_of(std::string_view kind) { return *std::ranges::find(kind_words, kind, &KindWords::kind); }

std::string_view reference_field(std::string_view kind) {
  if (kind == HostedService::type().kind) return "code";
  const auto& fields = continuity_kind(kind).fields;
  return std::ranges::find(fields, "reference", &FieldView::name) == fields.end() ? "" : "reference";
}

/// The fields that a list shows, behind the reference.
std::vector<std::size_t> shown_fields(const RecordKind& kind, std::string_view reference) {
  std::vector<std::size_t> fields;
  for (const auto column : kind.columns)
    if (column != reference) fields.push_back(kind.index_of(column));
  return fields;
}

Cell field_cell(const FieldView& field, const std::string& value) {
  const auto choice = std::ranges::find(field.choices, value, &Choice::word);
  return {choice != field.choices.end() ? tr(choice->label) : value};
}

bool has_state(std::string_view kind) { return kind == Component::type().kind || kind == BackupArrangement::type().kind; }

Cell state_cell(const ContinuityMap& map, const std::string& reference) {
  const auto node = map.graph.find(reference);
  return node == DependencyGraph::none ? Cell{} : promise_cell(promise_state(map, node));
}

CellKind cell_kind(FieldKind kind) { return kind == FieldKind::date ? CellKind::date : kind == FieldKind::number ? CellKind::number : CellKind::text; }

std::vector<FormChoice> cited(const Workspace& workspace, std::string_view kinds) {
  std::vector<FormChoice> choices;
  for (const auto& [reference, name] : citable_in_continuity(workspace, kinds)) choices.push_back(cited_as(reference, reference == name ? "" : name));
  return choices;
}

/// Grades of an impact: impact.hpp.
std::vector<FormChoice> impact_grades() {
  return {{"", tr("– not rated –")}, {"0", tr("0 – not rated")}, {"1", tr("1 – negligible")},
          {"2", tr("2 – limited")},  {"3", tr("3 – serious")},   {"4", tr("4 – unbearable")}};
}

struct Part {
  std::string_view kind, field;
  const char* heading; ///< marked message
};
constexpr Part parts[] = {
    {"activity", "rto", marked("Objectives")},
    {"activity", "manual_resume", marked("Without systems")},
    {"component", "rto", marked("Objectives")},
    {"component", "measured_restore", marked("Measured")},
    {"backup_arrangement", "measured_restore", marked("Measured")},
    {"continuity_plan", "activation", marked("Activation")},
    {"continuity_plan", "degraded_mode", marked("Degraded mode")},
    {"continuity_plan", "isolation", marked("Measures")},
    {"continuity_plan", "version", marked("Approval")},
    {"exercise", "planned_on", marked("When")},
    {"exercise", "achieved_rto", marked("What was achieved")},
};

void refine(const Workspace& workspace, const RecordKind& kind, std::vector<FormField>& fields) {
  for (auto& field : fields) {
    if (field.name == "evidence" && kind.word != HostedService::type().kind) make_citing(field, citable_documents(workspace));
    if (kind.word == ActivityImpact::type().kind && field.kind == FieldKind::number) {
      field.choices = impact_grades();
      field.hint.clear();
    }
    const auto part = std::ranges::find_if(parts, [&](const Part& one) { return one.kind == kind.word && one.field == field.name; });
    if (part != std::end(parts)) field.heading = tr(part->heading);
  }
}

std::vector<std::string> referring(const Workspace& workspace, const RecordKind& kind, std::int64_t id) {
  return kind.word == HostedService::type().kind ? referring_to(workspace, kind, id) : std::vector<std::string>{}; // the others say themselves what they refuse
}

} // namespace

bool is_continuity_kind(std::string_view word) { return std::ranges::find(kind_words, word, &KindWords::kind) != std::end(kind_words); }
const RecordKind& continuity_page_kind(std::string_view word) { return word == HostedService::type().kind ? record_kind(word) : continuity_kind(word); }
std::string continuity_plural(std::string_view kind) { return tr(words_of(kind).plural); }
std::string continuity_purpose(std::string_view kind) { return tr(words_of(kind).purpose); }

std::string record_row_key(std::string_view kind, std::int64_t id) { return std::string{kind} + ":" + std::to_string(id); }

std::optional<RowRecord> row_record(std::string_view key) {
  const auto colon = key.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  RowRecord record{std::string{key.substr(0, colon)}, 0};
  const auto [end, error] = std::from_chars(key.data() + colon + 1, key.data() + key.size(), record.id);
  return error == std::errc{} && end == key.data() + key.size() ? std::optional{record} : std::nullopt;
}

std::int64_t record_number(const ContinuityMap& map, std::string_view kind, std::string_view reference) {
  const auto key = reference_key(reference);
  std::int64_t number = 0;
  for_each_continuity_record(map.continuity, kind, [&]<typename Record>(const Record& record) {
    if constexpr (requires { record.code; }) {
      if (number == 0 && reference_key(record.code) == key) number = record.id.number();
    } else if (number == 0 && folded_key(record) == key) number = record.id.number();
  });
  return number;
}

ListRows continuity_rows(const ContinuityMap& map, std::string_view word, std::string_view words) {
  const auto& kind = continuity_page_kind(word);
  const auto reference = reference_field(word);
  const auto fields = shown_fields(kind, reference);
  std::vector<SheetColumn> columns;
  if (!reference.empty()) columns.push_back({tr("Ref.")});
  for (std::size_t i = 0; i < fields.size(); ++i) {
    columns.push_back({tr(kind.fields[fields[i]].label), cell_kind(kind.fields[fields[i]].kind)});
    if (i == 0 && has_state(word)) columns.push_back({tr("Status")});
  }
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  for_each_continuity_record(map.continuity, word, [&](const auto& record) {
    const auto view = view_of(record);
    if (!sought.are_in(view.values)) return;
    ListRow row{record_row_key(word, view.id), {}};
    if (!reference.empty()) row.cells.push_back({view.values[kind.index_of(reference)]});
    for (std::size_t i = 0; i < fields.size(); ++i) {
      row.cells.push_back(field_cell(kind.fields[fields[i]], view.values[fields[i]]));
      if (i == 0 && has_state(word)) row.cells.push_back(state_cell(map, row.cells.front().text));
    }
    rows.push_back(std::move(row));
  });
  return rows_at_hand(std::move(columns), std::move(rows));
}

std::string continuity_title(const RecordKind& kind, const RecordView& record) {
  const auto reference = reference_field(kind.word);
  if (reference.empty()) return record_key(kind, record.values);
  return cited_as(record.values[kind.index_of(reference)], title_of(kind, record)).label;
}

RecordWays continuity_ways() { return {.title = continuity_title, .cited = cited, .referring = referring, .refine = refine}; }

Assignments proposed_in_continuity(const Workspace& workspace, const RecordKind& kind, Assignments more) {
  if (auto reference = kind.word == HostedService::type().kind ? "" : next_continuity_reference(workspace, kind); !reference.empty())
    more.insert(more.begin(), {"reference", std::move(reference)});
  return more;
}

} // namespace hdskit::gui
