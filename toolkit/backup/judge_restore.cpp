#include "toolkit/backup/judge_restore.hpp"

#include "toolkit/base/duration_text.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

using std::chrono::seconds;

/// One thing that stands against the restore: the word of the reason, and what people read.
struct Charge {
  std::string reason, sentence;
};

std::string count_text(std::uint64_t count) { return french_number(static_cast<std::int64_t>(count)); }

std::string time_text(seconds length) {
  if (length < std::chrono::minutes{1}) return std::to_string(length.count()) + " s";
  return duration_text(Minutes{(length.count() + 59) / 60});
}

std::uint64_t count_of(const ComparisonTotals& totals, AspectSet aspects) {
  std::uint64_t most = 0;
  for (std::size_t i = 0; i < aspect_count; ++i)
    if (aspects.has(static_cast<Aspect>(i))) most = std::max(most, totals.by_aspect[i]);
  return most;
}

constexpr AspectSet content_aspects{Aspect::content, Aspect::size};

std::string names_of(const ComparisonTotals& totals, AspectSet aspects) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < aspect_count; ++i)
    if (aspects.has(static_cast<Aspect>(i)) && totals.by_aspect[i] > 0)
      names.push_back(label_of(static_cast<Aspect>(i)) + " (" + count_text(totals.by_aspect[i]) + ")");
  return joined(names, ", ");
}

void charge_checks(const RestoreReport& report, bool of_application, std::vector<Charge>& charges) {
  for (const auto& check : report.checks)
    if (!check.passed && check.grave && is_application_check(check) == of_application)
      charges.push_back(
          {of_application ? "check_failed" : "damaged",
           check.sentence.empty() ? tr("The check “{1}” did not pass (status {2}).", {check.name, std::to_string(check.status)}) : check.sentence});
}

/// Files that the tool's own digests do not know say nothing about the backup; against every other reference they should not be there.
bool extras_count(const RestoreReport& report) { return report.reference != ReferenceKind::own_digests && report.reference != ReferenceKind::none; }

void charge_comparison(const RestoreReport& report, std::vector<Charge>& charges) {
  if (!report.comparison) return;
  const auto& totals = *report.comparison;
  const auto content = count_of(totals, content_aspects); // what changed in a live tree since is not among them
  if (content + totals.truncated > 0)
    charges.push_back({"content_differs", tr("The content of {1} files is not that of the reference, {2} of them are cut short.",
                                             {count_text(std::max(content, totals.truncated)), count_text(totals.truncated)})});
  if (totals.missing > 0)
    charges.push_back({"missing_files", tr("{1} of {2} entries are missing from the restore.", {count_text(totals.missing), count_text(totals.expected)})});
  if (totals.unreadable > 0) charges.push_back({"unreadable", tr("{1} restored entries cannot be read.", {count_text(totals.unreadable)})});
  if (const auto others = AspectSet::all().without(content_aspects); count_of(totals, others) > 0)
    charges.push_back({"attributes_lost", tr("Entries came back with other attributes: {1}.", {names_of(totals, others)})});
  else if (totals.changed > 0 && content == 0) charges.push_back({"attributes_lost", tr("{1} entries came back changed.", {count_text(totals.changed)})});
  if (totals.extra > 0 && extras_count(report))
    charges.push_back({"extra_files", tr("{1} entries were restored that the reference does not have.", {count_text(totals.extra)})});
}

/// A tree is told by its files, a database may be told by its bytes alone.
bool nothing_restored(const RestoreReport& report) { return report.restored_files == 0 && report.restored_bytes == 0; }

/// In the order in which they weigh: the first one gives the reason.
std::vector<Charge> differences_of(const RestoreReport& report) {
  std::vector<Charge> charges;
  charge_checks(report, false, charges);
  if (!report.point && charges.empty()) return {{"no_backup", tr("The source holds no backup that could be restored.")}};
  if (report.point && nothing_restored(report)) charges.push_back({"nothing_restored", tr("Nothing was restored: an empty backup proves nothing.")});
  charge_comparison(report, charges);
  charge_checks(report, true, charges);
  for (const auto& suspicion : report.suspicions)
    if (suspicion.grave) charges.push_back({"suspicious", suspicion.sentence});
  return charges;
}

void charge_rpo(const RestoreReport& report, std::vector<Charge>& charges) {
  const auto& rpo = report.objectives.rpo;
  if (!rpo) return;
  const auto achieved = achieved_rpo(report);
  if (!achieved)
    charges.push_back({"rpo_missed", tr("The age of the restored data could not be established, so the promised data loss of at most {1} is not proven.",
                                        {duration_text(*rpo)})});
  else if (*achieved > std::chrono::minutes{rpo->count})
    charges.push_back({"rpo_missed", tr("The newest restored data were {1} old; at most {2} are promised.", {time_text(*achieved), duration_text(*rpo)})});
}

/// Backups are never to the minute: a tenth is given, as for the promised period.
bool exceeds(seconds gap, Minutes promised) { return gap > seconds{promised.count * 66}; }

