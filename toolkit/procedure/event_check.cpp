#include "toolkit/procedure/chronicle.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// One event held against what was recorded before it.
class EventCheck {
public:
  EventCheck(const ProcedureCase& file, const ProcedureEvent& event, Date today)
      : regime_{*file.regime}, event_{event}, today_{today}, day_{day_of(event)}, chronicle_{file} {}

  void run() {
    if (day_ > today_) refuse(tr("{1} lies ahead: what has not happened yet cannot be recorded.", {tr_date(day_)}), tr("Check the date."));
    check_time();
    if (event_.kind == EventKind::done) return check_duty();
    if (chronicle_.withdrawn)
      refuse(tr("The request was taken back on {1}: nothing follows.", {tr_date(*chronicle_.withdrawn->date)}), tr("Start another procedure."));
    if (event_.kind == EventKind::filed) return check_filing();
    if (!chronicle_.filed) refuse(tr("Nothing was filed yet."), tr("Record the filing first: --event filed."));
    if (day_ < *chronicle_.filed_on())
      refuse(tr("On {1} nothing was filed yet: the filing is of {2}.", {tr_date(day_), tr_date(*chronicle_.filed_on())}), tr("Check the date."));
    if (event_.kind == EventKind::withdrawn) return refuse_stage();
    check_stage(place_of_stage());
  }

private:
  static Date day_of(const ProcedureEvent& event) {
    if (event.date) return *event.date;
    throw Problem{ProblemKind::bad_input, "date", tr("The event has no date."), tr("Give the day on which it happened.")};
  }

  [[noreturn]] void refuse(const std::string& what, const std::string& remedy) const { throw Problem{ProblemKind::bad_input, event_.stage, what, remedy}; }

  void check_time() const {
    if (!event_.time_of_day.empty() && (event_.time_of_day.size() != 5 || !Instant::parse("2000-01-01T" + event_.time_of_day + ":00Z")))
      refuse(tr("“{1}” is not a time of day.", {event_.time_of_day}), tr("Write it as 18:30."));
  }

  void refuse_stage() const {
    if (!event_.stage.empty()) refuse(tr("This event concerns the whole procedure, not the stage “{1}”.", {event_.stage}), tr("Leave the stage out."));
  }

  void check_filing() const {
    refuse_stage();
    if (chronicle_.filed)
      refuse(tr("The filing is already recorded, of {1}.", {tr_date(*chronicle_.filed_on())}), tr("Take that entry back first, with: hdskit journal revert"));
    for (const auto& stage : chronicle_.stages)
      if (stage.first_event && *stage.first_event < day_)
        refuse(tr("A stage already has an event of {1}, before that filing.", {tr_date(*stage.first_event)}), tr("Check the date."));
  }

  void check_duty() const {
    if (regime_.find_duty(event_.stage)) return;
    std::vector<std::string_view> ids;
    for (const auto& duty : regime_.duties) ids.push_back(duty.id);
    refuse_unknown(tr("The regime “{1}” holds no duty “{2}”.", {regime_.id, event_.stage}), ids);
  }

  std::size_t place_of_stage() const {
    const auto found = std::ranges::find(regime_.stages, event_.stage, &Stage::id);
    if (found != regime_.stages.end()) return static_cast<std::size_t>(found - regime_.stages.begin());
    std::vector<std::string_view> ids;
    for (const auto& stage : regime_.stages) ids.push_back(stage.id);
    refuse_unknown(event_.stage.empty() ? tr("The event does not say which stage it concerns.")
                                        : tr("The regime “{1}” holds no stage “{2}”.", {regime_.id, event_.stage}),
                   ids);
  }

  [[noreturn]] void refuse_unknown(const std::string& what, const std::vector<std::string_view>& ids) const {
    const std::vector<std::string> names{ids.begin(), ids.end()};
    const auto all = names.empty() ? tr("It holds none.") : tr("It holds: {1}.", {joined(names, ", ")});
    throw Problem{ProblemKind::not_found, event_.stage, what, suggestion(event_.stage, ids, all)};
  }

  void check_stage(std::size_t place) const {
    const auto& recorded = chronicle_.stages[place];
    const auto start = earliest_start(place);
    if (day_ < start)
      refuse(tr("On {1} the stage “{2}” had not begun: it begins on {3} at the earliest.", {tr_date(day_), event_.stage, tr_date(start)}),
             tr("Check the date."));
    if (recorded.outcome && event_.kind != EventKind::received)
      refuse(tr("The stage “{1}” already ended, on {2} ({3}).", {event_.stage, tr_date(*recorded.outcome->date), label_of(recorded.outcome->kind)}),
             tr("A stage has one outcome: take that entry back first, with: hdskit journal revert"));
    if (recorded.received && day_ < *recorded.received)
      refuse(tr("The file was only received on {1} in the stage “{2}”.", {tr_date(*recorded.received), event_.stage}), tr("Check the date."));
    check_kind(place, recorded);
  }

