#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/procedure/procedure_deadlines.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// Finds the same dates again, and says how.
class Account {
public:
  Account(const ProcedureCase& file, Date today) : regime_{*file.regime}, chronicle_{file}, standing_{standing_of(file, today)} {
    chronicle_.choice.explained = true;
  }

  std::optional<Explanation> of(std::string_view part) {
    constexpr std::string_view duty = "duty-";
    if (regime_.find_stage(part)) explain_stage(part);
    else if (part.starts_with(duty)) explain_duty(part.substr(duty.size()));
    else if (standing_.appeal && part == "appeal") explain_appeal(*standing_.decision(regime_));
    else if (standing_.renewal && part == "term") explain_term(*standing_.renewal);
    else if (standing_.renewal && part == "renewal-lawful" && standing_.renewal->lawful) explain_lawful(*standing_.renewal);
    else if (standing_.renewal && part == "renewal-prudent" && standing_.renewal->prudent) explain_prudent(*standing_.renewal);
    else if (standing_.renewal && part == "renewal-drafting" && standing_.renewal->start_drafting) explain_drafting(*standing_.renewal);
    if (account_.title.empty()) return std::nullopt;
    return std::move(account_);
  }

private:
  void say(std::string sentence) { account_.steps.push_back(std::move(sentence)); }
  void say_all(const std::vector<std::string>& sentences) { account_.steps.insert(account_.steps.end(), sentences.begin(), sentences.end()); }
  static std::string named(Date day) { return weekday_name(day) + " " + tr_date(day); }
  HolidayCalendar calendar() const { return calendar_for(regime_, chronicle_.choice); }
  CountedLimit counted(Date from, const TimeLimit& length, bool backward = false) const {
    return count_limit(from, length, {.calendar = calendar(), .backward = backward, .silence = false});
  }

  void say_source(const std::string& article, Confidence confidence) {
    if (const auto* found = regime_.find_article(article))
      say(tr("Source: {1}, {2} ({3}).",
             {shown_article(regime_, article), found->title.in_current_language(), sentence_of(std::max(found->confidence, confidence))}));
    say(tr("Rules: regime “{1}”, version {2}; calendar {3}.", {regime_.id, regime_.version, word_of(calendar())}));
  }

  // ---- a stage

  void explain_stage(std::string_view id) {
    const auto& stage = *regime_.find_stage(id);
    const auto& here = *standing_.find(id);
    const auto& recorded = chronicle_.stages[static_cast<std::size_t>(&stage - regime_.stages.data())];
    account_.title = tr("{1}: {2}", {stage.owner.in_current_language(), stage.title.in_current_language()});
    say_start(stage, here, recorded);
    if (here.start) say_count(stage, here);
    say_suspensions(here, recorded);
    say_end(stage, here);
    say_source(stage.article, stage.confidence);
  }

  void say_start(const Stage& stage, const StageStanding& here, const StageChronicle& recorded) {
    const auto* before = stage.trigger.place ? &regime_.stages[*stage.trigger.place] : nullptr;
    const auto trigger = before ? before->title.in_current_language() : regime_.filing.in_current_language();
    if (recorded.received) return say(tr("The file was received on {1}: the clock starts then.", {named(*recorded.received)}));
    if (!here.start) return say(tr("What starts the clock, “{1}”, cannot be dated yet.", {trigger}));
    if (here.start_assumed) return say(tr("The clock starts with “{1}”; {2} is assumed, for the event is not recorded.", {trigger, named(*here.start)}));
    say(tr("The clock starts with “{1}”, recorded on {2}.", {trigger, named(*here.start)}));
  }

  void say_count(const Stage& stage, const StageStanding& here) {
    auto choice = chronicle_.choice;
    if (stage.trigger.place) choice.minute_of_day = 0;
    if (const auto limit = count_stage(regime_, stage, *here.start, here.extensions, choice)) return say_all(limit->steps);
    if (const auto end = usual_end(stage, *here.start, regime_, choice)) say(tr("No text sets a limit; by the usual time it ends about {1}.", {named(*end)}));
    else say(tr("No text sets a limit, and no usual time is known."));
  }

  void say_suspensions(const StageStanding& here, const StageChronicle& recorded) {
    for (const auto& suspension : recorded.suspensions)
      say(suspension.to ? tr("The clock stood still from {1} to {2}.", {tr_date(suspension.from), tr_date(*suspension.to)})
                        : tr("The clock stands still since {1}.", {tr_date(suspension.from)}));
    if (here.suspended_days == 0 || !here.latest) return;
    say(replaced(trn("The end moves by {1} day, to {2}.", "The end moves by {1} days, to {2}.", here.suspended_days), "{2}", named(*here.latest)));
  }

