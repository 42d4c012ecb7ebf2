#include "toolkit/access/campaign_lines.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace hdskit {
namespace {

constexpr std::string_view state_words[] = {"active", "suspended", "closed"};
constexpr const char* state_labels[] = {marked("active"), marked("suspended"), marked("closed")};
constexpr std::string_view not_withdrawn = "not_withdrawn", of_new_account = "new";

struct Word {
  std::string_view word;
  const char* label; ///< marked message
};
constexpr Word means_table[] = {{"card", marked("card")},
                                {"e-cps", marked("e-CPS")},
                                {"federation", marked("Pro Santé Connect")},
                                {"second-factor", marked("second factor")},
                                {"password", marked("password")}};
constexpr Word difference_table[] = {{not_withdrawn, marked("withdrawal of last year not carried out")},
                                     {of_new_account, marked("new account")},
                                     {"name", marked("holder")},
                                     {"role", marked("role")},
                                     {"state", marked("state")},
                                     {"means", marked("means of access")},
                                     {"privileged", marked("privileges")}};

std::string label_in(std::span<const Word> table, std::string_view word) {
  const auto found = std::ranges::find(table, word, &Word::word);
  return found == table.end() ? std::string{word} : tr(found->label);
}

/// The logs speak of no account that would be decided upon.
bool concerns_accounts(const ReviewRule& rule) { return rule.id != "log-completeness"; }

std::string account_key(std::string_view application, std::string_view login) { return folded_word(application) + "\n" + folded_word(login); }

CampaignLine line_of(const Account& account, std::size_t number) {
  CampaignLine line;
  line.number = static_cast<std::int64_t>(number);
  line.application = account.application;
  line.login = account.login;
  line.name = account.name;
  line.role = account.role;
  line.national_id = account.person.national_id;
  line.matricule = account.person.matricule;
  line.state = state_words[static_cast<std::size_t>(account.state)];
  line.means = means_words(account.means);
  line.last_login = account.last_login;
  line.privileged = account.privileged;
  line.technical = account.technical;
  return line;
}

/// Finds the lines that the subject of a finding means.
class LineSubjects {
public:
  explicit LineSubjects(std::vector<CampaignLine>& lines) {
    for (auto& line : lines) {
      by_subject_[folded_word(subject_of(line))].push_back(&line);
      by_login_[folded_word(line.login)].push_back(&line);
    }
  }
  /// "application/login", a login of the logs, or several parted by ", ".
  std::vector<CampaignLine*> named(const std::string& subject) const {
    if (auto whole = one(subject); !whole.empty()) return whole;
    std::vector<CampaignLine*> all;
    for (std::size_t begin = 0; begin < subject.size();) {
      const auto end = std::min(subject.find(", ", begin), subject.size());
      for (auto* line : one(subject.substr(begin, end - begin)))
        if (std::ranges::find(all, line) == all.end()) all.push_back(line);
      begin = end + 2;
    }
    return all;
  }

private:
  std::vector<CampaignLine*> one(const std::string& subject) const {
    const auto key = folded_word(subject);
    if (const auto found = by_subject_.find(key); found != by_subject_.end()) return found->second;
    const auto found = by_login_.find(key);
    return found == by_login_.end() ? std::vector<CampaignLine*>{} : found->second;
  }
  std::unordered_map<std::string, std::vector<CampaignLine*>> by_subject_, by_login_;
};

bool bears(const CampaignLine& line, std::string_view rule) {
  return std::ranges::any_of(line.findings, [&](const auto& remark) { return remark.rule == rule; });
}

void add_once(std::vector<std::string>& ids, std::string_view id) {
  if (std::ranges::find(ids, id) == ids.end()) ids.emplace_back(id);
}

void take_outcome(FrozenCampaign& frozen, const LineSubjects& subjects, const RuleOutcome& outcome) {
  const std::string id{outcome.rule().id};
  frozen.rules.push_back(
      {id, outcome.state(), outcome.reason(), static_cast<std::int64_t>(outcome.findings().size()), static_cast<std::int64_t>(outcome.unjudged())});
  for (const auto& finding : outcome.findings()) {
    const CampaignLine::Remark remark{id, std::string{word_of(finding.severity)}, finding.sentence, finding.evidence};
    const auto lines = subjects.named(finding.subject);
    for (auto* line : lines) line->findings.push_back(remark);
    if (!lines.empty()) continue;
    frozen.general.push_back(remark);
    frozen.general.back().sentence = finding.subject + tr(": ") + finding.sentence;
  }
  if (!concerns_accounts(outcome.rule())) return;
  for (const auto& unjudged : outcome.unjudged_subjects())
    for (auto* line : subjects.named(unjudged.subject)) add_once(line->not_judged, id);
  if (outcome.lacks().empty()) return;
  for (auto& line : frozen.lines)
    if (!bears(line, id)) add_once(line.not_judged, id);
}

void compare_line(CampaignLine& line, const CampaignLine& before) {
  const bool again = line.last_decision == choices_of(LineDecision{})[static_cast<std::size_t>(LineDecision::withdraw)].word && line.state == state_words[0];
  if (again) line.differences.emplace_back(not_withdrawn);
  if (person_name_key(line.name) != person_name_key(before.name)) line.differences.emplace_back("name");
  if (folded_word(line.role) != folded_word(before.role)) line.differences.emplace_back("role");
  if (line.state != before.state) line.differences.emplace_back("state");
  if (line.means != before.means) line.differences.emplace_back("means");
  if (line.privileged != before.privileged) line.differences.emplace_back("privileged");
}

void compare_all(FrozenCampaign& frozen, const LastCampaign& last) {
  std::map<std::int64_t, std::string> decisions;
  for (const auto& decision : last.decisions) decisions[decision.line] = to_field_text(decision.decision);
  std::unordered_map<std::string, const CampaignLine*> before;
  for (const auto& line : last.lines) before.emplace(account_key(line.application, line.login), &line);
  std::unordered_map<std::string, bool> here;
  for (auto& line : frozen.lines) {
    const auto key = account_key(line.application, line.login);
    here[key] = true;
    const auto found = before.find(key);
    if (found == before.end()) {
      line.differences.emplace_back(of_new_account);
      continue;
    }
    if (const auto decided = decisions.find(found->second->number); decided != decisions.end()) line.last_decision = decided->second;
    compare_line(line, *found->second);
  }
  for (const auto& line : last.lines)
    if (!here.contains(account_key(line.application, line.login)))
      frozen.gone.push_back({line.application, line.login, line.name, decisions.contains(line.number) ? decisions[line.number] : std::string{}});
}

} // namespace

