#include "toolkit/dossier/chapter.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <algorithm>

namespace hdskit {
namespace {

bool holds(const Checklist& checklist, std::string_view form) { return std::ranges::find(checklist.forms, form, &Form::id) != checklist.forms.end(); }

/// A checklist that a hospital made of the agrément's: it has some of its forms, and is not one that comes with the program.
bool is_made_of_the_agrement(const Checklist& checklist) {
  const auto shipped = shipped_checklist_ids();
  if (std::ranges::find(shipped, checklist.id) != shipped.end()) return false;
  return std::ranges::any_of(all_chapters(), [&](const Chapter* chapter) { return !chapter->form.empty() && holds(checklist, chapter->form); });
}

} // namespace

bool is_present(const Chapter& chapter, const ChapterInput& input) {
  const auto& checklist = input.facts.checklist;
  if (!chapter.form.empty() && !holds(checklist, chapter.form) && !is_made_of_the_agrement(checklist)) return false;
  return !chapter.present || chapter.present(input);
}

} // namespace hdskit
