#include "toolkit/backup/backup_record_rules.hpp"
#include "toolkit/backup/result_file.hpp"
#include "toolkit/organisation/record_json.hpp"
#include "toolkit/workspace/json_reading.hpp"
#include "toolkit/workspace/json_writing.hpp"

namespace hdskit {
namespace {

constexpr const char* plan_format = "hdskit-restore-plan";
constexpr std::size_t longest_plan = 256u << 10, longest_origin = 400;

std::string minutes_text(const std::optional<Minutes>& minutes) { return to_field_text(minutes); }

std::optional<Minutes> read_minutes(const JsonObject& object, std::string_view name, JsonDefects& defects) {
  std::optional<Minutes> minutes;
  constexpr std::size_t longest_duration = 40;
  try {
    from_field_text(object.text(name, longest_duration), minutes);
  } catch (const Problem& problem) { defects.report(object.place_of(name), problem.what()); }
  return minutes;
}

/// What the rules of the workspace would refuse must not come in by a plan either.
void check_values(const BackupSource& source, JsonDefects& defects) {
  const auto& kind = backup_kind(BackupSource::type().kind);
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    const auto text = BackupSource::type().fields[i].get(source);
    if (text.empty()) continue;
    if (const auto defect = backup_value_defect(kind, kind.fields[i], text); !defect.empty())
      defects.report("source." + std::string{kind.fields[i].name}, defect);
  }
}

} // namespace

std::string plan_text(const SourcePlan& plan) {
  boost::json::object objectives{{"rto", minutes_text(plan.objectives.rto)},
                                 {"rpo", minutes_text(plan.objectives.rpo)},
                                 {"rto_origin", plan.objectives.rto_origin},
                                 {"rpo_origin", plan.objectives.rpo_origin}};
  return readable_json(boost::json::object{{"format", plan_format},
                                           {"version", 1},
                                           {"workspace", plan.workspace_mark},
                                           {"source", json_of_fields(plan.source)},
                                           {"objectives", std::move(objectives)}});
}

SourcePlan parse_plan(std::string_view text, const std::string& name) {
  const auto value = parse_foreign_json(text, name, longest_plan);
  JsonDefects defects;
  const auto remedy = tr("Export the plan again with: hdskit backup source export");
  SourcePlan plan;
  if (const auto* root = value.if_object()) {
    check_document(*root, plan_format, 1, {"workspace", "source", "objectives"}, defects);
    defects.refuse(name, remedy, text);
    const JsonObject object{value, "", defects, {"format", "version", "workspace", "source", "objectives"}};
    plan.workspace_mark = object.text("workspace", 2 * Digest::size);
    if (!plan.workspace_mark.empty() && !Digest::parse(plan.workspace_mark)) defects.report("workspace", tr("It is no mark of a workspace."));
    if (const auto* source = object.find("source")) plan.source = RecordReader<BackupSource>{defects}.read(*source, "source");
    else defects.report("source", tr("It is missing."));
    if (const auto* promised = object.find("objectives")) {
      const JsonObject objectives{*promised, "objectives", defects, {"rto", "rpo", "rto_origin", "rpo_origin"}};
      plan.objectives = {.rto = read_minutes(objectives, "rto", defects),
                         .rpo = read_minutes(objectives, "rpo", defects),
                         .rto_origin = objectives.text("rto_origin", longest_origin),
                         .rpo_origin = objectives.text("rpo_origin", longest_origin)};
    }
    check_values(plan.source, defects);
  } else defects.report("", tr("An object { … } is expected here."));
  defects.refuse(name, remedy, text);
  return plan;
}

} // namespace hdskit
