#include "toolkit/dossier/chapter.hpp"
#include "toolkit/requirements/checklist_reader.hpp"

#include <algorithm>

namespace hdskit {

bool is_present(const Chapter& chapter, const ChapterInput& input) {
  if (!chapter.form.empty()) {
    const auto& checklist = input.facts.checklist;
    const auto shipped = shipped_checklist_ids();
    const bool holds_form = std::ranges::find(checklist.forms, chapter.form, &Form::id) != checklist.forms.end();
    if (!holds_form && std::ranges::find(shipped, checklist.id) != shipped.end()) return false;
  }
  return !chapter.present || chapter.present(input);
}

} // namespace hdskit
