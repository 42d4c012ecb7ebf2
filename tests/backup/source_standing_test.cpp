#include "toolkit/backup/restore_run.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using testing::HasSubstr;

namespace {

const Date today = *Date::of(2026, 11, 22);

RestoreRun run(const char* day, RunVerdict verdict) {
  RestoreRun result;
  result.source = "DPI";
  result.started = std::string{day} + "T02:00:00Z";
  result.verdict = verdict;
  return result;
}

SourceStanding standing(std::initializer_list<RestoreRun> runs, std::optional<std::int64_t> policy = std::nullopt) {
  return standing_of_source({.reference = "DPI", .test_every = policy}, std::vector<RestoreRun>{runs}, today);
}

TEST(SourceStanding, of_a_source_that_was_never_tested) {
  const auto never = standing({});
  EXPECT_EQ(never.state, ProofState::never);
  EXPECT_EQ(never.next_test, today);
  EXPECT_FALSE(never.last_test);
  EXPECT_EQ(standing({run("2026-11-20", RunVerdict::inconclusive)}).state, ProofState::never); // a broken drill proves nothing
}

TEST(SourceStanding, counts_the_policy_from_the_last_proof) {
  EXPECT_EQ(standing({run("2026-10-01", RunVerdict::proven)}).state, ProofState::proven);
  EXPECT_EQ(standing({run("2026-10-01", RunVerdict::proven)}).next_test, Date::of(2027, 10, 1));
  EXPECT_EQ(standing({run("2025-12-01", RunVerdict::proven)}).state, ProofState::due_soon);
  EXPECT_EQ(standing({run("2025-11-22", RunVerdict::proven)}).state, ProofState::due_soon); // the last day
  EXPECT_EQ(standing({run("2025-11-21", RunVerdict::proven)}).state, ProofState::overdue);
  EXPECT_EQ(standing({run("2026-11-15", RunVerdict::proven)}, 7).state, ProofState::due_soon);
  EXPECT_EQ(standing({run("2026-11-14", RunVerdict::proven)}, 7).state, ProofState::overdue);
  EXPECT_EQ(standing({run("2026-11-20", RunVerdict::proven)}, 7).state, ProofState::proven); // a weekly test is not always due soon
}

TEST(SourceStanding, fails_with_the_newest_test_that_concluded) {
  const auto failing = standing({run("2026-11-01", RunVerdict::proven), run("2026-11-08", RunVerdict::difference)});
  EXPECT_EQ(failing.state, ProofState::failing);
  EXPECT_THAT(failing.sentence, HasSubstr("The last proof is of"));
  EXPECT_EQ(standing({run("2026-11-08", RunVerdict::objective_missed)}).state, ProofState::failing);
  // Neither a broken drill nor an old proof clears it; a new proof does.
  EXPECT_EQ(standing({run("2026-11-08", RunVerdict::difference), run("2026-11-15", RunVerdict::inconclusive)}).state, ProofState::failing);
  EXPECT_EQ(standing({run("2026-11-08", RunVerdict::difference), run("2026-11-01", RunVerdict::proven)}).state, ProofState::failing); // imported later
  EXPECT_EQ(standing({run("2026-11-08", RunVerdict::difference), run("2026-11-15", RunVerdict::proven)}).state, ProofState::proven);
}

TEST(SourceStanding, turns_overdue_while_drills_break) {
  const auto late = standing({run("2026-11-01", RunVerdict::proven), run("2026-11-20", RunVerdict::inconclusive)}, 14);
  EXPECT_EQ(late.state, ProofState::overdue);
  EXPECT_EQ(late.last_test, Date::of(2026, 11, 20));
  EXPECT_EQ(late.last_verdict, "inconclusive");
}

TEST(SourceStanding, takes_no_proof_from_the_future_or_of_another_source) {
  EXPECT_EQ(standing({run("2031-01-01", RunVerdict::proven)}).state, ProofState::never);
  auto other = run("2026-11-20", RunVerdict::proven);
  other.source = "PACS";
  EXPECT_EQ(standing({other}).state, ProofState::never);
  other.source = "dpi"; // letter case aside
  EXPECT_EQ(standing({other}).state, ProofState::proven);
}

} // namespace
