#include "toolkit/access/review_rules.hpp"

#include "toolkit/access/cps_identity.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>
#include <set>

// Rules 2, 4, 5 and 6: what cards and the directory say of the holders of accounts.

namespace hdskit::rules {
namespace {

std::string wrong_key() { return tr("its national identifier has a wrong key"); }

/// The account is active, was used since, or both: two findings, since the second asks who was behind it.
void judge_ended(const Account& account, Date end, const AccessReview& review, RuleOutcome& outcome) {
  if (account.active())
    outcome.find(account.subject(), tr("The card of its holder counts no more since {1}, and the account is active.", {tr_date(end)}), line_evidence(account));
  if (account.last_login && *account.last_login > end) {
    outcome.find(account.subject(), tr("The account was used on {1}, after the card of its holder ended on {2}.", {tr_date(*account.last_login), tr_date(end)}),
                 line_evidence(account));
    return;
  }
  const auto* use = review.logs.of(account.login);
  if (!use || use->events == 0) return;
  const auto last = Instant{std::chrono::sys_seconds{std::chrono::seconds{use->last}}}.utc_date();
  if (last > end)
    outcome.find(account.subject(), tr("The account was used on {1}, after the card of its holder ended on {2}.", {tr_date(last), tr_date(end)}),
                 tr("access logs"));
}

bool gives_a_directory(const AccessReview& review) { return review.given(ReviewSource::directory) || review.given(ReviewSource::directory_answers); }

/// Why the directory says nothing of the holder that could be judged; "" when it does, or when the extract was given and nobody asked further.
std::string unheard(const Account& account, const AccessReview& review, const ReviewJoins& joins) {
  if (joins.in_extract(joins.directory_id(account))) return "";
  if (joins.was_asked(account))
    return review.directory_answers_count()
               ? ""
               : tr("the directory’s answer is {1} days old, and must be asked for again", {std::to_string(review.directory_answer_age().value_or(0))});
  return review.given(ReviewSource::directory) ? "" : tr("the directory was not asked about its holder");
}

std::string profession_name(const std::string& code) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number);
  return error == std::errc{} && end == code.data() + code.size() ? profession_label(number) : code;
}

/// Codes of nomenclature G15: of the directory and the cards, or else as human resources name them.
std::set<std::string> professions_of(const Account& account, const AccessReview& review, const ReviewJoins& joins) {
  std::set<std::string> codes;
  for (const auto* entry : joins.entries_of(account))
    if (!entry->profession.empty()) codes.insert(entry->profession);
  if (const auto* person = joins.answer_of(account); person && person->active) codes.insert(person->professions.begin(), person->professions.end());
  for (const auto* card : joins.cards_of(account))
    if (!card->profession.empty()) codes.insert(card->profession);
  if (!codes.empty()) return codes;
  for (const auto* line : joins.staff_of(account)) {
    const auto said = [&](const auto& word) { return says_words(line->profession, word); };
    for (const auto& profession : review.policy.professions)
      if (line->profession == profession.code || std::ranges::any_of(profession.words, said)) codes.insert(profession.code);
  }
  return codes;
}

/// The professions that may have the role; none when the matrix does not speak of it.
std::set<std::string> professions_for(const std::string& role, const ReviewPolicy& policy) {
  std::set<std::string> codes;
  for (const auto& rule : policy.roles)
    if (std::ranges::any_of(rule.roles, [&](const auto& word) { return says_words(role, word); }))
      codes.insert(rule.professions.begin(), rule.professions.end());
  return codes;
}

bool is_employees_account(const Account& account, const ReviewJoins& joins) {
  const auto cards = joins.cards_of(account);
  const auto& id = account.person.national_id;
  return id.starts_with('3') || id.starts_with('5') ||
         (!cards.empty() && std::ranges::all_of(cards, [](const auto* card) { return is_employees_card(card->type); }));
}

void judge_role(const Account& account, const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  const auto allowed = professions_for(account.role, review.policy);
  if (allowed.empty()) return outcome.leave_out(account.subject(), tr("the matrix of the policy does not speak of the role “{1}”", {account.role}));
  if (is_employees_account(account, joins))
    return outcome.find(account.subject(), tr("The role “{1}” is one of care, and its holder has an employee’s card.", {account.role}), line_evidence(account));
  const auto professions = professions_of(account, review, joins);
  if (professions.empty()) {
    const auto reason = is_directory_id(joins.directory_id(account)) && joins.was_asked(account) ? unheard(account, review, joins) : "";
    return outcome.leave_out(account.subject(), reason.empty() ? tr("the profession of its holder is not known") : reason);
  }
  if (std::ranges::any_of(professions, [&](const auto& code) { return allowed.contains(code); })) return;
  std::vector<std::string> names;
  for (const auto& code : professions) names.push_back(profession_name(code));
  outcome.find(account.subject(), tr("The role “{1}” is not one of the profession: {2}.", {account.role, joined(names, ", ")}), line_evidence(account));
}

} // namespace

