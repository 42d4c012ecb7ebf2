#include "gui/presenter/deadlines_procedures.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/procedure/procedure_store.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

std::string label_of_word(std::span<const Choice> choices, std::size_t index) { return tr(choices[index].label); }

std::string day_text(const std::optional<Date>& day) { return day ? day->iso() : ""; }

Tone tone_of(const ProcedureStanding& standing) {
  switch (standing.state) {
    case ProcedureState::granted: return standing.gap.risk == GapRisk::certain ? Tone::bad : Tone::good;
    case ProcedureState::refused: return Tone::bad;
    default: return Tone::neutral;
  }
}

const char* sign_of(const ProcedureStanding& standing) {
  switch (standing.state) {
    case ProcedureState::drafting: return "○ ";
    case ProcedureState::under_way: return "◔ ";
    case ProcedureState::granted: return standing.gap.risk == GapRisk::certain ? "⚠ " : "✔ ";
    case ProcedureState::finished: return "✔ ";
    default: return "✖ ";
  }
}

std::string title_of_part(const Regime& regime, const std::string& part) {
  if (const auto* stage = regime.find_stage(part)) return tr("{1}: {2}", {stage->owner.in_current_language(), stage->title.in_current_language()});
  if (const auto* duty = regime.find_duty(part)) return duty->title.in_current_language();
  return part.empty() ? tr("the whole procedure") : part;
}

/// The day that matters next: the end of what was granted, or the decision.
std::string next_sentence(const ProcedureCase& file, const ProcedureStanding& standing) {
  if (standing.renewal) return tr("until {1}", {tr_date(standing.renewal->term)});
  if (standing.granted) return tr("since {1}", {tr_date(*standing.granted)});
  const auto* decision = standing.decision(*file.regime);
  if (standing.state != ProcedureState::under_way || !decision || !decision->best) return {};
  if (!decision->worst || decision->worst == decision->best) return tr("decision by {1}", {tr_date(*decision->best)});
  return tr("decision by {1}, at worst {2}", {tr_date(*decision->best), tr_date(*decision->worst)});
}

} // namespace

std::optional<std::size_t> Procedures::find(const std::string& key) const {
  for (std::size_t i = 0; i < files.size(); ++i)
    if (files[i].procedure.id.text() == key) return i;
  return std::nullopt;
}

Procedures read_procedures(const Workspace& workspace, Date day) {
  auto files = all_procedures(workspace);
  auto standings = standings_of(files, day);
  return {std::move(files), std::move(standings), day};
}

ListRows procedure_rows(const Procedures& procedures, const std::string& words) {
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  for (std::size_t i = 0; i < procedures.files.size(); ++i) {
    const auto& file = procedures.files[i];
    const auto& standing = procedures.standings[i];
    const std::vector<std::string> texts{file.procedure.title, file.regime->title.in_current_language(), tr(label_of(standing.state)), file.procedure.owner};
    if (!sought.are_in(texts)) continue;
    rows.push_back({file.procedure.id.text(),
                    {{file.procedure.title},
                     {sign_of(standing) + tr(label_of(standing.state)), tone_of(standing)},
                     {day_text(standing.filed)},
                     {next_sentence(file, standing)},
                     {file.procedure.owner},
                     {file.regime->title.in_current_language()}}});
  }
  return rows_at_hand({{tr("Title")}, {tr("State")}, {tr("Filed"), CellKind::date}, {tr("Next")}, {tr("Owner")}, {tr("Regime")}}, std::move(rows));
}

std::string standing_sentence(const ProcedureCase& file, const ProcedureStanding& standing) {
  auto sentence = sign_of(standing) + tr(label_of(standing.state));
  if (standing.by_silence) sentence += " " + tr("(by silence)");
  if (const auto next = next_sentence(file, standing); !next.empty()) sentence += ", " + next;
  sentence += " – " + file.regime->title.in_current_language();
  if (standing.state == ProcedureState::drafting) sentence += "\n" + tr("Record the filing once it has taken place: its clocks start then.");
  if (const auto& plan = standing.renewal; plan && plan->prudent_working_day)
    sentence += "\n" + tr("Renewal: begin to write on {1}, file by {2}.",
                          {plan->start_drafting ? tr_date(*plan->start_drafting) : "–", tr_date(*plan->prudent_working_day)});
  return sentence;
}

Cell gap_alarm(const ProcedureStanding& standing) {
  const auto& gap = standing.gap;
  if (gap.sentence.empty()) return {};
  return gap.risk == GapRisk::certain ? Cell{"✖ " + gap.sentence, Tone::bad} : Cell{"⚠ " + gap.sentence, Tone::warning};
}

ListRows event_rows(const ProcedureCase& file) {
  std::vector<ListRow> rows;
  for (const auto& event : file.events) {
    auto what = label_of_word(choices_of(event.kind), static_cast<std::size_t>(event.kind));
    if (event.favourable != Favour::unsaid) what += ", " + label_of_word(choices_of(event.favourable), static_cast<std::size_t>(event.favourable));
    if (!event.time_of_day.empty()) what += ", " + event.time_of_day;
    rows.push_back({event.id.text(), {{day_text(event.date)}, {what}, {title_of_part(*file.regime, event.stage)}, {event.evidence}, {event.note}}});
  }
  return rows_at_hand({{tr("Day"), CellKind::date}, {tr("What happened")}, {tr("Stage")}, {tr("Proof")}, {tr("Note")}}, std::move(rows));
}

} // namespace hdskit::gui
