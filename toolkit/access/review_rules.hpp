#pragma once

#include "toolkit/access/review_joins.hpp"

#include <span>

namespace hdskit {

enum class ReviewSeverity { high, medium, low, to_confirm }; ///< to_confirm: the sources alone prove nothing
enum class ReviewState { passed, finding, not_evaluable };
std::string_view word_of(ReviewSeverity severity);
std::string_view word_of(ReviewState state);
std::string label_of(ReviewSeverity severity);
std::string label_of(ReviewState state);
std::string label_of(ReviewSource source);
std::string_view word_of(ReviewSource source);

struct ReviewFinding {
  ReviewSeverity severity;
  std::string subject;  ///< "application/login", or what else is meant
  std::string sentence; ///< for people
  std::string evidence; ///< where it can be seen
};
struct UnjudgedSubject {
  std::string subject, reason;
};

struct ReviewRule;

/// What one rule concluded. It passes only when everything that it speaks of could be judged.
class RuleOutcome {
public:
  explicit RuleOutcome(const ReviewRule& rule) : rule_{&rule} {}
  void find(std::string subject, std::string sentence, std::string evidence);
  void find(ReviewSeverity severity, std::string subject, std::string sentence, std::string evidence);
  void lack(std::string reason);                           ///< an input or a column that it cannot do without
  void leave_out(std::string subject, std::string reason); ///< one subject that it cannot judge

  const ReviewRule& rule() const { return *rule_; }
  ReviewState state() const;
  std::string reason() const; ///< why it is not evaluable, or not whole; "" when all was judged
  const std::vector<ReviewFinding>& findings() const { return findings_; }
  const std::vector<std::string>& lacks() const { return lacks_; }
  std::uint64_t unjudged() const { return unjudged_; }
  const std::vector<UnjudgedSubject>& unjudged_subjects() const { return subjects_; } ///< all of them, as far as they are fewer than most_accounts
  std::span<const UnjudgedSubject> examples() const;                                  ///< the first of them

private:
  const ReviewRule* rule_;
  std::vector<ReviewFinding> findings_;
  std::vector<std::string> lacks_;
  std::vector<UnjudgedSubject> subjects_;
  std::uint64_t unjudged_ = 0;
};

using RuleJudge = void (*)(const AccessReview& review, const ReviewJoins& joins, RuleOutcome& outcome);

struct ReviewRule {
  std::string_view id;
  const char* title;    ///< marked message
  const char* sentence; ///< marked message: what must hold
  ReviewSeverity severity;
  std::vector<ReviewSource> needs;  ///< without one of them nothing can be judged
  std::vector<ReviewSource> helped; ///< without one of them it can find, but not pass
  RuleJudge judge;
};

/// The fifteen rules, in their order.
std::span<const ReviewRule> review_rules();
/// Those that speak of access logs.
std::vector<const ReviewRule*> log_rules();

RuleOutcome judge_rule(const ReviewRule& rule, const AccessReview& review, const ReviewJoins& joins);
std::vector<RuleOutcome> judge_review(const AccessReview& review, const std::vector<const ReviewRule*>& rules);
std::vector<RuleOutcome> judge_review(const AccessReview& review);

/// How many of each source found each other.
struct ReviewCount {
  std::string_view name; ///< stable
  const char* label;     ///< marked message
  std::uint64_t number;
};
std::vector<ReviewCount> review_population(const AccessReview& review);

// The rules, one function each: review_rules_<theme>.cpp
namespace rules {
void strong_means(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void card_ended(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void departed(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void not_in_directory(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void outside_establishment(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void role_mismatch(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void shared_account(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void several_accounts(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void dormant(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void without_owner(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void outside_care_team(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void curious_access(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void e_cps_alone(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void log_completeness(const AccessReview&, const ReviewJoins&, RuleOutcome&);
void annual_review(const AccessReview&, const ReviewJoins&, RuleOutcome&);
} // namespace rules

std::string line_evidence(const Account& account); ///< "line 12 of the accounts"
std::string missing_input(ReviewSource source);
std::string missing_column(const std::string& column, ReviewSource source);

} // namespace hdskit
