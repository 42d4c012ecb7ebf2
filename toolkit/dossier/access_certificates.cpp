#include "toolkit/base/text.hpp"
#include "toolkit/continuity/exercise_programme.hpp"
#include "toolkit/dossier/access_chapter.hpp"
#include "toolkit/dossier/access_gaps.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/dossier/restore_words.hpp"

namespace hdskit::chapters {
namespace {

std::optional<Date> day_of(const std::string& moment) {
  const auto instant = Instant::parse(moment);
  return instant ? std::optional{instant->utc_date()} : std::nullopt;
}

/// In groups of eight, as people compare it.
std::string grouped(const std::string& hex) {
  constexpr std::size_t group = 8;
  std::string text;
  for (std::size_t i = 0; i < hex.size(); i += group) text += (i ? " " : "") + hex.substr(i, group);
  return text;
}

Words::List anchor_rows(const AccessRecords& access) {
  Words::List rows;
  for (const auto& anchor : access.anchors)
    rows.push_back(Words{}
                       .set("reference", anchor.reference)
                       .set("subject", anchor.subject)
                       .set("fingerprint", grouped(anchor.fingerprint))
                       .flag("anchor", anchor.use == AnchorUse::anchor));
  return rows;
}

Words run_words(const PopulationRun& run) {
  Words words;
  words.set("reference", run.reference)
      .set("day_text", short_date(day_of(run.moment)))
      .set("certificates", french_number(run.certificates))
      .set("good", french_number(run.good))
      .set("revoked", french_number(run.revoked))
      .set("expired", french_number(run.expired))
      .set("not_yet_valid", french_number(run.not_yet_valid))
      .set("untrusted", french_number(run.untrusted))
      .set("unknown", french_number(run.unknown))
      .set("expiring", french_number(run.expiring))
      .flag("all_good", run.certificates > 0 && run.good == run.certificates);
  return words;
}

Words::List finding_rows(const PopulationRun* run) {
  Words::List rows;
  if (run)
    for (const auto& finding : run->findings) rows.push_back(Words{}.set("finding", finding));
  return rows;
}

} // namespace

Words certificate_words(const ChapterInput& input) {
  const auto& access = input.facts.access;
  const auto year_ago = months_before(input.day, months_between_reviews);
  Words::List runs;
  const PopulationRun* last = nullptr;
  for (const auto& run : access.population_runs) {
    const auto day = day_of(run.moment);
    if (day && *day > input.day) continue;
    last = &run;
    if (!day || *day >= year_ago) runs.push_back(run_words(run));
  }
  auto anchors = anchor_rows(access);
  auto findings = finding_rows(last);
  const bool any_anchor = !anchors.empty(), any_run = !runs.empty(), any_finding = !findings.empty();
  Words words;
  words.flag("has_anchors", any_anchor)
      .list("anchors", std::move(anchors))
      .set("list_count", french_number(static_cast<std::int64_t>(access.lists.size())))
      .flag("has_runs", any_run)
      .list("runs", std::move(runs))
      .set("last_run", last ? last->reference : "–")
      .set("last_run_day", last ? date_text(day_of(last->moment)) : "–")
      .flag("has_run_findings", any_finding)
      .list("run_findings", std::move(findings));
  return words;
}

} // namespace hdskit::chapters
