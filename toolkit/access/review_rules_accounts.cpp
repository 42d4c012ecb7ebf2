#include "toolkit/access/review_rules.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <map>

// Rules 1, 8, 9, 10 and 13: what the accounts alone say.

namespace hdskit::rules {
namespace {

using C = AccountColumn;

/// Accounts that are to be entered by a person.
bool is_personal(const Account& account) { return account.active() && !account.technical; }

/// Two names of one person share a word: a married name or a second given name is no other person.
bool share_a_word(const std::string& a, const std::string& b) {
  const auto words = split(b, ' ');
  return std::ranges::any_of(split(a, ' '), [&](const auto& word) { return std::ranges::find(words, word) != words.end(); });
}

using Group = std::vector<const Account*>;

std::string logins_of(const Group& group) {
  std::vector<std::string> names;
  for (const auto* account : group) names.push_back(account->subject());
  return joined(names, ", ");
}

std::string lines_of_group(const Group& group) {
  std::vector<std::string> lines;
  for (const auto* account : group) lines.push_back(std::to_string(account->line));
  return tr("lines {1} of the accounts", {joined(lines, ", ")});
}

void judge_person(const std::string& person, const Group& group, RuleOutcome& outcome) {
  std::map<std::string, Group> by_application;
  for (const auto* account : group) by_application[folded_word(account->application)].push_back(account);
  for (const auto& application : by_application) {
    const auto& accounts = application.second;
    const bool several =
        std::ranges::any_of(accounts, [&](const auto* account) { return folded_word(account->login) != folded_word(accounts.front()->login); });
    if (several)
      outcome.find(logins_of(accounts), tr("The person {1} has {2} active accounts in one application.", {person, std::to_string(accounts.size())}),
                   lines_of_group(accounts));
  }
  const auto* first = group.front();
  const auto other = std::ranges::find_if(group, [&](const auto* account) {
    return !first->person.name.empty() && !account->person.name.empty() && !share_a_word(first->person.name, account->person.name);
  });
  if (other != group.end())
    outcome.find(logins_of({first, *other}), tr("The number {1} stands in accounts of two names: {2}, {3}.", {person, first->name, (*other)->name}),
                 lines_of_group({first, *other}));
}

std::optional<Date> last_use(const Account& account, const AccessReview& review) {
  auto last = account.last_login;
  if (const auto* use = review.logs.of(account.login)) {
    const auto day = Instant{std::chrono::sys_seconds{std::chrono::seconds{use->last}}}.utc_date();
    if (use->events > 0 && (!last || *last < day)) last = day;
  }
  return last;
}

} // namespace

void strong_means(const AccessReview& review, const ReviewJoins&, RuleOutcome& outcome) {
  if (!review.accounts.columns.has(C::means)) return outcome.lack(missing_column(tr("means of access"), ReviewSource::accounts));
  for (const auto& account : review.accounts.accounts) {
    if (!is_personal(account)) continue;
    if (!account.means.told()) outcome.leave_out(account.subject(), tr("the account does not say how it is entered"));
    else if (!account.means.strong()) outcome.find(account.subject(), tr("The account is entered with a password alone."), line_evidence(account));
  }
}

void several_accounts(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  std::map<std::string, Group> persons;
  for (const auto& account : review.accounts.accounts) {
    if (!is_personal(account)) continue;
    const auto& person = account.person;
    const auto staff = joins.staff_of(account); // an account with the RPPS alone and one with the matricule alone may be one person's
    const auto& known = staff.empty() ? person : staff.front()->person;
    if (known.joinable()) persons[known.national_id.empty() ? known.matricule : known.national_id].push_back(&account);
    else
      outcome.leave_out(account.subject(),
                        person.unsound() ? tr("its national identifier has a wrong key") : tr("it has no national identifier and no matricule"));
  }
  for (const auto& [person, group] : persons) judge_person(person, group, outcome);
}

void dormant(const AccessReview& review, const ReviewJoins&, RuleOutcome& outcome) {
  if (!review.accounts.columns.has(C::last_login) && !review.given(ReviewSource::logs))
    return outcome.lack(missing_column(tr("last login"), ReviewSource::accounts));
  for (const auto& account : review.accounts.accounts) {
    if (!account.active()) continue;
    const auto last = last_use(account, review);
    if (!last) outcome.leave_out(account.subject(), tr("its last use is not known"));
    else if (const auto days = days_between(*last, review.at); days > review.policy.dormancy_days)
      outcome.find(account.subject(), tr("The account is active, and was last used {1} days ago, on {2}.", {std::to_string(days), tr_date(*last)}),
                   line_evidence(account));
  }
}

void without_owner(const AccessReview& review, const ReviewJoins&, RuleOutcome& outcome) {
  if (!review.accounts.columns.has(C::owner)) outcome.lack(missing_column(tr("owner"), ReviewSource::accounts));
  if (!review.accounts.columns.has(C::privileged)) outcome.lack(missing_column(tr("privileged"), ReviewSource::accounts));
  if (!review.accounts.columns.has(C::owner)) return;
  for (const auto& account : review.accounts.accounts)
    if (account.active() && (account.privileged || account.technical) && account.owner.empty())
      outcome.find(account.subject(), account.privileged ? tr("Nobody answers for this privileged account.") : tr("Nobody answers for this technical account."),
                   line_evidence(account));
}

void e_cps_alone(const AccessReview& review, const ReviewJoins&, RuleOutcome& outcome) {
  if (!review.accounts.columns.has(C::means)) outcome.lack(missing_column(tr("means of access"), ReviewSource::accounts));
  if (review.policy.e_cps_alone == EcpsAlone::undecided) outcome.lack(tr("The policy does not say whether the e-CPS alone is accepted (e_cps_alone)."));
  if (!outcome.lacks().empty()) return;
  for (const auto& account : review.accounts.accounts) {
    if (!is_personal(account)) continue;
    const auto& means = account.means;
    if (!means.told()) outcome.leave_out(account.subject(), tr("the account does not say how it is entered"));
    else if (review.policy.e_cps_alone == EcpsAlone::refused && means.e_cps && !means.card && !means.second_factor)
      outcome.find(account.subject(), tr("The account is entered with the e-CPS alone, which the policy refuses."), line_evidence(account));
  }
}

} // namespace hdskit::rules
