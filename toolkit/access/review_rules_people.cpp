#include "toolkit/access/review_rules.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <map>

// Rules 3 and 15: departures, and the last review.

namespace hdskit::rules {
namespace {

constexpr int days_of_month = 31; // the longest: a review is never called late for the length of a month

std::string account_key(std::string_view application, std::string_view login) { return folded_word(application) + "\n" + folded_word(login); }

void judge_departure(const Account& account, Date departure, const AccessReview& review, RuleOutcome& outcome) {
  if (account.active() && days_between(departure, review.at) > review.policy.departure_grace_days)
    outcome.find(account.subject(), tr("The person left on {1}, and the account is still active.", {tr_date(departure)}), line_evidence(account));
  if (account.last_login && *account.last_login > departure)
    outcome.find(account.subject(), tr("The account was used on {1}, after its holder left on {2}.", {tr_date(*account.last_login), tr_date(departure)}),
                 line_evidence(account));
  else if (const auto* use = review.logs.of(account.login); use && use->after_departure > 0)
    outcome.find(account.subject(),
                 tr("The logs have {1} lines of this login after its holder left on {2}.", {std::to_string(use->after_departure), tr_date(departure)}),
                 tr("line {1} of the logs", {std::to_string(use->first_after_departure)}));
}

/// What one decision lacks by itself.
void judge_decision(const ReviewDecision& decision, const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  const auto subject = decision.application.empty() ? decision.login : decision.application + "/" + decision.login;
  if (decision.reviewer.empty()) outcome.find(subject, tr("Nobody signed this decision."), tr("decisions of the last review"));
  auto beneficiaries = joins.accounts_of_login(decision.login);
  const bool himself = folded_word(decision.reviewer) == folded_word(decision.login) || std::ranges::any_of(beneficiaries, [&](const auto* account) {
                         return !decision.reviewer.empty() && account->person.name == person_name_key(decision.reviewer);
                       });
  if (himself)
    outcome.find(ReviewSeverity::high, subject, tr("The reviewer, {1}, decided on their own access.", {decision.reviewer}), tr("decisions of the last review"));
  const bool withdraws = std::ranges::any_of(review.policy.withdrawal_words, [&](const auto& word) { return says_words(decision.decision, word); });
  if (!withdraws && decision.evidence.empty())
    outcome.find(ReviewSeverity::low, subject, tr("The decision is without a reason or evidence."), tr("decisions of the last review"));
  if (!withdraws) return;
  const bool still = std::ranges::any_of(beneficiaries, [&](const auto* account) {
    return account->active() && (decision.application.empty() || folded_word(account->application) == folded_word(decision.application));
  });
  const bool late = decision.day && days_between(*decision.day, review.at) > review.policy.withdrawal_days;
  if (late && (still || !decision.done))
    outcome.find(ReviewSeverity::high, subject, tr("The withdrawal decided on {1} was not carried out.", {tr_date(*decision.day)}),
                 tr("decisions of the last review"));
}

} // namespace

void departed(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  if (!review.people.columns.has(StaffColumn::departure)) return outcome.lack(missing_column(tr("departure"), ReviewSource::people));
  for (const auto& account : review.accounts.accounts) {
    const auto lines = joins.staff_of(account);
    if (const auto departure = departure_of(lines)) judge_departure(account, *departure, review, outcome);
    else if (lines.empty() && account.active() && !account.technical)
      outcome.leave_out(account.subject(), account.person.unsound() ? tr("its national identifier has a wrong key")
                                                                    : tr("its holder is not found in human resources by matricule, number or name"));
  }
}

void annual_review(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  if (!review.decisions.columns.has(DecisionColumn::evidence)) outcome.lack(missing_column(tr("evidence"), ReviewSource::decisions));
  if (!review.decisions.columns.has(DecisionColumn::done)) outcome.lack(missing_column(tr("carried out on"), ReviewSource::decisions));
  if (!outcome.lacks().empty()) return;
  std::optional<Date> last;
  std::map<std::string, int> decided;
  for (const auto& decision : review.decisions.decisions) {
    if (decision.day && (!last || *last < *decision.day)) last = decision.day;
    if (decision.decision.empty()) continue;
    ++decided[account_key(decision.application, decision.login)];
    judge_decision(decision, review, joins, outcome);
  }
  if (!last) outcome.find(tr("review"), tr("No decision has a date."), tr("decisions of the last review"));
  else if (days_between(*last, review.at) > review.policy.review_months * days_of_month)
    outcome.find(tr("review"), tr("The last review was on {1}: it is overdue.", {tr_date(*last)}), tr("decisions of the last review"));
  for (const auto& account : review.accounts.accounts)
    if (account.active() && !decided.contains(account_key(account.application, account.login)) && !decided.contains(account_key("", account.login)))
      outcome.find(account.subject(), tr("The last review decided nothing about this account."), line_evidence(account));
}

} // namespace hdskit::rules
