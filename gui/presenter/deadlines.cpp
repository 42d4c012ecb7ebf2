#include "gui/presenter/deadlines.hpp"

#include "gui/presenter/backups_map.hpp"
#include "gui/presenter/form.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/procedure/holidays.hpp"
#include "toolkit/procedure/procedure_deadlines.hpp"
#include "toolkit/procedure/procedure_store.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>
#include <array>
#include <memory>

namespace hdskit::gui {
namespace {

constexpr int soon_days = 30, month_days = 30, quarter_days = 90;

bool of_procedure(const Deadline& deadline) { return deadline.subject.starts_with("procedure:"); }

bool in_scope(const Deadline& deadline, const DeadlineFilter& filter, Date today) {
  if (filter.scope == DeadlineScope::settled) return deadline.done.has_value();
  if (deadline.done) return false;
  switch (filter.scope) {
    case DeadlineScope::late: return is_late(deadline, today);
    case DeadlineScope::month: return deadline.day <= today.plus_days(month_days);
    case DeadlineScope::quarter: return deadline.day <= today.plus_days(quarter_days);
    case DeadlineScope::procedures: return of_procedure(deadline);
    case DeadlineScope::mine: return folded(deadline.owner) == folded(filter.person);
    default: return true;
  }
}

std::string assumption(const Deadline& deadline) {
  if (!deadline.hypothetical) return {};
  return deadline.worst ? tr("hypothetical, at worst {1}", {shown_date(deadline.worst->iso())}) : tr("hypothetical");
}

std::vector<Cell> cells_of(const Deadline& deadline, Date today) {
  auto when = distance_cell(deadline, today);
  if (deadline.hypothetical) when.text += ", " + tr("hypothetical");
  return {std::move(when), {deadline.day.iso()}, {deadline.title}, {deadline.owner}, {tr(label_of(deadline.kind))}};
}

bool holds(const std::vector<Cell>& cells, const SoughtWords& words) {
  std::vector<std::string> texts;
  for (const auto& cell : cells) texts.push_back(shown_date(cell.text));
  return words.are_in(texts);
}

std::string numbered(const std::vector<std::string>& steps) {
  if (steps.size() == 1) return steps.front();
  std::string text;
  for (std::size_t i = 0; i < steps.size(); ++i) text += (i == 0 ? "" : "\n\n") + std::to_string(i + 1) + ". " + steps[i];
  return text;
}

Explanation explanation_of(const Workspace& workspace, const Deadline& deadline, Date today) {
  if (of_procedure(deadline))
    for (const auto& file : all_procedures(workspace))
      if (auto explanation = explain(file, deadline.uid, today)) return std::move(*explanation);
  return {deadline.title, {deadline.detail.empty() ? deadline.title : deadline.detail}};
}

const char* button_to(const Destination& destination) {
  if (destination.page == "deadlines") return marked("Show the procedure");
  if (destination.page == "evidence") return marked("Show the document");
  if (destination.page == "requirements") return marked("Show the answer");
  if (destination.page == "risks") return marked("Show it in the risk study");
  if (destination.page == "continuity") return marked("Show it in the continuity");
  if (destination.page == "backups") return marked("Show the backup source");
  if (destination.page == "access") return marked("Show it in the CPS access");
  if (destination.page == "regimes") return marked("Show it in the regimes");
  if (destination.page == "habilitations") return marked("Show it in the authorised persons");
  return marked("Show it in the organisation");
}

} // namespace

std::vector<std::string> deadline_scopes() {
  return {tr("all that is open"), tr("late"), tr("late or within 30 days"), tr("late or within 90 days"), tr("those of procedures"), tr("mine"), tr("settled")};
}

const char* label_of(DeadlineKind kind) {
  static constexpr std::array<const char*, 15> labels = {marked("stage of a procedure"),
                                                         marked("continuing duty"),
                                                         marked("renewal"),
                                                         marked("end of authorisation"),
                                                         marked("document"),
                                                         marked("mandate"),
                                                         marked("contract"),
                                                         marked("certificate"),
                                                         marked("answer"),
                                                         marked("measure"),
                                                         marked("review of risks"),
                                                         marked("access check"),
                                                         marked("certification"),
                                                         marked("authorisation"),
                                                         marked("continuity of activity")};
  return labels.at(static_cast<std::size_t>(kind));
}

Cell distance_cell(const Deadline& deadline, Date today) {
  if (deadline.done) return {"✔ " + tr("settled on {1}", {shown_date(deadline.done->iso())}), Tone::good};
  if (is_late(deadline, today)) return {"✖ " + tr("late"), Tone::bad};
  const auto days = days_between(today, deadline.day);
  const auto words = days == 0 ? tr("today") : trn("in {1} day", "in {1} days", days);
  return days <= soon_days ? Cell{"⚠ " + words, Tone::warning} : Cell{words};
}

ListRows deadline_rows(const std::vector<Deadline>& deadlines, const DeadlineFilter& filter, Date today) {
  const SoughtWords words{filter.words};
  std::vector<ListRow> rows;
  for (const auto& deadline : deadlines) {
    if (!in_scope(deadline, filter, today)) continue;
    auto cells = cells_of(deadline, today);
    if (holds(cells, words)) rows.push_back({deadline.uid, std::move(cells)});
  }
  return rows_at_hand({{tr("When")}, {tr("Day"), CellKind::date}, {tr("What is due")}, {tr("Who")}, {tr("Kind")}}, std::move(rows));
}

Destination destination_of(const Deadline& deadline) {
  switch (deadline.kind) {
    case DeadlineKind::stage:
    case DeadlineKind::duty:
    case DeadlineKind::renewal:
    case DeadlineKind::term: return {"deadlines", deadline.subject};
    case DeadlineKind::continuity: return {backups_subject(deadline.subject) ? "backups" : "continuity", deadline.subject};
    case DeadlineKind::access: return {"access", deadline.subject};
    case DeadlineKind::certification: return {"regimes", deadline.subject};
    case DeadlineKind::authorisation: return {"habilitations", deadline.subject};
    case DeadlineKind::evidence: return {"evidence", deadline.subject};
    case DeadlineKind::answer: return {"requirements", deadline.subject};
    case DeadlineKind::measure:
    case DeadlineKind::review: return {"risks", deadline.subject};
    default: break;
  }
  const auto parts = split(deadline.uid, '-'); // "mandate-4", "subcontractor-3-contract"
  return {"organisation", parts.size() < 2 ? parts.front() : parts[0] + ":" + parts[1]};
}

ExplainedDeadline explained(const Workspace& workspace, const Deadline& deadline, Date today) {
  const auto explanation = explanation_of(workspace, deadline, today);
  ExplainedDeadline shown;
  shown.title = deadline.title;
  shown.heading = weekday_name(deadline.day) + " " + tr_date(deadline.day) + " – " + distance_cell(deadline, today).text;
  if (deadline.hypothetical) shown.heading += " – " + assumption(deadline);
  if (!deadline.owner.empty()) shown.heading += "\n" + tr("Who: {1}", {deadline.owner});
  shown.text = numbered(explanation.steps);
  shown.destination = destination_of(deadline);
  shown.leads_to = tr(button_to(shown.destination));
  return shown;
}

ExplainedDeadline no_deadline(bool hidden) {
  if (hidden) return {tr("No deadline is shown"), "", tr("Choose another filter, or empty the search."), {}, ""};
  return {tr("Nothing has a date yet"),
          "",
          tr("Start a procedure in the tab “Procedures”. Documents, mandates, contracts, certificates and answers bring their days here by themselves."),
          {},
          ""};
}

} // namespace hdskit::gui
