#include "toolkit/dossier/chapter.hpp"

#include <algorithm>

namespace hdskit {

bool is_present(const Chapter& chapter, const ChapterInput& input) {
  const auto& forms = input.facts.checklist.forms;
  if (!chapter.form.empty() && std::ranges::find(forms, chapter.form, &Form::id) == forms.end()) return false;
  return !chapter.present || chapter.present(input);
}

} // namespace hdskit
