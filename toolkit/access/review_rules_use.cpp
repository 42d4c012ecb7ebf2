#include "toolkit/access/review_rules.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <map>
#include <set>

// Rules 7, 11, 12 and 14: how logins are shared and used.

namespace hdskit::rules {
namespace {

std::string log_evidence(std::uint64_t line) { return tr("line {1} of the logs", {std::to_string(line)}); }
std::string number_of(std::uint64_t number) { return std::to_string(number); }
std::string moment_text(std::int64_t seconds) { return Instant{std::chrono::sys_seconds{std::chrono::seconds{seconds}}}.iso().substr(0, 16); }

/// “interne2”, “ide-urgences”: all words are those of a function. One of them is enough when nothing names a person.
bool is_generic(const Account& account, const ReviewPolicy& policy) {
  std::string letters;
  for (const char c : folded_word(account.login)) letters += (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80 ? c : ' ';
  std::size_t words = 0, generic = 0;
  for (const auto& word : split(letters, ' ')) {
    if (word.empty()) continue;
    ++words;
    generic += std::ranges::find(policy.generic_logins, word) != policy.generic_logins.end();
  }
  return generic > 0 && (generic == words || !account.person.joinable());
}

bool is_card_of_service(const Account& account, const ReviewJoins& joins) {
  return account.person.national_id.starts_with('3') || std::ranges::any_of(joins.cards_of(account), [](const auto* card) {
           const auto type = heading_key(card->type);
           return type.starts_with("cpe") || type.starts_with("cde") || type == "2" || type == "02";
         });
}

void judge_lines_of_login(const std::vector<const Account*>& lines, RuleOutcome& outcome) {
  std::set<std::string> ids, matricules, names;
  for (const auto* account : lines) {
    if (!account->person.national_id.empty()) ids.insert(account->person.national_id);
    if (!account->person.matricule.empty()) matricules.insert(account->person.matricule);
    if (!account->person.name.empty()) names.insert(account->person.name);
  }
  const auto persons = std::max({ids.size(), matricules.size(), ids.empty() && matricules.empty() ? names.size() : 0});
  if (persons > 1) outcome.find(lines.front()->subject(), tr("The account has {1} holders.", {number_of(persons)}), line_evidence(*lines.back()));
}

void judge_accounts(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  std::map<std::string, std::vector<const Account*>> logins;
  for (const auto& account : review.accounts.accounts) {
    if (!account.active() || account.technical) continue;
    logins[folded_word(account.application) + "\n" + folded_word(account.login)].push_back(&account);
    if (is_generic(account, review.policy)) outcome.find(account.subject(), tr("The login names a function, and no person."), line_evidence(account));
    if (is_card_of_service(account, joins))
      outcome.find(ReviewSeverity::to_confirm, account.subject(), tr("The account is entered with a card of service, which may name nobody."),
                   line_evidence(account));
  }
  for (const auto& [login, lines] : logins) judge_lines_of_login(lines, outcome);
}

/// What the sources alone prove: the stays tell who is in the care team; without them each access is to be confirmed.
void judge_colleagues(const LoginUse& use, RuleOutcome& outcome) {
  if (use.colleague == 0) return;
  if (use.care_known)
    outcome.find(ReviewSeverity::medium, use.login, tr("Accesses to colleagues outside the care team: {1}.", {number_of(use.colleague)}),
                 log_evidence(use.first_colleague));
  else
    outcome.find(ReviewSeverity::to_confirm, use.login, tr("Accesses to colleagues, perhaps in the care of the person: {1}.", {number_of(use.colleague)}),
                 log_evidence(use.first_colleague));
}

void judge_watched(const LoginUse& use, RuleOutcome& outcome) {
  if (use.watched == 0) return;
  if (use.care_known)
    outcome.find(ReviewSeverity::high, use.login,
                 tr("Accesses outside the care team to patients under reinforced protection: {1} ({2} within it).",
                    {number_of(use.watched), number_of(use.watched_in_care)}),
                 log_evidence(use.first_watched));
  else
    outcome.find(ReviewSeverity::to_confirm, use.login,
                 tr("Accesses to patients under reinforced protection, perhaps in the care of the person: {1}.", {number_of(use.watched)}),
                 log_evidence(use.first_watched));
}

/// A namesake is no relative: it is always to be confirmed.
void judge_namesakes(const AccessReview& review, const ReviewJoins& joins, const LoginUse& use, RuleOutcome& outcome) {
  if (use.namesake > 0)
    outcome.find(ReviewSeverity::to_confirm, use.login,
                 use.care_known ? tr("Accesses outside the care team to patients with the family name of the person, relatives or namesakes: {1}.",
                                     {number_of(use.namesake)})
                                : tr("Accesses to patients with the family name of the person, relatives or namesakes: {1}.", {number_of(use.namesake)}),
                 log_evidence(use.first_namesake));
  if (!review.given(ReviewSource::accounts)) return;
  const auto accounts = joins.accounts_of_login(use.login);
  const bool named = std::ranges::any_of(accounts, [&](const auto* account) {
    return !account->family.empty() || std::ranges::any_of(joins.staff_of(*account), [](const auto* line) { return !line->family.empty(); });
  });
  const bool technical = std::ranges::any_of(accounts, [](const auto* account) { return account->technical; });
  if (!named && !technical) outcome.leave_out(use.login, tr("the family name of its holder is not known"));
}

} // namespace

void shared_account(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  judge_accounts(review, joins, outcome);
  if (!review.given(ReviewSource::logs)) return;
  if (!review.logs.has(LogColumn::workstation)) outcome.lack(missing_column(tr("workstation"), ReviewSource::logs));
  for (const auto& use : review.logs.logins)
    if (use.alternations >= static_cast<std::uint64_t>(review.policy.concurrency_times))
      outcome.find(use.login,
                   tr("The login went to and fro between workstations {1} times within {2} minutes.",
                      {number_of(use.alternations), std::to_string(review.policy.concurrency_minutes)}),
                   log_evidence(use.first_alternation));
}

void outside_care_team(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  const auto& logs = review.logs;
  for (const auto& [column, name] :
       {std::pair{LogColumn::patient, marked("patient")}, std::pair{LogColumn::mode, marked("mode")}, std::pair{LogColumn::reason, marked("reason")}})
    if (!logs.has(column)) outcome.lack(missing_column(tr(name), ReviewSource::logs));
  if (review.given(ReviewSource::people) && !review.people.columns.has(StaffColumn::unit)) outcome.lack(missing_column(tr("unit"), ReviewSource::people));
  for (const auto& use : logs.logins) {
    if (use.without_reason > 0 && logs.has(LogColumn::reason))
      outcome.find(use.login, tr("{1} of {2} break-glass accesses are without a reason.", {number_of(use.without_reason), number_of(use.break_glass)}),
                   log_evidence(use.first_without_reason));
    if (use.outside_team > 0)
      outcome.find(use.login, tr("{1} accesses concern patients who were not in the unit of the person.", {number_of(use.outside_team)}),
                   log_evidence(use.first_outside));
    if (!review.given(ReviewSource::people) || !review.given(ReviewSource::accounts)) continue;
    const auto accounts = joins.accounts_of_login(use.login);
    const bool has_unit = std::ranges::any_of(
        accounts, [&](const auto* account) { return std::ranges::any_of(joins.staff_of(*account), [](const auto* line) { return !line->unit.empty(); }); });
    const bool technical = std::ranges::any_of(accounts, [](const auto* account) { return account->technical; });
    if (!has_unit && !technical) outcome.leave_out(use.login, tr("the unit of its holder is not known"));
  }
}

void curious_access(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  if (!review.logs.has(LogColumn::patient)) return outcome.lack(missing_column(tr("patient"), ReviewSource::logs));
  if (review.given(ReviewSource::people) && !review.people.columns.has(StaffColumn::patient))
    outcome.lack(missing_column(tr("number as a patient"), ReviewSource::people));
  if (!review.patients_named) outcome.lack(tr("Accesses within the family cannot be judged: no input has the family names of patients."));
  for (const auto& use : review.logs.logins) {
    if (use.bursts > 0)
      outcome.find(use.login,
                   tr("Over {1} patients were opened within one hour, {2} times.", {std::to_string(review.policy.burst_patients), number_of(use.bursts)}),
                   log_evidence(use.first_burst));
    if (use.own_record > 0)
      outcome.find(use.login, tr("The person opened their own record {1} times.", {number_of(use.own_record)}), log_evidence(use.first_own));
    judge_colleagues(use, outcome);
    judge_watched(use, outcome);
    if (review.patients_named) judge_namesakes(review, joins, use, outcome);
  }
}

void log_completeness(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  const auto& logs = review.logs;
  constexpr std::int64_t hour = 3600;
  const auto subject = tr("access logs");
  const auto tell = [&](std::uint64_t count, const char* sentence) { // marked messages
    if (count > 0) outcome.find(subject, tr(sentence, {number_of(count)}), "");
  };
  if (logs.lines == 0) outcome.find(subject, tr("The logs have no line."), "");
  if (logs.largest_gap > review.policy.log_gap_hours * hour)
    outcome.find(subject, tr("Nothing was logged for {1} hours from {2}.", {std::to_string(logs.largest_gap / hour), moment_text(logs.gap_from)}),
                 moment_text(logs.gap_from));
  tell(logs.unreadable, marked("Messages that cannot be read as audit messages: {1}."));
  tell(logs.undated, marked("{1} lines have no date and hour that can be read."));
  tell(logs.unattributed, marked("{1} lines name no login."));
  tell(logs.backward, marked("The clock goes back {1} times."));
  tell(logs.future, marked("{1} lines are dated after the day of the review."));
  if (!review.given(ReviewSource::accounts)) return;
  for (const auto& use : logs.logins)
    if (joins.accounts_of_login(use.login).empty())
      outcome.find(use.login, tr("The login has {1} lines in the logs and no account.", {number_of(use.events)}), tr("access logs"));
}

} // namespace hdskit::rules