  void say_end(const Stage& stage, const StageStanding& here) {
    if (stage.extension && here.extensions == 0 && here.start && !here.actual) {
      auto choice = chronicle_.choice;
      choice.explained = false;
      const auto longest = count_stage(regime_, stage, *here.start, stage.extension->times, choice);
      if (longest) say(tr("Should the limit be extended: {1}.", {named(longest->last_day.plus_days(here.suspended_days))}));
    }
    if (here.actual) say(tr("It ended on {1} ({2}).", {named(*here.actual), tr(label_of(here.state))}));
    else if (here.best && here.worst && here.best != here.worst) say(tr("It ends on {1} at best, on {2} at worst.", {named(*here.best), named(*here.worst)}));
    else if (here.best && !here.worst) say(tr("It ends on {1} at best; nothing bounds the worst case.", {named(*here.best)}));
    if (!here.evidence.empty()) say(tr("Proof: [{1}].", {here.evidence}));
  }

  // ---- what follows from an authorisation

  void explain_term(const RenewalPlan& plan) {
    account_.title = tr("End of the authorisation");
    say(standing_.by_silence ? tr("Granted by silence on {1}.", {named(plan.granted)}) : tr("Granted on {1}.", {named(plan.granted)}));
    say_all(counted(plan.granted, regime_.term->length).steps);
    say_source(regime_.term->article, regime_.term->confidence);
  }

  void explain_lawful(const RenewalPlan& plan) {
    account_.title = tr("File the request for renewal, last lawful day");
    say(tr("The authorisation of {1} ends on {2}.", {tr_date(plan.granted), named(plan.term)}));
    say_all(counted(plan.term, regime_.renewal->length, true).steps);
    say_source(regime_.renewal->article, regime_.renewal->confidence);
  }

  void explain_prudent(const RenewalPlan& plan) {
    account_.title = tr("File the request for renewal, prudent day");
    say(tr("The authorisation of {1} ends on {2}.", {tr_date(plan.granted), named(plan.term)}));
    auto choice = chronicle_.choice;
    choice.explained = false;
    const auto longest = simulate(regime_, *plan.prudent, choice);
    say(tr("Filed on {1}, with every extension taken and each answer given on its last day:", {named(*plan.prudent)}));
    for (std::size_t i = 0; i < regime_.stages.size(); ++i)
      if (const auto end = longest.stages[i].planned_extended)
        say(tr("{1}: {2}", {regime_.stages[i].owner.in_current_language() + ", " + regime_.stages[i].title.in_current_language(), named(*end)}));
    say(tr("Filed a day later, it would end after the term, or be asked for too late."));
    if (plan.rests_on_usual_times) say(tr("Some stages have no limit: the prudent day rests on the times that they usually take."));
    if (plan.prudent_working_day != plan.prudent) say(tr("That is a day off; the working day before is {1}.", {named(*plan.prudent_working_day)}));
    say(tr("Rules: regime “{1}”, version {2}; calendar {3}.", {regime_.id, regime_.version, word_of(calendar())}));
  }

  void explain_drafting(const RenewalPlan& plan) {
    account_.title = tr("Begin to write the request for renewal");
    const auto file_by = plan.prudent ? *plan.prudent : *plan.lawful;
    say(tr("The request is to be filed by {1}.", {named(file_by)}));
    say_all(counted(file_by, {plan.drafting_months, LimitUnit::months}, true).steps);
  }

  void explain_appeal(const StageStanding& decision) {
    account_.title = tr("Last day to bring the refusal before the court");
    if (standing_.by_silence) say(tr("No answer came by {1}: silence rejects.", {named(*decision.latest)}));
    else say(tr("Refused on {1}; the day of the notification counts, if it is later.", {named(*decision.actual)}));
    say_all((standing_.by_silence ? appeal_against_silence(*decision.latest, calendar(), true) : appeal_against_decision(*decision.actual, calendar(), true))
                .steps);
  }

  void explain_duty(std::string_view part) {
    const auto hyphen = part.rfind('-');
    const auto found = std::ranges::find(standing_.duties, part.substr(0, hyphen), &DutyStanding::id);
    if (hyphen == std::string_view::npos || found == standing_.duties.end() || part.substr(hyphen + 1) != std::to_string(found->occurrence)) return;
    const auto& duty = *regime_.find_duty(found->id);
    account_.title = duty.title.in_current_language();
    const auto from = found->last_done ? std::max(*found->last_done, *standing_.granted) : *standing_.granted;
    say(found->last_done ? tr("Done last on {1}.", {named(*found->last_done)}) : tr("Granted on {1}.", {named(*standing_.granted)}));
    say_all(counted(from, duty.every).steps);
    say_source(duty.article, duty.confidence);
  }

  const Regime& regime_;
  Chronicle chronicle_;
  ProcedureStanding standing_;
  Explanation account_;
};

} // namespace

std::optional<Explanation> explain(const ProcedureCase& file, std::string_view uid, Date today) {
  const auto prefix = "procedure-" + file.procedure.id.text() + "-";
  if (!uid.starts_with(prefix)) return std::nullopt;
  auto explanation = Account{file, today}.of(uid.substr(prefix.size()));
  if (explanation) explanation->title = tr("{1} ({2})", {explanation->title, file.procedure.title});
  return explanation;
}

} // namespace hdskit
