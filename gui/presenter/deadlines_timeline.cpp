#include "gui/presenter/deadlines_timeline.hpp"

#include "gui/presenter/form.hpp"
#include "gui/presenter/form_calendar.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr int most_ticks = 14;

std::string title_of(const Stage& stage) { return tr("{1}: {2}", {stage.owner.in_current_language(), stage.title.in_current_language()}); }

Cell state_cell(const StageStanding& here) {
  const auto words = tr(label_of(here.state));
  switch (here.state) {
    case StageState::late: return {"✖ " + words, Tone::bad};
    case StageState::deemed_rejected: return {"✖ " + words, Tone::bad};
    case StageState::answered:
    case StageState::deemed_favourable:
    case StageState::waived: return {"✔ " + words, Tone::good};
    case StageState::waiting: return {"○ " + words, Tone::faint};
    default: return {"◔ " + words};
  }
}

/// The day on which nothing more is awaited of a stage.
std::optional<Date> end_of(const StageStanding& here) {
  if (here.actual) return here.actual;
  switch (here.state) {
    case StageState::passed_on:
    case StageState::deemed_favourable:
    case StageState::deemed_rejected: return here.latest;
    default: return std::nullopt;
  }
}

void add_bar(TimelineLane& lane, BarKind kind, const std::optional<Date>& from, const std::optional<Date>& to) {
  if (from && to && *from <= *to) lane.bars.push_back({kind, *from, *to});
}

TimelineLane lane_of(const Stage& stage, const StageStanding& here, Date today) {
  TimelineLane lane{title_of(stage), state_cell(here).text, {}};
  if (here.state == StageState::waived || !here.start) return lane;
  const auto ended = end_of(here);
  const auto expected = here.best ? here.best : here.planned;
  const bool running = here.state == StageState::running || here.state == StageState::late || here.state == StageState::suspended;
  if (!ended && here.worst && expected) add_bar(lane, BarKind::worst, *expected, here.worst);
  if (here.hypothetical && !ended) add_bar(lane, BarKind::assumed, here.start, here.latest ? here.latest : expected);
  else add_bar(lane, BarKind::legal, here.start, here.latest);
  if (ended) add_bar(lane, BarKind::actual, here.start, ended);
  else if (running && !here.start_assumed) add_bar(lane, BarKind::actual, here.start, today);
  return lane;
}

TimelineLane lane_of(const RenewalPlan& plan, Date today) {
  TimelineLane lane{tr("Authorisation"), tr("until {1}", {shown_date(plan.term.iso())}), {}};
  add_bar(lane, BarKind::legal, plan.granted, plan.term);
  add_bar(lane, BarKind::actual, plan.granted, std::min(today, plan.term));
  return lane;
}

Date month_of(Date day) { return *Date::of(day.year(), day.month(), 1); }

void add_ticks(Timeline& line) {
  constexpr int steps[] = {1, 2, 3, 6, 12, 24, 60};
  constexpr int in_a_year = 12;
  const int months = (line.last.year() - line.first.year()) * in_a_year + static_cast<int>(line.last.month()) - static_cast<int>(line.first.month());
  const auto step = std::ranges::find_if(steps, [&](int one) { return months / one <= most_ticks; });
  const int each = step == std::end(steps) ? months / most_ticks + 1 : *step;
  for (int month = 0; month < months; month += each) {
    const auto day = months_later(line.first, month);
    const auto number = std::to_string(day.month());
    line.ticks.push_back({day, (number.size() < 2 ? "0" : "") + number + "/" + std::to_string(day.year())});
  }
}

std::string with_doubt(const std::optional<Date>& day, bool hypothetical) {
  if (!day) return "–";
  return hypothetical ? tr("{1} (hypothetical)", {shown_date(day->iso())}) : shown_date(day->iso());
}

} // namespace

double Timeline::place(Date day) const {
  const int all = days_between(first, last);
  return all <= 0 ? 0 : static_cast<double>(days_between(first, day)) / all;
}

Timeline timeline_of(const ProcedureCase& file, const ProcedureStanding& standing, Date today) {
  auto earliest = std::min(standing.counted_from, today), latest = std::max(standing.counted_from, today);
  Timeline line{today, today, today, {}, {}};
  for (std::size_t i = 0; i < standing.stages.size(); ++i) line.lanes.push_back(lane_of(file.regime->stages[i], standing.stages[i], today));
  if (standing.renewal) line.lanes.push_back(lane_of(*standing.renewal, today));
  for (const auto& lane : line.lanes)
    for (const auto& bar : lane.bars) {
      earliest = std::min(earliest, bar.from);
      latest = std::max(latest, bar.to);
    }
  line.first = month_of(earliest);
  line.last = months_later(month_of(latest), 1);
  add_ticks(line);
  return line;
}

std::string shown_today(const Timeline& line) { return shown_date(line.today.iso()); }

std::vector<std::string> timeline_legend() { return {tr("what happened"), tr("last day by law"), tr("hypothetical"), tr("worst case")}; }

ListRows timeline_rows(const ProcedureCase& file, const ProcedureStanding& standing) {
  std::vector<ListRow> rows;
  for (std::size_t i = 0; i < standing.stages.size(); ++i) {
    const auto& here = standing.stages[i];
    const bool open = !end_of(here);
    auto latest = with_doubt(here.latest, open && here.hypothetical);
    if (here.last_moment) latest += " " + here.last_moment->substr(here.last_moment->find('T') + 1);
    rows.push_back({here.id,
                    {{title_of(file.regime->stages[i])},
                     state_cell(here),
                     {with_doubt(here.start, open && here.start_assumed)},
                     {std::move(latest)},
                     {here.actual ? shown_date(here.actual->iso()) : "–"},
                     {open && here.worst ? shown_date(here.worst->iso()) : "–"},
                     {here.evidence}}});
  }
  return rows_at_hand({{tr("Stage")}, {tr("State")}, {tr("Start")}, {tr("Last day")}, {tr("Ended")}, {tr("At worst")}, {tr("Proof")}}, std::move(rows));
}

} // namespace hdskit::gui
