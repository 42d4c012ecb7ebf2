#include "toolkit/requirements/scope_questions.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

template <typename Entry> const Entry* by_id(const std::vector<Entry>& entries, std::string_view id) {
  const auto wanted = folded(id);
  const auto found = std::ranges::find_if(entries, [&](const Entry& entry) { return folded(entry.id) == wanted; });
  return found == entries.end() ? nullptr : &*found;
}

} // namespace

std::span<const Choice> choices_of(ScopeAnswer) {
  static constexpr Choice choices[] = {{"yes", marked("yes")}, {"no", marked("no")}, {"unknown", marked("not known")}};
  return choices;
}

std::span<const Choice> choices_of(ScopeVerdict) {
  static constexpr Choice choices[] = {{"required", marked("concerned")},
                                       {"exempt", marked("not concerned")},
                                       {"other_regime", marked("under another regime")},
                                       {"unclear", marked("to be clarified")}};
  return choices;
}

const ScopeLead& ScopeQuestion::lead(ScopeAnswer answer) const {
  if (answer == ScopeAnswer::yes) return yes;
  return answer == ScopeAnswer::no ? no : unknown;
}

const ScopeQuestion* ScopeQuestions::find_question(std::string_view question) const { return by_id(questions, question); }
const ScopeOutcome* ScopeQuestions::find_outcome(std::string_view outcome) const { return by_id(outcomes, outcome); }
const Article* ScopeQuestions::find_article(std::string_view article) const { return by_id(articles, article); }

ScopeWalk walk(const ScopeQuestions& questions, const ScopeAnswers& answers) {
  ScopeAnswers known;
  for (const auto& [question, answer] : answers) known.emplace(folded(question), answer);
  ScopeWalk walk;
  walk.next = questions.find_question(questions.first);
  while (walk.next) {
    const auto answer = known.extract(folded(walk.next->id)); // taken out: no circle could be walked twice
    if (answer.empty()) return walk;
    const auto& lead = walk.next->lead(answer.mapped());
    walk.path.push_back({walk.next, answer.mapped()});
    walk.outcome = questions.find_outcome(lead.outcome);
    walk.next = questions.find_question(lead.question);
  }
  return walk;
}

} // namespace hdskit
