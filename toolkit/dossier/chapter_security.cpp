#include "toolkit/dossier/item_words.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

Words gather(const ChapterInput& input) {
  auto words = form_words(input, "P6");
  Words::List objectives;
  for (const auto& service : input.facts.organisation.services)
    objectives.push_back(record_words(service)
                             .set("rto_text", service.rto ? human_duration(service.rto->count) : "–")
                             .set("rpo_text", service.rpo ? human_duration(service.rpo->count) : "–"));
  words.list("services", std::move(objectives))
      .flag("has_risk_map", !input.facts.study.risks.empty())
      .flag("has_recovery_plan", std::ranges::any_of(input.facts.continuity.plans, [](const ContinuityPlan& plan) { return plan.kind == PlanKind::recovery; }));
  return words;
}

} // namespace

extern const Chapter security;
const Chapter security{.id = "p6-securite", .sentence = "Form P6: confidentiality and security policy.", .gather = gather, .present = nullptr, .form = "P6"};

} // namespace hdskit::chapters
