#include "toolkit/access/review_rules.hpp"

#include "toolkit/access/review_readers.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

using Severity = ReviewSeverity;
using Source = ReviewSource;

constexpr std::size_t most_examples = 100;

const std::vector<ReviewRule>& table() {
  static const std::vector<ReviewRule> rules = {
      {"strong-means",
       marked("Strong authentication"),
       marked("Each active account is entered with a card, an e-CPS or a second factor."),
       Severity::high,
       {Source::accounts},
       {},
       rules::strong_means},
      {"card-ended",
       marked("Ended cards"),
       marked("No account lives on a card that has expired or was opposed."),
       Severity::high,
       {Source::accounts},
       {},
       rules::card_ended},
      {"departed",
       marked("Departures"),
       marked("Nobody who left the house keeps an active account, or used one since."),
       Severity::high,
       {Source::accounts, Source::people},
       {},
       rules::departed},
      {"not-in-directory",
       marked("Directory of professionals"),
       marked("Each professional with an account is found in the directory."),
       Severity::to_confirm,
       {Source::accounts},
       {},
       rules::not_in_directory},
      {"outside-establishment",
       marked("Place of exercise"),
       marked("Each professional exercises in the establishment, as the directory has it."),
       Severity::to_confirm,
       {Source::accounts},
       {},
       rules::outside_establishment},
      {"role-mismatch",
       marked("Roles and professions"),
       marked("The role of each account is one of its holder’s profession."),
       Severity::high,
       {Source::accounts},
       {},
       rules::role_mismatch},
      {"shared-account",
       marked("Shared accounts"),
       marked("Each account belongs to one person."),
       Severity::high,
       {},
       {Source::accounts, Source::logs},
       rules::shared_account},
      {"several-accounts",
       marked("Several accounts of one person"),
       marked("Each person has one account in an application."),
       Severity::medium,
       {Source::accounts},
       {},
       rules::several_accounts},
      {"dormant",
       marked("Dormant accounts"),
       marked("No active account has been out of use for long."),
       Severity::medium,
       {Source::accounts},
       {},
       rules::dormant},
      {"without-owner",
       marked("Privileged and technical accounts"),
       marked("Each privileged or technical account has a person who answers for it."),
       Severity::high,
       {Source::accounts},
       {},
       rules::without_owner},
      {"outside-care-team",
       marked("Care team"),
       marked("Records are opened by those who care for the patient, or with a reasoned break-glass access."),
       Severity::high,
       {Source::logs},
       {Source::accounts, Source::people, Source::stays},
       rules::outside_care_team},
      {"curious-access",
       marked("Curious access"),
       marked("Nobody browses records in bursts, or opens without need their own, or those of colleagues, relatives and patients under reinforced protection."),
       Severity::to_confirm,
       {Source::logs},
       {Source::accounts, Source::people, Source::stays, Source::watched},
       rules::curious_access},
      {"e-cps-alone",
       marked("e-CPS alone"),
       marked("Accounts entered with the e-CPS alone are those that the policy accepts."),
       Severity::medium,
       {Source::accounts},
       {},
       rules::e_cps_alone},
      {"log-completeness",
       marked("Completeness of the logs"),
       marked("The logs have no gap, a right clock, and a known login in each line."),
       Severity::medium,
       {Source::logs},
       {Source::accounts},
       rules::log_completeness},
      {"annual-review",
       marked("Yearly review"),
       marked("The last review is recent, decided by others than the beneficiaries, with evidence, and carried out."),
       Severity::medium,
       {Source::decisions},
       {Source::accounts},
       rules::annual_review},
  };
  return rules;
}

constexpr std::string_view severity_words[] = {"high", "medium", "low", "to_confirm"};
constexpr const char* severity_labels[] = {marked("high"), marked("medium"), marked("low"), marked("to confirm")};
constexpr std::string_view state_words[] = {"passed", "finding", "not_evaluable"};
constexpr const char* state_labels[] = {marked("passed"), marked("finding"), marked("not evaluable")};
constexpr std::string_view source_words[] = {"accounts", "people", "cards", "directory", "logs", "stays", "decisions", "directory_answers", "watched"};
constexpr const char* source_labels[] = {marked("accounts"),
                                         marked("staff (human resources)"),
                                         marked("card holders"),
                                         marked("directory of professionals"),
                                         marked("access logs"),
                                         marked("stays of patients"),
                                         marked("decisions of the last review"),
                                         marked("answers of the directory"),
                                         marked("patients under reinforced protection")};
