#include "toolkit/procedure/standing.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

constexpr int every_extension = 1000; // count_stage takes as many as there may be

/// From when to when a day may lie. Without a worst case, nothing bounds it.
struct Span {
  std::optional<Date> best, worst;
  bool certain = false;
};

Span fixed(Date day, bool certain) { return {day, day, certain}; }

/// One pass over the stages, each after the one it waits for.
class Survey {
public:
  Survey(const ProcedureCase& file, Date today) : file_{file}, regime_{*file.regime}, chronicle_{file}, today_{today} {
    standing_.filed = chronicle_.filed_on();
    standing_.counted_from = standing_.filed.value_or(std::max(today, file.procedure.started_on.value_or(today)));
  }

  ProcedureStanding run() {
    const auto plan = simulate(regime_, standing_.counted_from, chronicle_.choice);
    standing_.stages.reserve(regime_.stages.size());
    ends_.reserve(regime_.stages.size());
    for (std::size_t i = 0; i < regime_.stages.size(); ++i) {
      survey_stage(i);
      standing_.stages.back().planned = plan.stages[i].planned;
    }
    settle();
    return std::move(standing_);
  }

private:
  void survey_stage(std::size_t place) {
    const auto& stage = regime_.stages[place];
    const auto& recorded = chronicle_.stages[place];
    StageStanding here{.id = stage.id};
    here.extensions = static_cast<int>(recorded.extensions.size());
    here.suspended_days = suspended_days(recorded, today_);
    const auto start = start_of(place);
    here.start = start.best;
    here.start_assumed = !start.certain;
    if (start.best) count(here, place);
    ends_.push_back(recorded.outcome ? answered(here, *recorded.outcome) : open_end(here, place, start));
    here.best = ends_.back().best;
    here.worst = ends_.back().worst;
    here.hypothetical = !here.actual && (here.start_assumed || !here.latest);
    standing_.stages.push_back(std::move(here));
  }

  Span start_of(std::size_t place) const {
    const auto& trigger = regime_.stages[place].trigger;
    if (const auto received = chronicle_.stages[place].received; received && trigger.reception) return fixed(*received, true);
    auto start = trigger.place ? ends_[*trigger.place] : fixed(standing_.counted_from, standing_.filed.has_value());
    if (trigger.reception) start.certain = false; // handed over on the same day: an assumption
    return start;
  }

  void count(StageStanding& here, std::size_t place) const {
    const auto limit = count_stage(regime_, regime_.stages[place], *here.start, here.extensions, choice_for(place));
    if (!limit) return;
    const auto shifted = [&](Date day) { return day.plus_days(here.suspended_days); };
    here.latest = shifted(limit->last_day);
    const auto other = limit->last_day == limit->last_day_raw ? limit->last_day_extended : limit->last_day_raw;
    if (other != limit->last_day) here.latest_moved = shifted(other);
    if (limit->by_stages) here.by_stages = shifted(*limit->by_stages);
    here.prudent = std::max(*here.start, working_day_up_to(shifted(limit->prudent), calendar_for(regime_, chronicle_.choice)));
    here.last_moment = limit->last_moment;
    const auto silence = regime_.stages[place].silence;
    if (silence == SilenceRule::deemed_favourable || silence == SilenceRule::deemed_rejected) here.implicit_decision = here.latest->plus_days(1);
  }

  CountingChoice choice_for(std::size_t place) const {
    auto choice = chronicle_.choice;
    if (regime_.stages[place].trigger.place) choice.minute_of_day = 0; // only the hour of the filing is known
    return choice;
  }

  Span answered(StageStanding& here, const ProcedureEvent& outcome) const {
    here.state = outcome.kind == EventKind::waived ? StageState::waived : StageState::answered;
    here.actual = outcome.date;
    here.favour = outcome.favourable;
    here.evidence = outcome.evidence;
    return fixed(*outcome.date, true);
  }

  Span open_end(StageStanding& here, std::size_t place, const Span& start) const {
    const auto& recorded = chronicle_.stages[place];
    const bool begun = standing_.filed && start.best && *start.best <= today_ && has_begun(place);
    if (!begun) return expected_end(place, start, here);
    here.state = recorded.is_suspended() ? StageState::suspended : StageState::running;
    if (!here.latest || *here.latest >= today_ || recorded.is_suspended()) return expected_end(place, start, here);
    return run_out(here, regime_.stages[place].silence);
  }

  /// The stage before has ended, be it by its silence.
  bool has_begun(std::size_t place) const {
    const auto& before = regime_.stages[place].trigger.place;
    if (!before || chronicle_.stages[place].received) return true;
    const auto state = standing_.stages[*before].state;
    return state != StageState::waiting && state != StageState::running && state != StageState::suspended && state != StageState::late;
  }

  /// Its limit has passed without an answer.
  Span run_out(StageStanding& here, SilenceRule silence) const {
    switch (silence) {
      case SilenceRule::none: break;
      case SilenceRule::passes_on: here.state = StageState::passed_on; return fixed(*here.latest, false);
      case SilenceRule::deemed_favourable: here.state = StageState::deemed_favourable; return fixed(*here.latest, false);
      case SilenceRule::deemed_rejected: here.state = StageState::deemed_rejected; return fixed(*here.latest, false);
    }
    here.state = StageState::late;
    return {today_, std::nullopt, false};
  }

