#include "gui/presenter/requirements_answer.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr int slots = 10; // beyond, the last draft is written over: nobody leaves ten texts of one item behind

/// All but the first, which is the item.
std::vector<FormField> answer_fields() {
  auto fields = form_fields<Answer>();
  fields.erase(fields.begin());
  return fields;
}

Draft::Texts texts_of(const std::vector<FormField>& fields, const std::vector<std::string>& values) {
  Draft::Texts texts;
  for (std::size_t i = 0; i < fields.size(); ++i) texts[fields[i].name] = values[i];
  return texts;
}

std::vector<std::string> values_of(const std::vector<FormField>& fields, const Draft::Texts& texts, const std::vector<std::string>& otherwise) {
  auto values = otherwise;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (const auto found = texts.find(fields[i].name); found != texts.end()) values[i] = found->second;
  return values;
}

} // namespace

std::vector<std::string> values_of_answer(const Answer* answer) {
  std::vector<std::string> values;
  const Answer unanswered;
  for (const auto& field : Answer::type().fields.subspan(1)) values.push_back(field.get(answer ? *answer : unanswered));
  return values;
}

Answer answer_of_values(const std::string& item, const std::vector<std::string>& values) {
  Answer answer;
  answer.item = item;
  for (std::size_t i = 0; i < values.size(); ++i) Answer::type().fields[i + 1].set(answer, values[i]);
  return answer;
}

AnswerForm::AnswerForm(Session& session, std::filesystem::path drafts)
    : session_{session}, drafts_{std::move(drafts), session.location()}, form_{answer_fields()} {}

void AnswerForm::show(const std::string& item, const std::string& label, const Answer* answer) {
  item_ = item;
  label_ = label;
  known_ = values_of_answer(answer);
  form_.start(known_);
  look_for_drafts();
}

void AnswerForm::follow(const Answer* answer) {
  known_ = values_of_answer(answer);
  form_.follow(known_);
}

bool AnswerForm::excludes() const { return form_.value(applicability) == choices_of(Applicability{})[static_cast<std::size_t>(Applicability::excluded)].word; }

bool AnswerForm::changed_elsewhere() const { return changed() && form_.started() != known_; }

std::string AnswerForm::subject_of(int slot) const { return slot == 0 ? item_ : item_ + "/" + std::to_string(slot); }

void AnswerForm::look_for_drafts() {
  offered_.clear();
  for (int slot = 0; slot < slots; ++slot) {
    auto draft = drafts_.find(subject_of(slot));
    if (!draft) continue;
    const auto typed = values_of(form_.fields(), draft->typed, known_);
    if (typed == known_) drafts_.forget(subject_of(slot)); // it was saved after all
    else offered_.push_back({slot, std::move(*draft)});
  }
  slot_ = free_slot();
}

int AnswerForm::free_slot() const {
  int slot = 0;
  while (slot + 1 < slots && std::ranges::find(offered_, slot, &Offered::slot) != offered_.end()) ++slot;
  return slot;
}

void AnswerForm::keep_draft() {
  if (item_.empty()) return;
  if (!form_.changed()) return drafts_.forget(subject_of(slot_));
  std::vector<std::string> typed;
  for (std::size_t i = 0; i < form_.fields().size(); ++i) typed.push_back(form_.value(i));
  drafts_.keep(subject_of(slot_), {session_.acting().at, texts_of(form_.fields(), typed), texts_of(form_.fields(), form_.started())});
}

const AnswerForm::Offered* AnswerForm::latest_offered() const {
  const auto latest = std::ranges::max_element(offered_, {}, [](const Offered& offered) { return offered.draft.at; });
  return latest == offered_.end() ? nullptr : &*latest;
}

std::string AnswerForm::offered_draft() const {
  const auto* offered = latest_offered();
  return offered ? age_of_draft(offered->draft, session_.acting().at) : "";
}

void AnswerForm::forget_offered(int slot) {
  drafts_.forget(subject_of(slot));
  std::erase_if(offered_, [&](const Offered& offered) { return offered.slot == slot; });
}

void AnswerForm::take_up_draft() {
  const auto* offered = latest_offered();
  if (!offered) return;
  const auto [slot, draft] = *offered;
  if (form_.changed()) {
    keep_draft();
    if (auto typed_since = drafts_.find(subject_of(slot_))) offered_.push_back({slot_, std::move(*typed_since)});
  }
  std::erase_if(offered_, [&](const Offered& one) { return one.slot == slot; });
  slot_ = slot; // its file stays while it is being typed on
  const auto before = values_of(form_.fields(), draft.before, known_);
  form_.start(before);
  const auto typed = values_of(form_.fields(), draft.typed, known_);
  for (std::size_t i = 0; i < typed.size(); ++i)
    if (typed[i] != before[i]) form_.type(i, text_in_control(form_.fields()[i], typed[i]));
  form_.follow(known_);
}

void AnswerForm::let_go_draft() {
  if (const auto* offered = latest_offered()) forget_offered(offered->slot);
}

void AnswerForm::settle_values(const std::vector<std::string>& values) {
  known_ = values;
  form_.start(values);
  drafts_.forget(subject_of(slot_));
}

AnswerForm::Outcome AnswerForm::save(const Checklist& checklist, const Resolve& resolve) {
  if (!changed()) return Outcome::nothing;
  if (const auto fault = form_.first_fault()) {
    form_.tell_all();
    throw Problem{ProblemKind::bad_input, item_, tr("The answer to {1} cannot be saved yet: {2}", {label_, form_.fault(*fault)}),
                  tr("Correct the field “{1}”.", {form_.fields()[*fault].label})};
  }
  auto before = form_.started(), mine = form_.values();
  bool with_theirs = false;
  for (;;) {
    Merge merge;
    std::vector<std::string> theirs;
    session_.change(tr("Answer to {1}", {label_}), [&](Change& change) {
      const auto now = answer_to(change.workspace(), item_);
      theirs = values_of_answer(now ? &*now : nullptr);
      merge = merge_values(before, mine, theirs);
      if (merge.conflicts.empty() && merge.values != theirs) give_answer(change, checklist, answer_of_values(item_, merge.values));
    });
    with_theirs = with_theirs || merge.taken_over;
    if (merge.conflicts.empty()) {
      settle_values(merge.values);
      return with_theirs ? Outcome::saved_with_theirs : Outcome::saved;
    }
    const auto answer = answer_to(session_.workspace(), item_);
    const auto who = answer ? last_change_of(session_.workspace(), Answer::type().kind, answer->id.text()) : std::nullopt;
    const auto decided = resolve(who_and_when(who), merge);
    if (!decided) return Outcome::given_up;
    before = theirs;
    mine = *decided;
  }
}

} // namespace hdskit::gui
