#pragma once

#include "gui/presenter/cell.hpp"
#include "gui/presenter/session.hpp"
#include "toolkit/requirements/scope_questions.hpp"

namespace hdskit::gui {

/// The questions on the scope, one at a time.
class ScopeWizard {
public:
  explicit ScopeWizard(ScopeQuestions questions) : questions_{std::move(questions)} {}

  bool ended() const { return walked().outcome != nullptr; }
  bool at_start() const { return path_.empty(); }
  std::string title() const;
  std::string counter() const;         ///< “Question 3”, “Outcome”
  std::string heading() const;         ///< the question, or the outcome
  std::vector<Cell> sentences() const; ///< help, article and how sure we are; reason of the outcome and the answers that led to it

  void answer(ScopeAnswer answer); ///< to the question that is shown
  void back();                     ///< to the question before, its answer forgotten

  /// As a decision on the scope, one step of undo. Throws Problem when there is no outcome.
  void record(Session& session) const;

private:
  ScopeWalk walked() const;
  ScopeQuestions questions_;
  std::vector<std::pair<std::string, ScopeAnswer>> path_; ///< question, in the order asked
};

/// Those that come with the program. Throws Problem.
ScopeWizard scope_wizard(std::string_view id = "hds-scope");

} // namespace hdskit::gui
