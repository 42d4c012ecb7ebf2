#include "gui/presenter/backups_trend.hpp"

#include "tests/presenter/backups_setting.hpp"

using namespace hdskit;
using namespace hdskit::gui;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

namespace {

constexpr double width = 620;

class BackupsTrend : public tests::BackupsSetting {};

TEST_F(BackupsTrend, says_that_there_is_nothing_to_show_yet) {
  EXPECT_EQ(trend_sentence(*map(), nullptr).tone, Tone::faint);
  EXPECT_EQ(most_tested_source(*map()), "");
  add_source("DPI");
  const auto read = map();
  EXPECT_THAT(trend_sentence(*read, read->source("DPI")).text, HasSubstr("No restore"));
  EXPECT_THAT(trend_picture(*read, *read->source("DPI"), width).regions, IsEmpty());
}

TEST_F(BackupsTrend, draws_a_point_for_each_restore_that_was_measured) {
  add_source("DPI", {{"rto", "4h"}});
  test(1);
  test(2, RunVerdict::inconclusive, [](RestoreReport& report) { report.restore_time.reset(); });
  test(3);
  const auto read = map();
  const auto picture = trend_picture(*read, *read->source("DPI"), width);
  ASSERT_EQ(picture.regions.size(), 2u);
  EXPECT_EQ(picture.regions[0].key, "TR1");
  EXPECT_EQ(picture.regions[1].key, "TR3");
  const auto sentence = trend_sentence(*read, read->source("DPI"));
  EXPECT_THAT(sentence.text, StartsWith("2 restores measured"));
  EXPECT_EQ(sentence.tone, Tone::neutral);
}

TEST_F(BackupsTrend, says_that_the_last_restore_took_longer_than_promised) {
  add_source("DPI", {{"rto", "1min"}});
  test(1, RunVerdict::objective_missed);
  const auto read = map();
  EXPECT_EQ(trend_sentence(*read, read->source("DPI")).tone, Tone::bad);
}

TEST_F(BackupsTrend, begins_with_the_source_that_was_tested_most) {
  add_source("ARCHIVES");
  add_source("DPI");
  EXPECT_EQ(most_tested_source(*map()), map()->backups.sources.front().reference);
  test(1);
  EXPECT_EQ(most_tested_source(*map()), "DPI");
}

} // namespace
