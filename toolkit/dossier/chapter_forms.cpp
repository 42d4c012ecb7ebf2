#include "toolkit/dossier/item_words.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

/// The forms of other regimes, and of the house: those that have no chapter of their own.
std::vector<const Form*> other_forms(const Checklist& checklist) {
  std::vector<const Form*> forms;
  for (const auto& form : checklist.forms)
    if (std::ranges::none_of(all_chapters(), [&](const Chapter* chapter) { return chapter->form == form.id; })) forms.push_back(&form);
  return forms;
}

Words gather(const ChapterInput& input) {
  Words::List forms;
  for (const auto* form : other_forms(input.facts.checklist)) forms.push_back(form_words(input, form->id));
  Words words;
  words.set("regime", input.facts.checklist.title.french).list("forms", std::move(forms));
  return words;
}

} // namespace

extern const Chapter forms;
const Chapter forms{.id = "formulaires",
                    .sentence = "The forms of a regime that have no chapter of their own, with the answers to their items.",
                    .gather = gather,
                    .present = [](const ChapterInput& input) { return !other_forms(input.facts.checklist).empty(); }};

} // namespace hdskit::chapters
