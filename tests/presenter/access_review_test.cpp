#include "gui/presenter/access_review.hpp"

#include "tests/presenter/access_setting.hpp"

#include <gtest/gtest.h>

#include <set>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using tests::decision;
using tests::sample_work;
using tests::shown_column;
using tests::shown_keys;

namespace {

enum Column { decided, account, name, findings, last_year, role, different };

TEST(AccessWork, shows_each_account_with_its_gravest_finding_first) {
  const auto rows = work_rows(sample_work(), WorkFilter::all);
  EXPECT_THAT(shown_column(rows, account), ElementsAre("DPI/aleroy", "DPI/bpetit", "DPI/cmartin", "DPI/dmoreau"));
  const auto cells = rows.cells(1);
  EXPECT_THAT(cells[findings].text, StartsWith("✖"));
  EXPECT_THAT(cells[findings].text, HasSubstr("(2)"));
  EXPECT_EQ(cells[findings].tone, Tone::bad);
  EXPECT_EQ(rows.cells(0)[last_year].text, "keep");
  EXPECT_EQ(rows.cells(1)[last_year].text, "–");
  EXPECT_THAT(rows.cells(3)[different].text, HasSubstr("new"));
}

TEST(AccessWork, is_filtered_by_what_is_left_to_do) {
  auto work = sample_work();
  work.decisions[1] = decision(1, LineDecision::keep);
  work.frozen.lines[2].not_judged = {"departed"};
  EXPECT_THAT(shown_keys(work_rows(work, WorkFilter::undecided)), ElementsAre("2", "3", "4"));
  EXPECT_THAT(shown_keys(work_rows(work, WorkFilter::with_findings)), ElementsAre("2"));
  EXPECT_THAT(shown_keys(work_rows(work, WorkFilter::new_accounts)), ElementsAre("4"));
  EXPECT_THAT(shown_keys(work_rows(work, WorkFilter::changed_since)), ElementsAre("4"));
  EXPECT_THAT(shown_keys(work_rows(work, WorkFilter::not_judged)), ElementsAre("3"));
  EXPECT_EQ(work_filters().size(), 6u);
}

TEST(AccessWork, is_searched_without_regard_to_accents_and_case) {
  EXPECT_THAT(shown_keys(work_rows(sample_work(), WorkFilter::all, "PETIT infirmier")), ElementsAre("2"));
  EXPECT_THAT(shown_keys(work_rows(sample_work(), WorkFilter::all, "nobody")), IsEmpty());
}

TEST(AccessWork, goes_on_with_the_next_line_that_awaits_a_decision_and_round_the_end) {
  auto work = sample_work();
  const auto rows = work_rows(work, WorkFilter::all);
  EXPECT_EQ(next_undecided(work, rows, 1), "2");
  work.decisions[2] = decision(2, LineDecision::withdraw, "gone");
  EXPECT_EQ(next_undecided(work, rows, 1), "3");
  work.decisions[4] = decision(4, LineDecision::keep);
  EXPECT_EQ(next_undecided(work, rows, 3), "1");
  work.decisions[1] = decision(1, LineDecision::keep);
  EXPECT_EQ(next_undecided(work, rows, 3), "") << "the line in hand is not the next one";
}

TEST(AccessWork, forgets_no_line_whose_decision_was_taken_back) {
  auto work = sample_work();
  work.decisions[2] = decision(2, LineDecision::undecided);
  EXPECT_EQ(next_undecided(work, work_rows(work, WorkFilter::all), 1), "2");
  EXPECT_EQ(work_progress(work).decided, 0);
}

TEST(AccessWork, has_a_key_of_its_own_for_each_decision) {
  std::set<char> letters;
  for (const auto& one : decision_keys()) {
    letters.insert(one.key);
    EXPECT_EQ(decision_by_key(one.key), one.decision);
    EXPECT_THAT(one.label, HasSubstr("&"));
  }
  EXPECT_EQ(letters.size(), decision_keys().size());
  EXPECT_FALSE(decision_by_key('Z').has_value());
}

TEST(AccessDecision, needs_a_reason_unless_an_account_without_finding_is_kept) {
  const auto work = sample_work();
  EXPECT_FALSE(needs_reason(work.frozen.lines[0], LineDecision::keep));
  EXPECT_TRUE(needs_reason(work.frozen.lines[1], LineDecision::keep));
  EXPECT_TRUE(needs_reason(work.frozen.lines[0], LineDecision::withdraw));
  EXPECT_EQ(decision_fault(work, decision(1, LineDecision::keep)), "");
  EXPECT_NE(decision_fault(work, decision(2, LineDecision::keep)), "");
  EXPECT_EQ(decision_fault(work, decision(2, LineDecision::withdraw, "departed")), "");
  EXPECT_NE(decision_fault(work, decision(2, LineDecision::undecided)), "");
  EXPECT_NE(decision_fault(work, decision(9, LineDecision::keep)), "") << "no such line";
}

TEST(AccessDecision, is_never_taken_by_the_holder_of_the_account) {
  const auto work = sample_work();
  auto own = decision(3, LineDecision::keep);
  own.reviewer = "MARTIN Claire";
  EXPECT_THAT(decision_fault(work, own), HasSubstr("MARTIN Claire"));
}

TEST(AccessDecision, is_told_with_who_took_it_and_why) {
  auto work = sample_work();
  EXPECT_EQ(decision_sentence(work, work.frozen.lines[1]).tone, Tone::warning);
  work.decisions[2] = decision(2, LineDecision::withdraw, "left in March");
  const auto cell = decision_sentence(work, work.frozen.lines[1]);
  EXPECT_THAT(cell.text, testing::AllOf(StartsWith("✖"), HasSubstr("Hélène Rousset"), HasSubstr("left in March")));
}

TEST(AccessLine, tells_findings_with_their_evidence_and_what_was_not_judged) {
  auto work = sample_work();
  work.frozen.lines[1].not_judged = {"dormant"};
  const auto lines = line_sentences(work, work.frozen.lines[1]);
  const auto words = tests::told(lines);
  EXPECT_THAT(lines.front().text, HasSubstr("DPI/bpetit"));
  EXPECT_LT(words.find("left on 1 March"), words.find("not used for 400 days")) << "the gravest first";
  EXPECT_THAT(words, HasSubstr("line 2 of the people"));
  EXPECT_THAT(words, HasSubstr("Could not be judged"));
}

TEST(AccessCampaign, is_told_with_what_to_do_next) {
  auto map = tests::empty_access();
  EXPECT_THAT(campaign_sentence(map).text, HasSubstr("Open a campaign"));
  map.work = sample_work();
  map.work->campaign.due = tests::access_day.plus_days(-1);
  EXPECT_EQ(campaign_sentence(map).tone, Tone::bad);
  const auto progress = work_progress(*map.work);
  EXPECT_EQ(progress.all, 4);
  EXPECT_EQ(progress.words, "0 of 4 accounts decided");
}

TEST(AccessCampaign, is_compared_with_last_year) {
  auto work = sample_work();
  work.frozen.lines[1].differences = {"not_withdrawn"};
  work.frozen.gone = {{"DPI", "zroux", "Zoé Roux", "withdraw"}};
  EXPECT_EQ(comparison_sentence(work).tone, Tone::bad);
  const auto rows = comparison_rows(work);
  EXPECT_THAT(shown_keys(rows), ElementsAre("2", "4", ""));
  work.campaign.previous.clear();
  EXPECT_EQ(comparison_sentence(work).tone, Tone::faint);
}

Withdrawal withdrawal(const std::string& reference, std::int64_t line, const char* due) {
  Withdrawal one;
  one.reference = reference;
  one.campaign = "RH1";
  one.line = line;
  one.due = Date::parse(due);
  return one;
}

TEST(AccessWithdrawals, stand_with_the_most_urgent_first_and_those_done_aside) {
  auto map = tests::empty_access();
  EXPECT_EQ(withdrawals_sentence(map).tone, Tone::faint);
  map.work = sample_work();
  map.records.withdrawals = {withdrawal("RT1", 2, "2026-12-20"), withdrawal("RT2", 3, "2026-11-01"), withdrawal("RT3", 4, "2026-10-01")};
  map.records.withdrawals[2].done_on = Date::parse("2026-10-02");
  EXPECT_THAT(shown_keys(withdrawal_rows(map, false)), ElementsAre("RT2", "RT1"));
  EXPECT_THAT(shown_keys(withdrawal_rows(map, true)), ElementsAre("RT2", "RT1", "RT3"));
  EXPECT_EQ(withdrawal_rows(map, false).cells(0)[0].tone, Tone::bad);
  EXPECT_EQ(withdrawals_sentence(map).tone, Tone::bad);
  EXPECT_EQ(account_of(map, map.records.withdrawals[0]), "DPI/bpetit – Bruno Petit");
  map.work.reset();
  EXPECT_EQ(account_of(map, map.records.withdrawals[0]), "") << "the details were forgotten";
}

TEST(AccessWithdrawals, are_told_to_be_done_with_a_document_or_a_word) {
  auto one = withdrawal("RT1", 2, "2026-12-20");
  EXPECT_NE(done_fault(one, "", " "), "");
  EXPECT_EQ(done_fault(one, "", "account closed"), "");
  EXPECT_EQ(done_fault(one, "EV-12", ""), "");
  one.done_on = tests::access_day;
  EXPECT_NE(done_fault(one, "EV-12", ""), "");
}

} // namespace