void card_ended(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  const auto& columns = review.cards.columns;
  if (!review.given(ReviewSource::cards)) {
    outcome.lack(missing_input(ReviewSource::cards));
    if (!review.given(ReviewSource::directory_answers)) return;
  } else {
    if (!columns.has(CardColumn::until)) outcome.lack(missing_column(tr("end of validity"), ReviewSource::cards));
    if (!columns.has(CardColumn::opposed)) outcome.lack(missing_column(tr("date of opposition"), ReviewSource::cards));
  }
  for (const auto& account : review.accounts.accounts) {
    const auto cards = joins.cards_of(account);
    if (cards.empty()) {
      if (account.active() && account.means.card)
        outcome.leave_out(account.subject(), account.person.unsound() ? wrong_key() : tr("its holder’s card is not in the file"));
      continue;
    }
    std::optional<Date> last_end;
    bool valid = false;
    for (const auto* card : cards) {
      const auto end = card->ended(review.at);
      valid = valid || !end;
      if (end && (!last_end || *last_end < *end)) last_end = end;
    }
    if (!valid && last_end) judge_ended(account, *last_end, review, outcome);
    else if (valid && account.active() && cards.front()->told_by_directory)
      outcome.leave_out(account.subject(), tr("only the directory tells its holder’s card: it is in date, and whether it was opposed is not told"));
  }
}

void not_in_directory(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  if (!gives_a_directory(review)) return outcome.lack(missing_input(ReviewSource::directory));
  if (review.directory_answer_age() && !review.directory_answers_count())
    outcome.lack(tr("The answers of the directory are {1} days old, and the policy has them count for {2}: ask again, and delete the old file.",
                    {std::to_string(*review.directory_answer_age()), std::to_string(review.policy.directory_answer_days)}));
  for (const auto& account : review.accounts.accounts) {
    if (!account.active()) continue;
    const auto id = joins.directory_id(account);
    if (account.person.unsound()) outcome.leave_out(account.subject(), tr("its national identifier {1} has a wrong key", {account.person.stated}));
    else if (!is_directory_id(id)) continue;
    else if (const auto* person = joins.answer_of(account); person && !person->active)
      outcome.find(ReviewSeverity::high, account.subject(),
                   tr("The directory tells that {1} is registered no more: the profession has ended, and the account is active.", {id}),
                   line_evidence(account));
    else if (!joins.entries_of(account).empty()) continue;
    else if (const auto reason = unheard(account, review, joins); !reason.empty()) outcome.leave_out(account.subject(), reason);
    else if (person)
      outcome.find(account.subject(), tr("The directory has {1} as registered, without any open exercise: to be asked.", {id}), line_evidence(account));
    else if (joins.was_asked(account))
      outcome.find(ReviewSeverity::medium, account.subject(), tr("The directory was asked about {1} and does not know that number.", {id}),
                   line_evidence(account));
    else
      outcome.find(account.subject(),
                   tr("No exercise of {1} is found in the directory. It lists open exercises alone: this proves nothing, and is to be asked.", {id}),
                   line_evidence(account));
  }
  const auto& columns = review.accounts.columns;
  if (!columns.has(AccountColumn::rpps) && !columns.has(AccountColumn::adeli) && !columns.has(AccountColumn::national_id))
    outcome.lack(missing_column(tr("RPPS, ADELI or national identifier"), ReviewSource::accounts));
}

void outside_establishment(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  if (!gives_a_directory(review)) return outcome.lack(missing_input(ReviewSource::directory));
  const auto& expected = review.policy.expected_finess;
  const auto& columns = review.directory.columns;
  if (expected.empty()) return outcome.lack(tr("The policy names no FINESS number of the establishment (expected_finess)."));
  if (review.given(ReviewSource::directory) && !columns.has(DirectoryColumn::finess_site) && !columns.has(DirectoryColumn::finess_entity))
    return outcome.lack(missing_column(tr("FINESS number"), ReviewSource::directory));
  const auto is_ours = [&](const std::string& number) { return std::ranges::find(expected, folded_word(number)) != expected.end(); };
  for (const auto& account : review.accounts.accounts) {
    if (!account.active()) continue;
    const auto id = joins.directory_id(account);
    const auto entries = joins.entries_of(account);
    const bool told = std::ranges::any_of(entries, [](const auto* entry) { return !entry->finess_site.empty() || !entry->finess_entity.empty(); });
    if (account.person.unsound()) outcome.leave_out(account.subject(), wrong_key());
    else if (is_directory_id(id) && !told) {
      const auto reason = unheard(account, review, joins);
      outcome.leave_out(account.subject(), reason.empty() ? tr("the directory tells no place of exercise of its holder") : reason);
    } else if (told && std::ranges::none_of(entries, [&](const auto* entry) { return is_ours(entry->finess_site) || is_ours(entry->finess_entity); }))
      outcome.find(account.subject(), tr("The directory has {1} exercise elsewhere only. Public employees are often missing from it: to be asked.", {id}),
                   line_evidence(account));
  }
}

void role_mismatch(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome) {
  if (!review.accounts.columns.has(AccountColumn::role)) return outcome.lack(missing_column(tr("role"), ReviewSource::accounts));
  if (!gives_a_directory(review) && !review.given(ReviewSource::cards) && !review.given(ReviewSource::people))
    outcome.lack(tr("No input tells professions: directory, cards or human resources."));
  for (const auto& account : review.accounts.accounts)
    if (account.active() && !account.technical) judge_role(account, review, joins, outcome);
}

} // namespace hdskit::rules