  static std::string label_of(EventKind kind) { return tr(choices_of(kind)[static_cast<std::size_t>(kind)].label); }

  /// The first day on which the stage can have begun, by what was recorded. Throws when it has not.
  Date earliest_start(std::size_t place) const {
    const auto& trigger = regime_.stages[place].trigger;
    if (!trigger.place) return *chronicle_.filed_on();
    const auto& before = chronicle_.stages[*trigger.place];
    if (before.outcome) return *before.outcome->date;
    if (const auto end = end_by_silence(*trigger.place); end && *end < today_) return *end;
    refuse(tr("The stage “{1}” has not begun: it waits for the outcome of “{2}”.", {regime_.stages[place].id, trigger.stage}),
           tr("Record the outcome of “{1}” first.", {trigger.stage}));
  }

  /// The last day of a stage, by what was recorded; nothing when it has no limit or when its silence means nothing.
  std::optional<Date> end_by_silence(std::size_t place) const {
    if (regime_.stages[place].silence == SilenceRule::none) return std::nullopt;
    return last_day(place);
  }

  std::optional<Date> last_day(std::size_t place) const {
    const auto& recorded = chronicle_.stages[place];
    const auto start = recorded.received ? *recorded.received : earliest_start(place);
    const auto limit = count_stage(regime_, regime_.stages[place], start, static_cast<int>(recorded.extensions.size()), chronicle_.choice);
    if (!limit) return std::nullopt;
    return limit->last_day.plus_days(suspended_days(recorded, day_));
  }

  void check_kind(std::size_t place, const StageChronicle& recorded) const {
    const auto& stage = regime_.stages[place];
    switch (event_.kind) {
      case EventKind::received: return check_reception(recorded);
      case EventKind::extended: return check_extension(place, recorded);
      case EventKind::suspended:
        if (recorded.is_suspended())
          refuse(tr("The stage “{1}” is already suspended, since {2}.", {stage.id, tr_date(recorded.suspensions.back().from)}), tr("Record its end first."));
        return check_in_time(place);
      case EventKind::resumed:
        if (!recorded.is_suspended()) refuse(tr("The stage “{1}” is not suspended.", {stage.id}), tr("Record the suspension first."));
        if (day_ < recorded.suspensions.back().from)
          refuse(tr("The suspension only began on {1}.", {tr_date(recorded.suspensions.back().from)}), tr("Check the date."));
        return;
      case EventKind::waived:
        if (!stage.optional) refuse(tr("The stage “{1}” cannot be left out.", {stage.id}), tr("Record its outcome."));
        break;
      default: break;
    }
    check_outcome(place, recorded);
  }

  void check_reception(const StageChronicle& recorded) const {
    if (recorded.received)
      refuse(tr("The reception is already recorded, of {1}.", {tr_date(*recorded.received)}), tr("Take that entry back first, with: hdskit journal revert"));
    if (recorded.first_event && *recorded.first_event < day_)
      refuse(tr("The stage “{1}” already has an event of {2}.", {event_.stage, tr_date(*recorded.first_event)}), tr("Check the date."));
  }

  void check_extension(std::size_t place, const StageChronicle& recorded) const {
    const auto& stage = regime_.stages[place];
    if (!stage.extension) refuse(tr("No text extends the limit of the stage “{1}”.", {stage.id}), tr("Record a suspension if the clock stood still."));
    if (static_cast<int>(recorded.extensions.size()) >= stage.extension->times)
      refuse(trn("The limit of this stage is extended once at most.", "The limit of this stage is extended {1} times at most.", stage.extension->times),
             tr("Check the stage."));
    check_in_time(place);
  }

  void check_in_time(std::size_t place) const {
    if (const auto last = last_day(place); last && day_ > *last)
      refuse(tr("The limit of the stage “{1}” had already run out, on {2}.", {event_.stage, tr_date(*last)}), tr("Check the date."));
  }

  void check_outcome(std::size_t place, const StageChronicle& recorded) const {
    if (recorded.last_event && day_ < *recorded.last_event)
      refuse(tr("The stage “{1}” already has an event of {2}.", {event_.stage, tr_date(*recorded.last_event)}), tr("Check the date."));
    for (std::size_t i = 0; i < regime_.stages.size(); ++i)
      if (regime_.stages[i].trigger.place == place && chronicle_.stages[i].first_event && *chronicle_.stages[i].first_event < day_)
        refuse(
            tr("The stage “{1}”, which waits for this one, already has an event of {2}.", {regime_.stages[i].id, tr_date(*chronicle_.stages[i].first_event)}),
            tr("Check the date."));
  }

  const Regime& regime_;
  const ProcedureEvent& event_;
  Date today_, day_;
  Chronicle chronicle_;
};

} // namespace

void check_event(const ProcedureCase& file, const ProcedureEvent& event, Date today) { EventCheck{file, event, today}.run(); }

} // namespace hdskit
