#pragma once

#include "toolkit/base/field.hpp"
#include "toolkit/requirements/checklist.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

enum class ScopeAnswer { yes, no, unknown };
std::span<const Choice> choices_of(ScopeAnswer);

/// What the questions come to for the service under examination.
enum class ScopeVerdict {
  required,     ///< the regime governs it: a certificate is needed
  exempt,       ///< none is needed
  other_regime, ///< none is needed, but another regime or duty governs it
  unclear,      ///< something must be settled before one can say
};
std::span<const Choice> choices_of(ScopeVerdict);

/// Where an answer leads: exactly one of both is set.
struct ScopeLead {
  std::string question, outcome;
};

struct ScopeQuestion {
  std::string id;      ///< stable for ever: answers of hospitals name it
  std::string article; ///< id of the article that it rests on
  Confidence confidence = Confidence::high;
  Bilingual asks, help;
  ScopeLead yes, no, unknown;

  const ScopeLead& lead(ScopeAnswer answer) const;
};

struct ScopeOutcome {
  std::string id;
  ScopeVerdict verdict = ScopeVerdict::unclear;
  std::string article; ///< id of the article that it rests on
  Confidence confidence = Confidence::high;
  std::string checklist; ///< id of the framework that the hospital would then follow; "" for none
  Bilingual title, reason;
};

/// Who is concerned by a regime, as questions that end in an outcome whatever is answered.
struct ScopeQuestions {
  std::string id, version; ///< "hds-scope", "1"
  std::string first;       ///< id of the question to begin with
  Bilingual title, note;
  std::vector<Article> articles;
  std::vector<ScopeQuestion> questions;
  std::vector<ScopeOutcome> outcomes;

  const ScopeQuestion* find_question(std::string_view question) const; ///< letter case aside, as the others
  const ScopeOutcome* find_outcome(std::string_view outcome) const;
  const Article* find_article(std::string_view article) const;
};

/// Answers by id of their question, letter case aside.
using ScopeAnswers = std::map<std::string, ScopeAnswer>;

struct ScopeStep {
  const ScopeQuestion* question;
  ScopeAnswer answer;
};

/// The way that answers take: the questions that were met, in order, and where it ends. Points into the questions.
struct ScopeWalk {
  std::vector<ScopeStep> path;
  const ScopeQuestion* next = nullptr;   ///< met, and not answered yet
  const ScopeOutcome* outcome = nullptr; ///< reached; then there is no next question
};

/// Answers to questions that are not met are passed over: they may come from an earlier walk.
ScopeWalk walk(const ScopeQuestions& questions, const ScopeAnswers& answers);

} // namespace hdskit
