#pragma once

#include "toolkit/access/review_readers.hpp"
#include "toolkit/access/review_rules.hpp"
#include "toolkit/base/file.hpp"

#include <string>

namespace access_tests {

using namespace hdskit;

/// A fictitious RPPS number: 99700, a rank, and its Luhn key.
inline std::string rpps(int rank) {
  auto digits = "99700" + std::string(5 - std::to_string(rank).size(), '0') + std::to_string(rank);
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 0 && (digit *= 2) > 9) digit -= 9;
    sum += digit;
  }
  return digits + static_cast<char>('0' + (10 - sum % 10) % 10);
}

/// The texts of the inputs of a review; "" leaves one out.
struct Sources {
  std::string accounts, people, cards, directory, logs, stays, decisions, policy, watched = {};
};

inline AccessReview read_sources(const Sources& sources, Date at = *Date::parse("2026-11-22")) {
  const ScratchFolder folder;
  AccessReview review{at};
  review.policy = sources.policy.empty() ? shipped_review_policy() : parse_review_policy(sources.policy, "policy");
  const auto file = [&](const char* name, const std::string& text) {
    write_file(folder.path() / name, text);
    return folder.path() / name;
  };
  if (!sources.accounts.empty()) read_accounts(file("accounts.csv", sources.accounts), review);
  if (!sources.people.empty()) read_people(file("people.csv", sources.people), review);
  if (!sources.cards.empty()) read_card_holders(file("cards.txt", sources.cards), review);
  if (!sources.directory.empty()) read_directory(file("directory.txt", sources.directory), review, {});
  if (!sources.stays.empty()) read_stays(file("stays.csv", sources.stays), review);
  if (!sources.watched.empty()) read_watched(file("watched.csv", sources.watched), review);
  if (!sources.decisions.empty()) read_decisions(file("decisions.csv", sources.decisions), review);
  if (!sources.logs.empty()) read_access_logs({file("logs.csv", sources.logs)}, review, {});
  return review;
}

inline const ReviewRule& rule_named(std::string_view id) {
  for (const auto& rule : review_rules())
    if (rule.id == id) return rule;
  throw std::out_of_range{std::string{id}};
}

inline RuleOutcome judged(std::string_view rule, const Sources& sources) {
  const auto review = read_sources(sources);
  return judge_rule(rule_named(rule), review, ReviewJoins{review});
}

} // namespace access_tests
