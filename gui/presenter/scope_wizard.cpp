#include "gui/presenter/scope_wizard.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/certification/certification_store.hpp"
#include "toolkit/requirements/scope_reader.hpp"

namespace hdskit::gui {
namespace {

std::string answer_label(ScopeAnswer answer) { return tr(choices_of(answer)[static_cast<std::size_t>(answer)].label); }

void add_article(std::vector<Cell>& lines, const ScopeQuestions& questions, const std::string& id, Confidence confidence) {
  if (const auto* article = questions.find_article(id))
    lines.push_back({tr("{1}, {2}. {3}", {article->label, version_words(*article), sentence_of(confidence)}),
                     confidence == Confidence::high ? Tone::faint : Tone::warning});
}

Tone tone_of(ScopeVerdict verdict) { return verdict == ScopeVerdict::exempt ? Tone::good : verdict == ScopeVerdict::unclear ? Tone::warning : Tone::neutral; }

} // namespace

ScopeWalk ScopeWizard::walked() const {
  ScopeAnswers answers;
  for (const auto& [question, answer] : path_) answers[folded(question)] = answer;
  return walk(questions_, answers);
}

std::string ScopeWizard::title() const { return questions_.title.in_current_language(); }
std::string ScopeWizard::counter() const { return ended() ? tr("Outcome") : tr("Question {1}", {std::to_string(path_.size() + 1)}); }

std::string ScopeWizard::heading() const {
  const auto way = walked();
  if (way.outcome) return way.outcome->title.in_current_language();
  return way.next ? way.next->asks.in_current_language() : "";
}

std::vector<Cell> ScopeWizard::sentences() const {
  const auto way = walked();
  std::vector<Cell> lines;
  if (way.next) {
    lines.push_back({way.next->help.in_current_language()});
    add_article(lines, questions_, way.next->article, way.next->confidence);
  }
  if (!way.outcome) return lines;
  lines.push_back({way.outcome->reason.in_current_language(), tone_of(way.outcome->verdict)});
  add_article(lines, questions_, way.outcome->article, way.outcome->confidence);
  for (const auto& step : way.path) lines.push_back({step.question->asks.in_current_language() + " → " + answer_label(step.answer), Tone::faint});
  return lines;
}

void ScopeWizard::answer(ScopeAnswer answer) {
  if (const auto* next = walked().next) path_.emplace_back(next->id, answer);
}

void ScopeWizard::back() {
  if (!path_.empty()) path_.pop_back();
}

void ScopeWizard::record(Session& session) const {
  const auto way = walked();
  if (!way.outcome)
    throw Problem{ProblemKind::bad_input, questions_.id, tr("The questions have not come to an outcome yet."), tr("Answer the question that is shown.")};
  std::vector<std::string> answers;
  for (const auto& step : way.path) answers.push_back(step.question->id + "=" + to_field_text(step.answer));
  const Assignments assignments{{"questions", questions_.id},          {"answers", joined(answers, "; ")},
                                {"outcome", way.outcome->id},          {"reason", way.outcome->reason.french}, // it goes into a French file
                                {"decided_on", session.today().iso()}, {"decided_by", session.person()}};
  session.change(tr("Decision on the scope"), [&](Change& change) { certification_kind("scope_decision").add(change, assignments); });
}

ScopeWizard scope_wizard(std::string_view id) { return ScopeWizard{scope_of(shipped_scope(id), std::string{id})}; }

} // namespace hdskit::gui
