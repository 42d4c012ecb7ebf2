#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/scale_change.hpp"
#include "toolkit/risk/study_json.hpp"
#include "toolkit/risk/study_merge.hpp"
#include "toolkit/risk/study_store.hpp"

namespace hdskit {

void apply_scale(Change& change, const ScaleChange& previewed) {
  const auto now = read_study(change.workspace());
  const auto again = preview_scale(now, previewed.to);
  if (!(now.scale == previewed.from) || study_text(again.after) != study_text(previewed.after))
    throw Problem{ProblemKind::refused, previewed.to.id, tr("The study has changed since this change of scale was shown."),
                  tr("Look at what it would do now, then decide again; nothing was changed.")};
  write_study(change, now, again.after);
}

} // namespace hdskit
