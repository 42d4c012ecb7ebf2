#include "toolkit/base/text.hpp"
#include "toolkit/continuity/exercise_programme.hpp"
#include "toolkit/dossier/backup_chapter.hpp"
#include "toolkit/dossier/item_words.hpp"

#include <algorithm>
#include <set>

namespace hdskit::chapters {
namespace {

/// CaRE programme, domain 2, objective 4: a technical test that brought data back, and somebody of the business who judges.
Words care_test_words(const ChapterInput& input) {
  const auto year_ago = months_before(input.day, months_until_unproven);
  std::int64_t proven = 0;
  for (const auto& run : input.facts.backups.runs) {
    const auto started = Instant::parse(run.started);
    proven += run.verdict == RunVerdict::proven && started && started->utc_date() > year_ago && started->utc_date() <= input.day;
  }
  std::set<std::string> referents;
  std::vector<std::string> without;
  for (const auto& source : input.facts.backups.sources)
    if (trimmed(source.referent).empty()) without.push_back(source.reference);
    else referents.insert(source.referent);
  Words words;
  words.flag("care_tested", proven > 0)
      .set("care_proven_count", french_number(proven))
      .flag("care_referent", !referents.empty())
      .set("care_referents", referents.empty() ? "aucun" : joined({referents.begin(), referents.end()}, ", "))
      .flag("has_care_without", !without.empty())
      .set("care_without", joined(without, ", "));
  return words;
}

Words gather_backups(const ChapterInput& input) { return source_words(input).add(test_words(input)).add(care_test_words(input)); }

} // namespace

extern const Chapter backups;
const Chapter backups{.id = "sauvegardes",
                      .sentence =
                          "Backup sources with their last proof, the year's restore tests in full, trends, failures and what followed, CaRE objective 4.",
                      .gather = gather_backups,
                      .present = [](const ChapterInput& input) { return !input.facts.backups.sources.empty() || !input.facts.backups.runs.empty(); }};

} // namespace hdskit::chapters
