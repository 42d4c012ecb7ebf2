#include "toolkit/backup/judge_restore.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace hdskit;
using namespace std::chrono_literals;
using testing::HasSubstr;

namespace {

Instant at(const char* text) { return *Instant::parse(text); }
const Instant noon = at("2026-11-22T12:00:00Z");

BackupPoint point(const char* begun, const char* ended = nullptr) {
  BackupPoint result;
  result.id = begun;
  result.begun = at(begun);
  if (ended) result.ended = at(ended);
  return result;
}

ComparisonTotals ten_same() {
  ComparisonTotals totals;
  totals.expected = totals.found = totals.same = 10;
  totals.contents_compared = 9;
  return totals;
}

/// A restore to which nothing is to be said.
RestoreReport clean() {
  RestoreReport report;
  report.started = noon;
  report.point = point("2026-11-22T02:00:00Z");
  report.rpo_point = 10h;
  report.restored_files = 9;
  report.restored_bytes = 900;
  report.restore_time = 60s;
  report.reference = ReferenceKind::manifest;
  report.comparison = ten_same();
  return report;
}

RestoreReport judged(RestoreReport report, const std::string& broken = "") {
  judge_restore(report, broken);
  return report;
}

void expect(const RestoreReport& report, RunVerdict verdict, const std::string& reason, ProofLevel level) {
  EXPECT_EQ(report.verdict, verdict) << report.reason;
  EXPECT_EQ(report.reason, reason);
  EXPECT_EQ(report.level, level);
  EXPECT_FALSE(report.sentences.empty());
}

void set(ComparisonTotals& totals, Aspect aspect, std::uint64_t count) { totals.by_aspect[static_cast<std::size_t>(aspect)] = count; }

} // namespace

TEST(JudgeRestore, a_clean_restore_is_proven) { expect(judged(clean()), RunVerdict::proven, "proven", ProofLevel::compared); }

TEST(JudgeRestore, without_reference_a_restore_is_proven_to_a_lower_level) {
  auto report = clean();
  report.reference = ReferenceKind::none;
  report.comparison.reset();
  expect(judged(report), RunVerdict::proven, "proven_without_reference", ProofLevel::restored);
  report.reference = ReferenceKind::own_digests;
  expect(judged(report), RunVerdict::proven, "proven_without_reference", ProofLevel::restored);
}

TEST(JudgeRestore, a_broken_drill_is_inconclusive_whatever_else_was_found) {
  auto report = clean();
  report.comparison->missing = 3;
  report.objectives.rto = Minutes{0};
  const auto result = judged(report, "The disk is full.");
  expect(result, RunVerdict::inconclusive, "drill_broken", ProofLevel::restored);
  EXPECT_EQ(result.sentences, std::vector<std::string>{"The disk is full."});
}

TEST(JudgeRestore, an_empty_backup_is_never_a_pass) {
  auto report = clean();
  report.restored_files = report.restored_bytes = 0;
  report.comparison = ComparisonTotals{}; // the reference is as empty
  expect(judged(report), RunVerdict::difference, "nothing_restored", ProofLevel::listed);
  report.comparison.reset();
  report.reference = ReferenceKind::none;
  expect(judged(report), RunVerdict::difference, "nothing_restored", ProofLevel::listed);
}

TEST(JudgeRestore, a_source_without_backup_is_a_difference) {
  RestoreReport report;
  report.started = noon;
  expect(judged(report), RunVerdict::difference, "no_backup", ProofLevel::none);
}

TEST(JudgeRestore, what_a_tool_says_of_damage_comes_first) {
  auto report = clean();
  report.checks.push_back({"pg_verifybackup", false, 1, "A file differs from the backup manifest.", true});
  report.comparison->missing = 1;
  const auto result = judged(report);
  expect(result, RunVerdict::difference, "damaged", ProofLevel::restored);
  EXPECT_EQ(result.sentences.front(), "A file differs from the backup manifest.");
  EXPECT_EQ(result.sentences.size(), 2u);
}

TEST(JudgeRestore, a_remark_of_a_tool_is_told_and_does_not_decide) {
  auto report = clean();
  report.checks.push_back({"orphan", false, 0, "A remark.", false});
  const auto result = judged(report);
  EXPECT_EQ(result.verdict, RunVerdict::proven);
  EXPECT_THAT(result.sentences, testing::Contains("A remark."));
}

