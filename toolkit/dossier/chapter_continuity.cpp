#include "toolkit/dossier/continuity_chapter.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/dossier/continuity_words.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/page/markdown.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

bool has_plan(const ChapterInput& input, PlanKind kind) {
  return std::ranges::any_of(input.facts.continuity.plans, [&](const ContinuityPlan& plan) { return plan.kind == kind; });
}

/// The plan's own document, where it is an annex.
Words with_documents(const ChapterInput& input, PlanKind kind) {
  Words::List documents;
  for (const auto& plan : input.facts.continuity.plans)
    if (plan.kind == kind && !trimmed(plan.evidence).empty())
      documents.push_back(Words{}.set("plan_title", plan.title).set("document", document_link(input, plan.evidence)));
  const bool any = !documents.empty();
  return plan_words(input.facts.continuity, kind).flag("has_documents", any).list("documents", std::move(documents));
}

Words gather_continuity(const ChapterInput& input) {
  return with_documents(input, PlanKind::continuity).add(analysis_words(input)).add(chain_words(input)).add(exercise_words(input)).add(care_words(input));
}

Words gather_recovery(const ChapterInput& input) { return with_documents(input, PlanKind::recovery).add(recovery_words(input)); }

} // namespace

std::string document_link(const ChapterInput& input, const std::string& code) {
  const auto wanted = folded(trimmed(code));
  for (const auto& annex : input.annexes)
    if (folded(annex.evidence->code) == wanted) return annex_link(input, annex);
  return page::escaped_for_markdown(code);
}

extern const Chapter continuity, recovery;
const Chapter continuity{
    .id = "continuite",
    .sentence = "Impact analysis, objectives, chains that break a promise, continuity plans, exercises, CaRE programme.",
    .gather = gather_continuity,
    .present = [](const ChapterInput& input) { return !input.facts.continuity.activities.empty() || has_plan(input, PlanKind::continuity); }};
const Chapter recovery{.id = "reprise",
                       .sentence = "Services promised, planned and achieved, restore order, backups, recovery plans.",
                       .gather = gather_recovery,
                       .present = [](const ChapterInput& input) { return has_plan(input, PlanKind::recovery); }};

} // namespace hdskit::chapters
