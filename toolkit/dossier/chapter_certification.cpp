#include "toolkit/base/text.hpp"
#include "toolkit/certification/check_certification.hpp"
#include "toolkit/certification/transfer_page.hpp"
#include "toolkit/dossier/continuity_chapter.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/dossier/restore_words.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

std::string document_of(const ChapterInput& input, const std::string& code) { return code.empty() ? "–" : document_link(input, code); }

Words::List scope_rows(const ChapterInput& input) {
  Words::List rows;
  for (const auto& decision : input.facts.certification.scope_decisions)
    rows.push_back(Words{}
                       .set("reference", decision.reference)
                       .set("reason", decision.reason)
                       .set("day_text", short_date(decision.decided_on))
                       .set("decided_by", or_dash(decision.decided_by)));
  return rows;
}

Words::List audit_rows(const ChapterInput& input) {
  Words::List rows;
  for (const auto& audit : input.facts.certification.audits)
    rows.push_back(Words{}
                       .set("reference", audit.reference)
                       .set("stage_text", label_of_choice(audit.stage))
                       .set("day_text", audit.held_on ? short_date(audit.held_on) : "prévu le " + short_date(audit.planned_on))
                       .set("body", or_dash(audit.body))
                       .set("conclusion", or_dash(audit.conclusion))
                       .set("document", document_of(input, audit.evidence)));
  return rows;
}

Words::List nonconformity_rows(const ChapterInput& input) {
  Words::List rows;
  for (const auto& one : input.facts.certification.nonconformities)
    rows.push_back(Words{}
                       .set("reference", one.reference)
                       .set("item", or_dash(one.item))
                       .set("grade_text", label_of_choice(one.grade))
                       .set("finding", one.finding)
                       .set("correction", or_dash(one.correction))
                       .set("owner", or_dash(one.owner))
                       .set("due_text", short_date(due_day(one)))
                       .set("state_text", label_of_choice(one.state))
                       .flag("late", is_late(one, input.day)));
  return rows;
}

Words::List actor_rows(const ChapterInput& input) {
  Words::List rows;
  for (const auto& actor : input.facts.certification.actors) {
    const bool outside = actor.access_outside_eea == YesNo::yes;
    rows.push_back(
        Words{}
            .set("name", actor.name)
            .set("role", actor.role)
            .set("activities", or_dash(joined(actor.activities, ", ")))
            .set("hds_text", label_of_choice(actor.hds_certified) + (actor.certificate_until ? ", jusqu’au " + short_date(actor.certificate_until) : ""))
            .set("secnumcloud_text", label_of_choice(actor.secnumcloud))
            .set("outside_text", outside ? or_dash(actor.country) + ", " + label_of_choice(actor.ground) : label_of_choice(actor.access_outside_eea))
            .set("law_text", label_of_choice(actor.third_country_law))
            .flag("has_measures", !actor.measures.empty())
            .set("measures", actor.measures));
  }
  return rows;
}

Words gather_certification(const ChapterInput& input) {
  auto scope = scope_rows(input), audits = audit_rows(input), nonconformities = nonconformity_rows(input), actors = actor_rows(input);
  const bool any_scope = !scope.empty(), any_audit = !audits.empty(), any_nonconformity = !nonconformities.empty(), any_actor = !actors.empty();
  const auto& all = input.facts.certification.nonconformities;
  const auto open = std::ranges::count_if(all, [](const Nonconformity& one) { return one.state != NonconformityState::closed; });
  Words::List lacking;
  for (const auto& defect : any_actor ? transfer_standing(input.facts.certification.actors).defects : std::vector<std::string>{})
    lacking.push_back(Words{}.set("defect", defect));
  const bool lacks = !lacking.empty();
  Words words;
  words.flag("has_scope", any_scope)
      .list("scope", std::move(scope))
      .flag("has_audits", any_audit)
      .list("audits", std::move(audits))
      .flag("has_nonconformities", any_nonconformity)
      .set("open_count", french_number(open))
      .list("nonconformities", std::move(nonconformities))
      .flag("has_actors", any_actor)
      .list("actors", std::move(actors))
      .flag("lacks", lacks)
      .list("lacking", std::move(lacking));
  return words;
}

bool anything_of(const ChapterInput& input) {
  const auto& all = input.facts.certification;
  return !all.scope_decisions.empty() || !all.audits.empty() || !all.nonconformities.empty() || !all.actors.empty();
}

} // namespace

extern const Chapter certification;
const Chapter certification{.id = "certification",
                            .sentence = "Decision on the scope, audits, non-conformities, guarantees sheet with the actors of the hosting.",
                            .gather = gather_certification,
                            .present = anything_of};

} // namespace hdskit::chapters
