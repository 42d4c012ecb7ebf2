#include "tests/risk/study_workspace.hpp"
#include "toolkit/risk/scale_change.hpp"
#include "toolkit/risk/study_json.hpp"
#include "toolkit/workspace/journal_reversal.hpp"

using namespace hdskit;
using namespace tests;

namespace {

class AppliedScale : public StudyWorkspace {};
INSTANTIATE_ON_BOTH_ENGINES(AppliedScale);

TEST_P(AppliedScale, rewrites_grades_in_one_change_that_can_be_taken_back) {
  add_small_study();
  const auto before = study_text(read_study(workspace_));
  const auto preview = preview_scale(read_study(workspace_), shipped_scale("five-by-five"));
  EXPECT_TRUE(preview.regrades);
  const auto span = change_and_note(workspace_, acting(), [&](Change& change) { apply_scale(change, preview); });
  EXPECT_EQ(workspace_scale(workspace_), preview.to);
  EXPECT_EQ(study_text(read_study(workspace_)), study_text(preview.after));
  EXPECT_EQ(value("risk", "R1", "gravity"), "5");
  expect_sound();
  workspace_.change(acting(), [&](Change& change) { revert_changes(change, span); });
  EXPECT_EQ(study_text(read_study(workspace_)), before);
}

TEST_P(AppliedScale, is_refused_once_the_study_has_changed) {
  add_small_study();
  const auto preview = preview_scale(read_study(workspace_), shipped_scale("pgssi-s-4x4"));
  edit("risk", "R1", {{"likelihood", "1"}});
  EXPECT_EQ(refusal([&] { workspace_.change(acting(), [&](Change& change) { apply_scale(change, preview); }); }).kind(), ProblemKind::refused);
  EXPECT_EQ(workspace_scale(workspace_), preview.from);
}

} // namespace