TEST(JudgeRestore, each_kind_of_difference_has_its_reason) {
  const auto with = [](auto change) {
    auto report = clean();
    change(*report.comparison);
    return judged(report);
  };
  expect(with([](auto& totals) {
           totals.changed = 1;
           set(totals, Aspect::content, 1);
         }),
         RunVerdict::difference, "content_differs", ProofLevel::restored);
  expect(with([](auto& totals) { totals.truncated = 1; }), RunVerdict::difference, "content_differs", ProofLevel::restored);
  expect(with([](auto& totals) { totals.missing = 1; }), RunVerdict::difference, "missing_files", ProofLevel::restored);
  expect(with([](auto& totals) { totals.extra = 1; }), RunVerdict::difference, "extra_files", ProofLevel::restored);
  expect(with([](auto& totals) { totals.unreadable = 1; }), RunVerdict::difference, "unreadable", ProofLevel::restored);
  expect(with([](auto& totals) {
           totals.changed = 2;
           set(totals, Aspect::mode, 1);
           set(totals, Aspect::acl, 2);
         }),
         RunVerdict::difference, "attributes_lost", ProofLevel::restored);
}

TEST(JudgeRestore, attributes_that_do_not_count_leave_a_restore_proven) {
  auto report = clean();
  report.comparison->noted = 10;
  report.comparison->noted_by_aspect[static_cast<std::size_t>(Aspect::sparse)] = 10;
  report.comparison->explained = report.comparison->contents_differ = 4;
  EXPECT_EQ(judged(report).reason, "proven");
}

TEST(JudgeRestore, a_check_of_the_application_decides_and_lifts_the_level) {
  auto report = clean();
  report.checks.push_back({"check_command", true, 0, "", true});
  expect(judged(report), RunVerdict::proven, "proven", ProofLevel::accepted);
  report.checks.back() = {"check_query", false, 1, "", true};
  expect(judged(report), RunVerdict::difference, "check_failed", ProofLevel::compared);
}

TEST(JudgeRestore, a_service_that_started_is_more_than_a_copy) {
  auto report = clean();
  report.phases.push_back({"start_service", 3s, true});
  EXPECT_EQ(judged(report).level, ProofLevel::opened);
  report = clean();
  report.checks.push_back({"integrity_check", true, 0, "", true});
  EXPECT_EQ(judged(report).level, ProofLevel::opened);
}

TEST(JudgeRestore, a_grave_suspicion_does_not_stand_beside_a_pass) {
  auto report = clean();
  report.suspicions.push_back({SuspicionKind::scrambled_files, "Half of the files became random.", true});
  expect(judged(report), RunVerdict::difference, "suspicious", ProofLevel::compared);
  report.suspicions.back().grave = false;
  const auto result = judged(report);
  EXPECT_EQ(result.reason, "proven");
  EXPECT_THAT(result.sentences, testing::Contains("Half of the files became random."));
}

TEST(JudgeRestore, objectives_are_missed_by_a_minute_and_kept_to_the_minute) {
  auto report = clean();
  report.objectives.rto = Minutes{1};
  EXPECT_EQ(judged(report).reason, "proven");
  report.restore_time = 60001ms;
  expect(judged(report), RunVerdict::objective_missed, "rto_missed", ProofLevel::compared);
  report = clean();
  report.objectives.rpo = Minutes{600};
  EXPECT_EQ(judged(report).reason, "proven");
  report.rpo_point = 10h + 1s;
  expect(judged(report), RunVerdict::objective_missed, "rpo_missed", ProofLevel::compared);
}

TEST(JudgeRestore, an_age_that_nobody_knows_keeps_no_promise) {
  auto report = clean();
  report.objectives.rpo = Minutes{1440};
  report.rpo_point.reset();
  EXPECT_EQ(judged(report).reason, "rpo_missed");
  report = clean();
  report.objectives.rpo = Minutes{1440};
  report.point = point("2026-11-23T12:00:00Z"); // a clock was stepped back
  report.rpo_point = -24h;
  EXPECT_EQ(judged(report).reason, "rpo_missed");
}

TEST(JudgeRestore, a_hole_among_the_backups_misses_the_objective_though_the_newest_is_fresh) {
  auto report = clean();
  report.objectives.rpo = Minutes{24 * 60};
  report.inventory.worst_gap = 72h;
  report.inventory.worst_gap_begins = at("2026-10-20T02:00:00Z");
  const auto result = judged(report);
  expect(result, RunVerdict::objective_missed, "gap_in_backups", ProofLevel::compared);
  EXPECT_THAT(result.sentences.front(), HasSubstr("20 October 2026"));
  report.inventory.worst_gap = 26h; // backups are never to the minute
  EXPECT_EQ(judged(report).reason, "proven");
  report.inventory.gaps = 1;
  EXPECT_EQ(judged(report).reason, "gap_in_backups");
}

TEST(JudgeRestore, a_difference_is_told_before_a_missed_objective_and_both_are) {
  auto report = clean();
  report.comparison->missing = 1;
  report.objectives.rto = Minutes{0};
  const auto result = judged(report);
  EXPECT_EQ(result.reason, "missing_files");
  EXPECT_EQ(result.sentences.size(), 2u);
}

