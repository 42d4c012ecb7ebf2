#pragma once

#include "gui/presenter/draft_store.hpp"
#include "gui/presenter/merge.hpp"
#include "gui/presenter/session.hpp"
#include "toolkit/requirements/answer_store.hpp"

#include <functional>
#include <string>
#include <vector>

namespace hdskit::gui {

/// The answer to one item while it is being typed: what it started from, the draft of it on the disk, and how it is brought together with what
/// others wrote meanwhile.
class AnswerForm {
public:
  enum Field : std::size_t { state, statement, owner, due, applicability }; ///< of form()

  AnswerForm(Session& session, std::filesystem::path drafts);

  /// Another item. What was typed before is forgotten: save() it, or keep_draft() it, first. `label` names it: "R. 1111-14 2° a)".
  void show(const std::string& item, const std::string& label, const Answer* answer);
  /// The same item at another revision of the workspace: fields that were not touched follow.
  void follow(const Answer* answer);
  /// Goes back to what the workspace says. The draft stays.
  void leave_as_draft() { form_.start(known_); }

  const std::string& item() const { return item_; }
  const std::string& label() const { return label_; }
  Form& form() { return form_; }
  const Form& form() const { return form_; }
  bool changed() const { return !item_.empty() && form_.changed(); }
  bool excludes() const;          ///< what is typed is why the item does not concern the hospital
  bool changed_elsewhere() const; ///< somebody else wrote another answer since the typing began

  /// Writes what is typed to its draft file; removes that file when nothing differs any more. Throws Problem.
  void keep_draft();

  /// When a text was typed and never saved: "5 minutes ago"; "" when there is none.
  std::string offered_draft() const;
  void take_up_draft(); ///< what was typed since becomes a draft itself
  void let_go_draft();

  enum class Outcome { nothing, saved, saved_with_theirs, given_up };
  /// Asks the person about fields that somebody else wrote otherwise meanwhile: all values, or nothing to go on typing.
  using Resolve = std::function<std::optional<std::vector<std::string>>(const std::string& who_and_when, const Merge& merge)>;
  /// One step that undo takes back. Throws Problem (bad_input for a date that is none, not_found, busy, …); all that was typed stays then.
  Outcome save(const Checklist& checklist, const Resolve& resolve);

private:
  struct Offered {
    int slot = 0;
    Draft draft;
  };
  std::string subject_of(int slot) const;
  void look_for_drafts();
  const Offered* latest_offered() const;
  void forget_offered(int slot);
  int free_slot() const;
  void settle_values(const std::vector<std::string>& values);

  Session& session_;
  DraftStore drafts_;
  Form form_;
  std::vector<std::string> known_; ///< what the workspace said last
  std::string item_, label_;
  std::vector<Offered> offered_;
  int slot_ = 0; ///< of the draft of what is being typed: never one that is offered
};

/// Values of the fields of an answer in the order of AnswerForm::Field, and back. nullptr: unanswered.
std::vector<std::string> values_of_answer(const Answer* answer);
Answer answer_of_values(const std::string& item, const std::vector<std::string>& values);

} // namespace hdskit::gui