  /// Not before today: what has not been recorded has not happened.
  Span expected_end(std::size_t place, const Span& start, const StageStanding& here) const {
    const auto& stage = regime_.stages[place];
    Span end;
    if (start.best) end.best = stage.optional ? *start.best : end_from(stage, *start.best, here, here.extensions);
    if (start.worst) end.worst = end_from(stage, *start.worst, here, every_extension);
    if (end.best) end.best = std::max(*end.best, today_);
    if (end.best && end.worst) end.worst = std::max({*end.worst, *end.best, today_});
    return end;
  }

  std::optional<Date> end_from(const Stage& stage, Date start, const StageStanding& here, int extensions) const {
    if (const auto limit = count_stage(regime_, stage, start, extensions, chronicle_.choice)) return limit->last_day.plus_days(here.suspended_days);
    const auto usual = usual_end(stage, start, regime_, chronicle_.choice);
    return usual ? std::optional{usual->plus_days(here.suspended_days)} : std::nullopt;
  }

  void settle() {
    standing_.state = standing_.filed ? ProcedureState::under_way : ProcedureState::drafting;
    const auto* decision = standing_.decision(regime_);
    if (decision) read_decision(*decision);
    else if (standing_.filed && std::ranges::all_of(standing_.stages, [](const StageStanding& stage) { return stage.actual.has_value(); }))
      standing_.state = ProcedureState::finished;
    if (chronicle_.withdrawn) standing_.state = ProcedureState::withdrawn; // also of what was granted: it is given up, and nothing more is due
    if (!standing_.granted || chronicle_.withdrawn) return;
    standing_.renewal = plan_renewal(regime_, *standing_.granted, file_.procedure.drafting_months.value_or(usual_drafting_months), chronicle_.choice);
    for (const auto& duty : regime_.duties) survey_duty(duty);
  }

  void read_decision(const StageStanding& decision) {
    const bool granted = decision.state == StageState::answered && decision.favour != Favour::unfavourable;
    if (granted) standing_.granted = decision.actual;
    else if (decision.actual) standing_.refused = decision.actual;
    else if (decision.state == StageState::deemed_favourable) standing_.granted = decision.implicit_decision;
    else if (decision.state == StageState::deemed_rejected) standing_.refused = decision.implicit_decision;
    standing_.by_silence = !decision.actual && (standing_.granted || standing_.refused);
    if (standing_.granted) standing_.state = ProcedureState::granted;
    if (!standing_.refused) return;
    standing_.state = ProcedureState::refused;
    const auto calendar = calendar_for(regime_, chronicle_.choice);
    standing_.appeal =
        decision.actual ? appeal_against_decision(*decision.actual, calendar).last_day : appeal_against_silence(*decision.latest, calendar).last_day;
  }

  void survey_duty(const Duty& duty) {
    DutyStanding here{.id = duty.id, .due = *standing_.granted};
    auto from = *standing_.granted;
    for (const auto& event : file_.events)
      if (event.kind == EventKind::done && event.stage == duty.id && event.date) {
        here.last_done = event.date;
        ++here.occurrence;
      }
    if (here.last_done) from = std::max(from, *here.last_done);
    here.due = count_limit(from, duty.every, {.calendar = calendar_for(regime_, chronicle_.choice), .explained = false}).last_day_raw;
    if (!standing_.renewal || here.due <= standing_.renewal->term) standing_.duties.push_back(std::move(here));
  }

  const ProcedureCase& file_;
  const Regime& regime_;
  Chronicle chronicle_;
  Date today_;
  ProcedureStanding standing_{.counted_from = *Date::of(1900, 1, 1)};
  std::vector<Span> ends_;
};

} // namespace

std::string_view word_of(StageState state) {
  static constexpr std::array<std::string_view, 9> words = {"waiting",           "running",         "suspended", "late",  "passed_on",
                                                            "deemed_favourable", "deemed_rejected", "answered",  "waived"};
  return words[static_cast<std::size_t>(state)];
}

const char* label_of(StageState state) {
  static constexpr std::array labels = {marked("waiting"),
                                        marked("running"),
                                        marked("suspended"),
                                        marked("late"),
                                        marked("passed on by silence"),
                                        marked("favourable by silence"),
                                        marked("rejected by silence"),
                                        marked("answered"),
                                        marked("not needed")};
  return labels[static_cast<std::size_t>(state)];
}

std::string_view word_of(ProcedureState state) {
  static constexpr std::array<std::string_view, 6> words = {"drafting", "under_way", "granted", "refused", "withdrawn", "finished"};
  return words[static_cast<std::size_t>(state)];
}

const char* label_of(ProcedureState state) {
  static constexpr std::array labels = {marked("being drafted"), marked("under way"),  marked("granted"),
                                        marked("refused"),       marked("taken back"), marked("finished")};
  return labels[static_cast<std::size_t>(state)];
}

const StageStanding* ProcedureStanding::find(std::string_view stage) const {
  const auto found = std::ranges::find(stages, stage, &StageStanding::id);
  return found == stages.end() ? nullptr : &*found;
}

const StageStanding* ProcedureStanding::decision(const Regime& regime) const { return regime.decides.empty() ? nullptr : find(regime.decides); }

ProcedureStanding standing_of(const ProcedureCase& file, Date today) { return Survey{file, today}.run(); }

} // namespace hdskit