TEST(AchievedRpo, is_the_worst_of_the_ages) {
  auto report = clean();
  report.comparison.reset();
  report.rpo_file = 30h;
  EXPECT_EQ(achieved_rpo(report), 30h);
  report.rpo_datum = 40h; // a heartbeat that stopped, though files are fresh
  EXPECT_EQ(achieved_rpo(report), 40h);
  report.rpo_datum = 5h;
  EXPECT_EQ(achieved_rpo(report), 10h);
}

TEST(AchievedRpo, of_a_quiet_source_that_came_back_whole_is_the_age_of_its_backup) {
  auto report = clean();
  report.rpo_file = 30h;
  EXPECT_EQ(achieved_rpo(report), 10h);
  report.comparison->missing = 1;
  EXPECT_EQ(achieved_rpo(report), 30h);
}

TEST(TakeInventory, finds_the_worst_gap_wherever_it_lies) {
  const auto inventory = take_inventory(
      {point("2026-11-22T02:00:00Z"), point("2026-11-18T02:00:00Z"), point("2026-11-21T02:00:00Z"), point("2026-11-17T02:00:00Z")}, Minutes{24 * 60}, noon);
  EXPECT_EQ(inventory.points, 4u);
  EXPECT_EQ(inventory.newest->id, "2026-11-22T02:00:00Z");
  EXPECT_EQ(inventory.oldest->id, "2026-11-17T02:00:00Z");
  EXPECT_EQ(inventory.worst_gap, 72h);
  EXPECT_EQ(inventory.worst_gap_begins, at("2026-11-18T02:00:00Z"));
  EXPECT_EQ(inventory.gaps, 1u);
}

TEST(TakeInventory, counts_the_time_until_the_test) {
  const auto inventory = take_inventory({point("2026-11-19T12:00:00Z"), point("2026-11-18T12:00:00Z")}, Minutes{24 * 60}, noon);
  EXPECT_EQ(inventory.worst_gap, 72h);
  EXPECT_EQ(inventory.gaps, 1u);
}

TEST(TakeInventory, counts_how_long_the_next_backup_took) {
  const auto inventory = take_inventory({point("2026-11-21T12:00:00Z"), point("2026-11-22T10:00:00Z", "2026-11-22T11:30:00Z")}, Minutes{22 * 60}, noon);
  EXPECT_EQ(inventory.worst_gap, 23h + 30min);
  EXPECT_EQ(inventory.gaps, 0u);
}

TEST(TakeInventory, forgets_gaps_older_than_ninety_days) {
  const auto inventory = take_inventory({point("2026-01-01T12:00:00Z"), point("2026-03-01T12:00:00Z"), point("2026-11-22T11:00:00Z")}, {}, noon);
  EXPECT_EQ(inventory.worst_gap_begins, at("2026-03-01T12:00:00Z"));
  const auto recent =
      take_inventory({point("2025-01-01T12:00:00Z"), point("2026-08-01T12:00:00Z"), point("2026-11-21T12:00:00Z")}, {}, at("2027-02-01T12:00:00Z"));
  EXPECT_EQ(recent.worst_gap, at("2026-11-21T12:00:00Z").seconds() - at("2026-08-01T12:00:00Z").seconds());
}

TEST(TakeInventory, says_which_backups_are_dated_in_the_future) {
  const auto inventory = take_inventory({point("2026-11-21T12:00:00Z"), point("2026-11-25T12:00:00Z"), point("2026-11-22T12:05:00Z")}, {}, noon);
  EXPECT_EQ(inventory.in_future, 1u);
  EXPECT_EQ(inventory.newest->id, "2026-11-22T12:05:00Z"); // clocks of two machines differ by minutes
  EXPECT_EQ(inventory.worst_gap, 24h + 5min);
}

TEST(TakeInventory, of_nothing_is_empty) {
  const auto inventory = take_inventory({}, Minutes{60}, noon);
  EXPECT_EQ(inventory.points, 0u);
  EXPECT_FALSE(inventory.newest || inventory.oldest || inventory.worst_gap);
  const auto undated = take_inventory({BackupPoint{"a", {}, {}, {}, "", false}}, Minutes{60}, noon);
  EXPECT_EQ(undated.newest->id, "a");
  EXPECT_FALSE(undated.worst_gap);
}

TEST(LimitsOfProof, name_what_a_test_leaves_open) {
  auto report = clean();
  report.checks.push_back({"check_command", true, 0, "", true});
  EXPECT_THAT(limits_of(report), testing::IsEmpty());
  report.reference = ReferenceKind::own_digests;
  report.complete = false;
  report.sampled_files = 298;
  report.population = 200000;
  report.bad_share_at_most = 0.009999;
  report.not_comparable = {"acl"};
  report.point->dated_by_file = true;
  report.inventory.in_future = 2;
  report.objectives.rpo = Minutes{60};
  report.checks.clear();
  report.source_untouched = false;
  const auto limits = limits_of(report);
  EXPECT_EQ(limits.size(), 8u);
  EXPECT_THAT(limits, testing::Contains(HasSubstr("at most 1.00 %")));
}
