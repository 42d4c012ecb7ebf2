#include "toolkit/base/text.hpp"
#include "toolkit/continuity/exercise_programme.hpp"
#include "toolkit/dossier/backup_chapter.hpp"
#include "toolkit/dossier/continuity_chapter.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/dossier/restore_figures.hpp"
#include "toolkit/dossier/restore_words.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/page/style.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

std::optional<Date> day_of(const RestoreRun& run) {
  const auto started = Instant::parse(run.started);
  return started ? std::optional{started->utc_date()} : std::nullopt;
}

std::string measured(const std::optional<std::int64_t>& seconds) { return seconds ? seconds_text(*seconds) : "–"; }

bool is_late(const std::optional<std::int64_t>& seconds, const std::optional<Minutes>& promised) {
  return seconds && promised && *seconds > promised->count * 60;
}

Words run_words(const ChapterInput& input, const RestoreRun& run, std::size_t rank) {
  Words words;
  words.set("rank", french_number(static_cast<std::int64_t>(rank)))
      .set("reference", run.reference)
      .set("source", run.source)
      .set("day_text", short_date(day_of(run)))
      .set("verdict_text", std::string{verdict_sign(run.verdict)} + " " + verdict_word(run.verdict))
      .set("reason_text", restore_reason_text(run.reason))
      .set("level_text", proof_level_text(run.level).substr(0, 2))
      .set("restore_text", measured(run.restore_seconds))
      .set("age_text", measured(run.rpo_seconds))
      .set("differences_text", french_number(run.differences))
      .set("machine", or_dash(run.machine))
      .set("link", run.digest.substr(0, 16))
      .set("document", run.evidence.empty() ? "–" : document_link(input, run.evidence))
      .flag("restore_late", is_late(run.restore_seconds, run.rto))
      .flag("age_late", is_late(run.rpo_seconds, run.rpo))
      .flag("proven", run.verdict == RunVerdict::proven);
  return words;
}

/// The next proven test of the same source: what became of a failure.
const RestoreRun* proof_after(const std::vector<RestoreRun>& runs, const RestoreRun& failed) {
  const RestoreRun* proof = nullptr;
  for (const auto& run : runs)
    if (run.verdict == RunVerdict::proven && run.started > failed.started && reference_key(run.source) == reference_key(failed.source) &&
        (!proof || run.started < proof->started))
      proof = &run;
  return proof;
}

Words failure_words(const ChapterInput& input, const RestoreRun& run, std::size_t rank) {
  const auto* proof = proof_after(input.facts.backups.runs, run);
  return run_words(input, run, rank)
      .set("action_text", restore_action_text(run.reason))
      .flag("followed", proof != nullptr)
      .set("followed_text", proof ? proof->reference + ", le " + date_text(day_of(*proof)) : "");
}

/// One figure per source that was restored at least once.
void add_trends(Words& words, const ChapterInput& input) {
  Words::List rows;
  std::vector<std::string> drawn;
  for (const auto& run : input.facts.backups.runs) {
    const auto key = reference_key(run.source);
    if (std::ranges::find(drawn, key) != drawn.end()) continue;
    drawn.push_back(key);
    auto figure = page::draw_trend(restore_trend(run.source, input.facts.backups.runs), page::Style{}.text_width());
    if (figure.drawing.shapes.empty()) continue;
    const auto name = "tendance-" + std::to_string(rows.size() + 1);
    words.draw(name, {std::move(figure.drawing), std::move(figure.alternative), {}});
    rows.push_back(Words{}.set("figure", name).set("source", run.source));
  }
  const bool any = !rows.empty();
  words.flag("has_trends", any).list("trends", std::move(rows));
}

Words::List fault_rows(const ChainState& chain) {
  Words::List rows;
  for (const auto& fault : chain.faults) rows.push_back(Words{}.set("fault", fault));
  return rows;
}

} // namespace

Words test_words(const ChapterInput& input) {
  const auto& runs = input.facts.backups.runs;
  const auto& chain = input.facts.backup_chain;
  const auto year_ago = months_before(input.day, months_until_unproven);
  Words::List tests, failures;
  std::int64_t counts[4] = {};
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const auto day = day_of(runs[i]);
    if (day && *day <= year_ago) continue; // one without a day is told: nothing is left out for what it lacks
    ++counts[static_cast<std::size_t>(runs[i].verdict)];
    tests.push_back(run_words(input, runs[i], i + 1));
    if (runs[i].verdict != RunVerdict::proven) failures.push_back(failure_words(input, runs[i], i + 1));
  }
  const auto year_count = static_cast<std::int64_t>(tests.size()), all = static_cast<std::int64_t>(runs.size());
  const bool any = !tests.empty(), any_failure = !failures.empty();
  Words words;
  words.set("test_count", french_number(year_count))
      .set("proven_count", french_number(counts[0]))
      .set("difference_count", french_number(counts[1]))
      .set("missed_count", french_number(counts[2]))
      .set("inconclusive_count", french_number(counts[3]))
      .set("earlier_count", french_number(all - year_count))
      .set("all_count", french_number(all))
      .set("chain_head", or_dash(chain.head))
      .flag("chain_holds", chain.faults.empty())
      .list("chain_faults", fault_rows(chain))
      .flag("has_tests", any)
      .list("tests", std::move(tests))
      .flag("has_failures", any_failure)
      .list("failures", std::move(failures));
  add_trends(words, input);
  return words;
}

} // namespace hdskit::chapters
