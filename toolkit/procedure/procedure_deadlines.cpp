#include "toolkit/procedure/procedure_deadlines.hpp"

#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace hdskit {
namespace {

std::string said(std::string sentence, const std::string& more) { return sentence.empty() || more.empty() ? sentence + more : sentence + " " + more; }

/// The dates of one procedure.
class Diary {
public:
  Diary(const ProcedureCase& file, const ProcedureStanding& standing, const ProcedureStanding* renewing, std::vector<Deadline>& deadlines)
      : file_{file}, regime_{*file.regime}, standing_{standing}, renewing_{renewing}, deadlines_{deadlines} {}

  void write() {
    if (standing_.state == ProcedureState::drafting) return;
    for (std::size_t i = 0; i < standing_.stages.size(); ++i) write_stage(regime_.stages[i], standing_.stages[i]);
    if (standing_.appeal) write_appeal(*standing_.appeal);
    const bool renewed = renewing_ && renewing_->granted;
    if (standing_.renewal) write_renewal(*standing_.renewal);
    if (!renewed) // the duties of the next authorisation take over
      for (const auto& duty : standing_.duties) write_duty(duty);
  }

private:
  Deadline deadline(const std::string& part, DeadlineKind kind, Date day, std::string title) const {
    return {.uid = "procedure-" + file_.procedure.id.text() + "-" + part,
            .kind = kind,
            .day = day,
            .title = tr("{1} ({2})", {title, file_.procedure.title}),
            .owner = file_.procedure.owner,
            .subject = "procedure:" + file_.procedure.id.text()};
  }

  void write_stage(const Stage& stage, const StageStanding& here) {
    const bool over = standing_.state == ProcedureState::refused || standing_.state == ProcedureState::withdrawn;
    if (here.state == StageState::waived || (over && !here.actual)) return;
    const auto by_law = stage.actor == StageActor::host ? here.prudent : here.latest;
    const auto day = here.state == StageState::waiting && here.best ? std::max(by_law.value_or(*here.best), *here.best) : by_law;
    const auto shown = day ? day : here.actual ? here.actual : here.best;
    if (!shown) return;
    auto entry = deadline(stage.id, DeadlineKind::stage, *shown, tr("{1}: {2}", {stage.owner.in_current_language(), stage.title.in_current_language()}));
    entry.done = here.actual ? here.actual : day_of_silence(here);
    entry.hypothetical = !entry.done && here.hypothetical;
    if (!entry.done && here.worst && *here.worst > *shown) entry.worst = here.worst;
    entry.detail = detail_of(here);
    deadlines_.push_back(std::move(entry));
  }

  /// Its silence has settled it.
  static std::optional<Date> day_of_silence(const StageStanding& here) {
    if (here.state == StageState::passed_on) return here.latest;
    if (here.state == StageState::deemed_favourable || here.state == StageState::deemed_rejected) return here.implicit_decision;
    return std::nullopt;
  }

  static std::string detail_of(const StageStanding& here) {
    std::string detail;
    if (here.actual) return tr("Settled on {1}.", {tr_date(*here.actual)});
    if (!here.latest) detail = tr("No text sets a limit: the day is the one by which it usually ends.");
    else if (here.start) detail = tr("Counted from {1}; the last day is {2}.", {tr_date(*here.start), tr_date(*here.latest)});
    if (here.last_moment) detail = said(detail, tr("The last moment is {1}.", {*here.last_moment}));
    if (here.latest_moved) detail = said(detail, tr("By the other reading of a day off it would be {1}.", {tr_date(*here.latest_moved)}));
    if (here.by_stages) detail = said(detail, tr("Counted end after end it would be {1}.", {tr_date(*here.by_stages)}));
    if (here.implicit_decision) detail = said(detail, tr("From {1} on, silence has decided.", {tr_date(*here.implicit_decision)}));
    if (here.start_assumed) detail = said(detail, tr("What starts the clock is not recorded: the day is an assumption."));
    return detail;
  }

  void write_renewal(const RenewalPlan& plan) {
    const auto filed = renewing_ ? renewing_->filed : std::nullopt;
    const auto add = [&](const char* part, const std::optional<Date>& day, std::string title, std::string detail, const std::optional<Date>& done) {
      if (!day) return;
      auto entry = deadline(part, DeadlineKind::renewal, *day, std::move(title));
      entry.detail = std::move(detail);
      entry.done = done;
      deadlines_.push_back(std::move(entry));
    };
    const auto begun = renewing_ ? std::optional{renewing_->filed.value_or(renewing_->counted_from)} : std::nullopt;
    add("renewal-drafting", plan.start_drafting, tr("Begin to write the request for renewal"),
        trn("One month is needed to write the file.", "{1} months are needed to write the file.", plan.drafting_months), begun);
    add("renewal-prudent", plan.prudent_working_day, tr("File the request for renewal, prudent day"),
        tr("Filed later, the procedure at its longest would end after the term, {1}.", {tr_date(plan.term)}), filed);
    if (plan.lawful)
      add("renewal-lawful", plan.lawful_working_day, tr("File the request for renewal, last lawful day"),
          tr("By law at the latest on {1}; the working day up to it is safe.", {tr_date(*plan.lawful)}), filed);
    auto term = deadline("term", DeadlineKind::term, plan.term, tr("End of the authorisation"));
    term.detail = standing_.gap.sentence;
    if (renewing_ && renewing_->granted) term.done = renewing_->granted;
    deadlines_.push_back(std::move(term));
  }

  void write_appeal(Date day) {
    auto entry = deadline("appeal", DeadlineKind::stage, day, tr("Last day to bring the refusal before the court"));
    entry.detail = standing_.by_silence ? tr("Refused by silence; counted by the prudent reading.") : tr("Refused on {1}.", {tr_date(*standing_.refused)});
    deadlines_.push_back(std::move(entry));
  }

  void write_duty(const DutyStanding& duty) {
    auto entry = deadline("duty-" + duty.id + "-" + std::to_string(duty.occurrence), DeadlineKind::duty, duty.due,
                          regime_.find_duty(duty.id)->title.in_current_language());
    if (duty.last_done) entry.detail = tr("Done last on {1}.", {tr_date(*duty.last_done)});
    deadlines_.push_back(std::move(entry));
  }

  const ProcedureCase& file_;
  const Regime& regime_;
  const ProcedureStanding& standing_;
  const ProcedureStanding* renewing_;
  std::vector<Deadline>& deadlines_;
};

} // namespace

void put_in_order(std::vector<Deadline>& deadlines) {
  std::ranges::sort(deadlines, {}, [](const Deadline& deadline) { return std::tie(deadline.day, deadline.uid); });
}

std::vector<Deadline> deadlines_of(const std::vector<ProcedureCase>& files, const std::vector<ProcedureStanding>& standings) {
  std::unordered_map<std::int64_t, const ProcedureStanding*> renewed_by;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (files[i].procedure.renews && standings[i].state != ProcedureState::refused && standings[i].state != ProcedureState::withdrawn)
      renewed_by[files[i].procedure.renews.number()] = &standings[i];
  std::vector<Deadline> deadlines;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto next = renewed_by.find(files[i].procedure.id.number());
    Diary{files[i], standings[i], next == renewed_by.end() ? nullptr : next->second, deadlines}.write();
  }
  put_in_order(deadlines);
  return deadlines;
}

std::vector<Deadline> deadlines_of(const std::vector<ProcedureCase>& files, Date today) { return deadlines_of(files, standings_of(files, today)); }

} // namespace hdskit