static_assert(std::size(source_words) == review_source_count && std::size(source_labels) == review_source_count);

} // namespace

std::string_view word_of(ReviewSeverity severity) { return severity_words[static_cast<std::size_t>(severity)]; }
std::string_view word_of(ReviewState state) { return state_words[static_cast<std::size_t>(state)]; }
std::string_view word_of(ReviewSource source) { return source_words[static_cast<std::size_t>(source)]; }
std::string label_of(ReviewSeverity severity) { return tr(severity_labels[static_cast<std::size_t>(severity)]); }
std::string label_of(ReviewState state) { return tr(state_labels[static_cast<std::size_t>(state)]); }
std::string label_of(ReviewSource source) { return tr(source_labels[static_cast<std::size_t>(source)]); }

void RuleOutcome::find(std::string subject, std::string sentence, std::string evidence) {
  find(rule_->severity, std::move(subject), std::move(sentence), std::move(evidence));
}

void RuleOutcome::find(ReviewSeverity severity, std::string subject, std::string sentence, std::string evidence) {
  findings_.push_back({severity, std::move(subject), std::move(sentence), std::move(evidence)});
}

void RuleOutcome::lack(std::string reason) { lacks_.push_back(std::move(reason)); }

void RuleOutcome::leave_out(std::string subject, std::string reason) {
  ++unjudged_;
  if (subjects_.size() < most_accounts) subjects_.push_back({std::move(subject), std::move(reason)});
}

std::span<const UnjudgedSubject> RuleOutcome::examples() const { return std::span{subjects_}.first(std::min(subjects_.size(), most_examples)); }

ReviewState RuleOutcome::state() const {
  if (!findings_.empty()) return ReviewState::finding;
  return lacks_.empty() && unjudged_ == 0 ? ReviewState::passed : ReviewState::not_evaluable;
}

std::string RuleOutcome::reason() const {
  auto reasons = lacks_;
  if (unjudged_ > 0)
    reasons.push_back(trn("{1} subject could not be judged", "{1} subjects could not be judged", static_cast<std::int64_t>(unjudged_)) + " (" +
                      subjects_.front().subject + tr(": ") + subjects_.front().reason + ")");
  return joined(reasons, " ");
}

std::span<const ReviewRule> review_rules() { return table(); }

std::vector<const ReviewRule*> log_rules() {
  std::vector<const ReviewRule*> rules;
  for (const auto& rule : table())
    if (std::ranges::find(rule.needs, Source::logs) != rule.needs.end() || std::ranges::find(rule.helped, Source::logs) != rule.helped.end())
      rules.push_back(&rule);
  return rules;
}

RuleOutcome judge_rule(const ReviewRule& rule, const AccessReview& review, const ReviewJoins& joins) {
  RuleOutcome outcome{rule};
  bool can_judge = true;
  for (const auto source : rule.needs)
    if (!review.given(source)) {
      can_judge = false;
      outcome.lack(missing_input(source));
    }
  for (const auto source : rule.helped)
    if (!review.given(source)) outcome.lack(missing_input(source));
  if (can_judge) rule.judge(review, joins, outcome);
  return outcome;
}

std::vector<RuleOutcome> judge_review(const AccessReview& review, const std::vector<const ReviewRule*>& rules) {
  const ReviewJoins joins{review};
  std::vector<RuleOutcome> outcomes;
  for (const auto* rule : rules) outcomes.push_back(judge_rule(*rule, review, joins));
  return outcomes;
}

std::vector<RuleOutcome> judge_review(const AccessReview& review) {
  std::vector<const ReviewRule*> rules;
  for (const auto& rule : table()) rules.push_back(&rule);
  return judge_review(review, rules);
}

std::string line_evidence(const Account& account) { return tr("line {1} of the accounts", {std::to_string(account.line)}); }

std::string missing_input(ReviewSource source) { return tr("The input is missing: {1}.", {label_of(source)}); }

std::string missing_column(const std::string& column, ReviewSource source) { return tr("The column is missing: {1} ({2}).", {column, label_of(source)}); }

} // namespace hdskit
