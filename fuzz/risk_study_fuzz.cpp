#include "fuzz/answer.hpp"
#include "toolkit/risk/assessment.hpp"
#include "toolkit/risk/likelihood.hpp"
#include "toolkit/risk/lint.hpp"
#include "toolkit/risk/study_json.hpp"
#include "toolkit/risk/study_merge.hpp"
#include "toolkit/risk/version.hpp"

// A whole study from elsewhere. Promises: what is read is written and read back the same; the rules and the linter take any study, even one with circles,
// dangling citations and grades out of scale; a study is the same as itself; what the examination lets pass has no circle.

using namespace hdskit;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto json = fuzz::text_of(bytes, size);
  fuzz::done([&] {
    const auto study = parse_study(json, "foreign.json");
    const auto text = study_text(study);
    fuzz::promise(study_text(parse_study(text, "again.json")) == text, "a study is the same after being written");
    const StudyIndex index{study};
    const auto assessments = assess_risks(index);
    fuzz::promise(assessments.size() == study.risks.size(), "every risk is assessed");
    matrix_of(study.scale, assessments);
    lint(study, *Date::of(2026, 11, 22));
    const bool sound = study_defects(study).empty();
    for (const auto& scenario : study.operational_scenarios) {
      const auto likelihood = likelihood_of(index, scenario);
      fuzz::promise(likelihood.value >= 0, "a likelihood is a grade or none");
      fuzz::promise(!sound || likelihood.cycle.empty(), "a sound study has no circle");
    }
    const auto itself = compare_studies(study, study);
    fuzz::promise(itself.up.empty() && itself.down.empty() && itself.appeared.empty() && itself.gone.empty(), "a study is no other than itself");
    if (sound) fuzz::promise(study_text(merged_study(Study{}, study, true)) == text, "an empty workspace takes a sound study as it is");
  });
  return 0;
}
