#include "cli/procedure_view.hpp"

#include "cli/regime_options.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <charconv>

namespace hdskit::cli {
namespace {

json::value text_or_null(const std::string& text) { return text.empty() ? json::value() : json::value(text); }

json::value renewal_json(const std::optional<RenewalPlan>& plan) {
  if (!plan) return {};
  return json::object{{"term", plan->term.iso()},
                      {"lawful", date_json(plan->lawful)},
                      {"lawful_working_day", date_json(plan->lawful_working_day)},
                      {"prudent", date_json(plan->prudent)},
                      {"prudent_working_day", date_json(plan->prudent_working_day)},
                      {"start_drafting", date_json(plan->start_drafting)}};
}

} // namespace

ProcedureId procedure_by_words(const Workspace& workspace, const std::string& words) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
  if (error == std::errc{} && end == words.data() + words.size()) return find_procedure(workspace, ProcedureId{number}).procedure.id;
  std::vector<ProcedureId> found;
  for (const auto& file : all_procedures(workspace))
    if (folded(file.procedure.title) == folded(words)) found.push_back(file.procedure.id);
  if (found.size() == 1) return found.front();
  if (found.empty()) throw Problem{ProblemKind::not_found, words, tr("No procedure is called “{1}”.", {words}), tr("See them with: hdskit procedure list")};
  throw Problem{ProblemKind::bad_input, words, tr("Several procedures are called “{1}”.", {words}), tr("Give its number: hdskit procedure list")};
}

json::object procedure_json(const ProcedureCase& file, const ProcedureStanding& standing) {
  const auto& procedure = file.procedure;
  return {{"id", procedure.id.number()},
          {"title", procedure.title},
          {"regime", procedure.regime},
          {"regime_version", file.regime->version},
          {"calendar", to_field_text(procedure.calendar)},
          {"started_on", date_json(procedure.started_on)},
          {"renews", procedure.renews ? json::value(procedure.renews.number()) : json::value()},
          {"owner", text_or_null(procedure.owner)},
          {"note", text_or_null(procedure.note)},
          {"state", json_text(word_of(standing.state))},
          {"filed", date_json(standing.filed)},
          {"granted", date_json(standing.granted)},
          {"refused", date_json(standing.refused)},
          {"by_silence", standing.by_silence},
          {"appeal", date_json(standing.appeal)},
          {"renewal", renewal_json(standing.renewal)},
          {"gap", json::object{{"risk", json_text(word_of(standing.gap.risk))},
                               {"from", date_json(standing.gap.from)},
                               {"until", date_json(standing.gap.until)},
                               {"sentence", text_or_null(standing.gap.sentence)}}}};
}

json::array stages_json(const Regime& regime, const ProcedureStanding& standing) {
  json::array all;
  for (std::size_t i = 0; i < regime.stages.size(); ++i) {
    const auto& stage = regime.stages[i];
    const auto& here = standing.stages[i];
    all.push_back(json::object{{"id", here.id},
                               {"title", json_text(stage.title.in_current_language())},
                               {"owner", json_text(stage.owner.in_current_language())},
                               {"state", json_text(word_of(here.state))},
                               {"start", date_json(here.start)},
                               {"start_assumed", here.start_assumed},
                               {"planned", date_json(here.planned)},
                               {"latest", date_json(here.latest)},
                               {"other_reading", date_json(here.latest_moved)},
                               {"by_stages", date_json(here.by_stages)},
                               {"prudent", date_json(here.prudent)},
                               {"last_moment", here.last_moment ? json::value(*here.last_moment) : json::value()},
                               {"actual", date_json(here.actual)},
                               {"favourable", json_text(to_field_text(here.favour))},
                               {"evidence", text_or_null(here.evidence)},
                               {"hypothetical", here.hypothetical},
                               {"best", date_json(here.best)},
                               {"worst", date_json(here.worst)},
                               {"extensions", here.extensions},
                               {"suspended_days", here.suspended_days},
                               {"implicit_decision", date_json(here.implicit_decision)}});
  }
  return all;
}

json::array events_json(const ProcedureCase& file) {
  json::array all;
  for (const auto& event : file.events)
    all.push_back(json::object{{"id", event.id.number()},
                               {"date", date_json(event.date)},
                               {"time", text_or_null(event.time_of_day)},
                               {"kind", json_text(to_field_text(event.kind))},
                               {"stage", text_or_null(event.stage)},
                               {"favourable", json_text(to_field_text(event.favourable))},
                               {"evidence", text_or_null(event.evidence)},
                               {"note", text_or_null(event.note)}});
  return all;
}

json::object deadline_json(const Deadline& deadline, Date today) {
  return {{"uid", deadline.uid},
          {"kind", json_text(word_of(deadline.kind))},
          {"day", deadline.day.iso()},
          {"title", deadline.title},
          {"detail", text_or_null(deadline.detail)},
          {"owner", text_or_null(deadline.owner)},
          {"hypothetical", deadline.hypothetical},
          {"worst", date_json(deadline.worst)},
          {"done", date_json(deadline.done)},
          {"late", is_late(deadline, today)},
          {"subject", deadline.subject}};
}

} // namespace hdskit::cli
