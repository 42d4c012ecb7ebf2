#include "toolkit/dossier/dossier_status.hpp"

#include "tests/dossier/sample_input.hpp"

#include <gmock/gmock.h>

#include <set>

using namespace hdskit;
using tests::complete_input;
using tests::sample_day;

TEST(DossierStatus, counts_items_whose_linked_document_has_expired) {
  auto input = complete_input();
  input.evidence[0].valid_until = sample_day();
  EXPECT_EQ(dossier_status(input, {}, sample_day()).summary.expired, 0);
  const auto status = dossier_status(input, {}, sample_day().plus_days(1));
  EXPECT_EQ(status.summary.expired, 1);
  EXPECT_EQ(status.summary.obligations.at(0).expired, 1);
  EXPECT_EQ(status.summary.forms.at(0).expired, 1);
  EXPECT_EQ(status.summary.forms.at(1).expired, 0);
}

TEST(DossierStatus, names_the_gravest_gaps_first) {
  auto input = complete_input();
  input.evidence[0].requirements.clear();
  input.answers[1].statement.clear();
  input.organisation.sites.clear();
  std::vector<GapKind> kinds;
  for (const auto& gap : dossier_status(input, {}, sample_day()).gaps) kinds.push_back(gap.kind);
  EXPECT_THAT(kinds, testing::ElementsAre(GapKind::identity_missing, GapKind::evidence_missing, GapKind::statement_empty));
}

TEST(DossierStatus, ranks_every_kind_of_gap) {
  std::set<int> ranks;
  for (int kind = 0; kind <= static_cast<int>(GapKind::withdrawal_late); ++kind) ranks.insert(rank_of(static_cast<GapKind>(kind)));
  EXPECT_EQ(ranks.size(), 18u);
  EXPECT_EQ(*ranks.rbegin(), 17);
}

TEST(DossierStatus, looks_ahead_as_far_as_wanted_and_keeps_what_is_overdue) {
  auto input = complete_input();
  input.evidence[0].next_test = sample_day().plus_days(-20);
  input.evidence[0].valid_until = sample_day().plus_days(90);
  const auto status = dossier_status(input, {}, sample_day());
  EXPECT_EQ(due_within(status, 90).size(), 2u);
  EXPECT_EQ(due_within(status, 89).size(), 1u);
  EXPECT_TRUE(due_within(status, 0).at(0).overdue);
}

TEST(DossierStatus, counts_all_changes_and_shows_the_newest_first) {
  std::vector<JournalEntry> journal;
  for (std::int64_t number = 1; number <= 50; ++number) journal.push_back({.number = number});
  const auto status = dossier_status(complete_input(), journal, sample_day());
  EXPECT_EQ(status.changes, 50);
  ASSERT_EQ(status.latest_changes.size(), status_changes_shown);
  EXPECT_EQ(status.latest_changes.front().number, 50);
  EXPECT_EQ(dossier_status(complete_input(), {}, sample_day()).latest_changes.size(), 0u);
}