std::string means_words(const AccountMeans& means) {
  const bool told[] = {means.card, means.e_cps, means.federation, means.second_factor, means.password};
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::size(means_table); ++i)
    if (told[i]) words.emplace_back(means_table[i].word);
  return joined(words, ", ");
}

std::string label_of_state(std::string_view state) {
  const auto found = std::ranges::find(state_words, state);
  return found == std::end(state_words) ? std::string{state} : tr(state_labels[found - std::begin(state_words)]);
}

std::string label_of_means(std::string_view means) {
  std::vector<std::string> labels;
  for (const auto& word : split(means, ',')) labels.push_back(label_in(means_table, trimmed(word)));
  return joined(labels, ", ");
}

std::string label_of_difference(std::string_view difference) { return label_in(difference_table, difference); }

std::string subject_of(const CampaignLine& line) { return line.application.empty() ? line.login : line.application + "/" + line.login; }

std::string label_of_severity(std::string_view severity) {
  for (const auto known : {ReviewSeverity::high, ReviewSeverity::medium, ReviewSeverity::low, ReviewSeverity::to_confirm})
    if (word_of(known) == severity) return label_of(known);
  return std::string{severity};
}

std::string title_of_rule(std::string_view id) {
  const auto found = std::ranges::find(review_rules(), id, &ReviewRule::id);
  return found == review_rules().end() ? std::string{id} : tr(found->title);
}

std::vector<RuleOutcome> judge_for_campaign(const AccessReview& review) {
  const LanguageScope french{Language::french};
  return judge_review(review);
}

FrozenCampaign freeze_campaign(const AccessReview& review, const std::vector<RuleOutcome>& outcomes, const LastCampaign* last) {
  FrozenCampaign frozen;
  frozen.withdrawal_days = review.policy.withdrawal_days;
  for (const auto& account : review.accounts.accounts)
    if (account.state != AccountState::closed) frozen.lines.push_back(line_of(account, frozen.lines.size() + 1));
  const LineSubjects subjects{frozen.lines};
  for (const auto& outcome : outcomes) take_outcome(frozen, subjects, outcome);
  if (last) compare_all(frozen, *last);
  return frozen;
}

std::int64_t finding_count(const FrozenCampaign& frozen) {
  std::int64_t count = 0;
  for (const auto& rule : frozen.rules) count += rule.findings;
  return count;
}

CampaignComparison compare_with_last(const FrozenCampaign& frozen) {
  CampaignComparison comparison{{}, {}, {}, frozen.gone};
  for (const auto& line : frozen.lines) {
    if (line.differences.empty()) continue;
    const auto& first = line.differences.front();
    (first == not_withdrawn ? comparison.not_withdrawn : first == of_new_account ? comparison.new_accounts : comparison.changed).push_back(line.number);
  }
  return comparison;
}

} // namespace hdskit
