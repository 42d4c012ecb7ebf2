#include "toolkit/backup/restore_run.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>

namespace hdskit {
namespace {

std::optional<Date> day_of(const RestoreRun& run) {
  const auto instant = Instant::parse(run.started.empty() ? run.ended : run.started);
  return instant ? std::optional{instant->utc_date()} : std::nullopt;
}

/// The runs of one source that count, as they are gone through from the oldest on.
struct Record {
  const RestoreRun* newest = nullptr;
  const RestoreRun* newest_that_concluded = nullptr;
};

Record gather(const BackupSource& source, std::span<const RestoreRun> runs, Date today, SourceStanding& standing) {
  Record record;
  const auto name = reference_key(source.reference);
  for (const auto& run : runs) {
    const auto day = day_of(run);
    if (!day || reference_key(run.source) != name) continue;
    // Results of machines come later than tests that were run after them.
    if (!record.newest || run.started >= record.newest->started) record.newest = &run;
    if (run.verdict == RunVerdict::inconclusive) continue;
    if (!record.newest_that_concluded || run.started >= record.newest_that_concluded->started) record.newest_that_concluded = &run;
    if (run.verdict == RunVerdict::proven && *day <= today.plus_days(1)) standing.last_proof = std::max(standing.last_proof.value_or(*day), *day);
  }
  if (record.newest) {
    standing.last_test = day_of(*record.newest);
    standing.last_verdict = to_field_text(record.newest->verdict);
  }
  return record;
}

std::string failure_of(const RestoreRun& run) {
  const auto day = tr_date(*day_of(run));
  return run.verdict == RunVerdict::difference ? tr("The restore of {1} was not what it should be.", {day})
                                               : tr("The data came back on {1}, but an objective was missed.", {day});
}

std::string sentence_of(const SourceStanding& standing, const Record& record) {
  const auto proof = standing.last_proof ? tr_date(*standing.last_proof) : std::string{};
  const auto next = tr_date(*standing.next_test);
  switch (standing.state) {
    case ProofState::proven: return tr("Proven on {1}; to be tested again by {2}.", {proof, next});
    case ProofState::due_soon: return tr("Proven on {1}; the next test is due by {2}.", {proof, next});
    case ProofState::overdue: return tr("The last proof is of {1} and has not held since {2}.", {proof, next});
    case ProofState::never:
      return record.newest ? tr("Never proven: the test of {1} concluded nothing.", {tr_date(*standing.last_test)})
                           : tr("Never tested: nothing says that it can be restored.");
    case ProofState::failing: {
      const auto failure = failure_of(*record.newest_that_concluded);
      return standing.last_proof ? tr("{1} The last proof is of {2}.", {failure, proof}) : tr("{1} It was never proven.", {failure});
    }
  }
  return {};
}

} // namespace

std::span<const Choice> choices_of(ProofState) {
  static constexpr Choice choices[] = {{"proven", marked("proven")},
                                       {"due_soon", marked("test due soon")},
                                       {"overdue", marked("proof too old")},
                                       {"never", marked("never proven")},
                                       {"failing", marked("failing")}};
  return choices;
}

SourceStanding standing_of_source(const BackupSource& source, std::span<const RestoreRun> runs, Date today, int notice) {
  SourceStanding standing{.source = source.reference};
  const auto record = gather(source, runs, today, standing);
  const auto policy = static_cast<int>(source.test_every.value_or(default_test_days));
  standing.next_test = standing.last_proof ? standing.last_proof->plus_days(policy) : today;
  const auto left = days_between(today, *standing.next_test);
  if (record.newest_that_concluded && record.newest_that_concluded->verdict != RunVerdict::proven) standing.state = ProofState::failing;
  else if (!standing.last_proof) standing.state = ProofState::never;
  else if (left < 0) standing.state = ProofState::overdue;
  else standing.state = left <= std::min(notice, policy / 4) ? ProofState::due_soon : ProofState::proven;
  standing.sentence = sentence_of(standing, record);
  return standing;
}

} // namespace hdskit