void charge_gaps(const RestoreReport& report, std::vector<Charge>& charges) {
  const auto& inventory = report.inventory;
  if (!inventory.worst_gap) return;
  const bool beyond_rpo = report.objectives.rpo && exceeds(*inventory.worst_gap, *report.objectives.rpo);
  if (inventory.gaps == 0 && !beyond_rpo) return;
  const auto since = inventory.worst_gap_begins ? tr_date(inventory.worst_gap_begins->utc_date()) : std::string{"?"};
  charges.push_back({"gap_in_backups", tr("For {1} from {2} on, no backup of the last 90 days can be restored (a hole, or older backups thinned out).",
                                          {time_text(*inventory.worst_gap), since})});
  if (inventory.gaps > 0) charges.push_back({"gap_in_backups", tr("The promised frequency was not kept {1} times in 90 days.", {count_text(inventory.gaps)})});
}

std::vector<Charge> missed_objectives(const RestoreReport& report) {
  std::vector<Charge> charges;
  const auto& rto = report.objectives.rto;
  if (rto && report.restore_time && *report.restore_time > std::chrono::minutes{rto->count})
    charges.push_back({"rto_missed", tr("The restore took {1}; at most {2} are promised.",
                                        {time_text(std::chrono::duration_cast<seconds>(*report.restore_time)), duration_text(*rto)})});
  charge_rpo(report, charges);
  charge_gaps(report, charges);
  return charges;
}

bool all_passed(const RestoreReport& report, bool of_application) {
  return std::ranges::none_of(report.checks, [&](const auto& check) { return check.grave && !check.passed && is_application_check(check) == of_application; });
}

bool was_opened(const RestoreReport& report) {
  const auto started = std::ranges::any_of(report.phases, [](const auto& phase) { return phase.name == "start_service"; });
  return started || std::ranges::any_of(report.checks, [](const auto& check) { return check.name == "integrity_check" && check.passed; });
}

bool is_independent(ReferenceKind reference) { return reference != ReferenceKind::none && reference != ReferenceKind::own_digests; }

ProofLevel level_of(const RestoreReport& report) {
  if (!report.point) return ProofLevel::none;
  const auto by_tool = std::ranges::any_of(report.checks, [](const auto& check) { return check.passed && !is_application_check(check); });
  if (nothing_restored(report)) return by_tool && all_passed(report, false) ? ProofLevel::read : ProofLevel::listed;
  if (!all_passed(report, false)) return ProofLevel::restored;
  const bool compared = report.comparison && is_independent(report.reference);
  if (compared && report.comparison->differences() > 0) return ProofLevel::restored;
  const bool asked = std::ranges::any_of(report.checks, [](const auto& check) { return is_application_check(check); });
  if (asked && all_passed(report, true)) return ProofLevel::accepted;
  if (was_opened(report)) return ProofLevel::opened;
  return compared ? ProofLevel::compared : ProofLevel::restored;
}

void conclude(RestoreReport& report, RunVerdict verdict, const std::vector<Charge>& charges) {
  report.verdict = verdict;
  report.reason = charges.front().reason;
  for (const auto& charge : charges) report.sentences.push_back(charge.sentence);
}

void conclude_proven(RestoreReport& report) {
  const bool compared = report.comparison && is_independent(report.reference);
  const auto files = count_text(report.restored_files);
  conclude(report, RunVerdict::proven,
           {{compared ? "proven" : "proven_without_reference",
             compared ? tr("{1} files were restored and are the same as the reference.", {files})
                      : tr("{1} files were restored; nothing independent of the backup was there to compare them with.", {files})}});
}

} // namespace

bool is_application_check(const NativeCheck& check) { return check.name.starts_with("check_"); }

void judge_restore(RestoreReport& report, const std::string& broken) {
  report.sentences.clear();
  report.level = level_of(report);
  const auto differences = differences_of(report);
  if (!broken.empty()) conclude(report, RunVerdict::inconclusive, {{"drill_broken", broken}});
  else if (!differences.empty()) conclude(report, RunVerdict::difference, differences);
  else if (const auto missed = missed_objectives(report); !missed.empty()) conclude(report, RunVerdict::objective_missed, missed);
  else conclude_proven(report);
  if (!broken.empty()) return;
  if (report.verdict == RunVerdict::difference) // objectives are told too, they do not decide
    for (const auto& charge : missed_objectives(report)) report.sentences.push_back(charge.sentence);
  for (const auto& suspicion : report.suspicions)
    if (!suspicion.grave) report.sentences.push_back(suspicion.sentence);
  for (const auto& check : report.checks)
    if (!check.passed && !check.grave && !check.sentence.empty()) report.sentences.push_back(check.sentence);
}

std::optional<seconds> achieved_rpo(const RestoreReport& report) {
  if (report.point && report.point->begun && report.started && *report.point->begun > Instant{report.started->seconds() + clock_tolerance}) return {};
  std::optional<seconds> worst;
  const auto consider = [&](const std::optional<seconds>& age) {
    if (age && (!worst || *age > *worst)) worst = age;
  };
  consider(report.rpo_point);
  consider(report.rpo_datum);
  const bool same_as_source = report.comparison && report.comparison->differences() == 0 &&
                              (report.reference == ReferenceKind::manifest || report.reference == ReferenceKind::live_tree);
  if (!worst || (!report.rpo_datum && !same_as_source)) consider(report.rpo_file);
  return worst;
}

} // namespace hdskit
