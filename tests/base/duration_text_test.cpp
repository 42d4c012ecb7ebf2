#include "toolkit/base/duration_text.hpp"

#include <gtest/gtest.h>

namespace hdskit {
namespace {

TEST(DurationText, says_hours_and_minutes_as_people_do) {
  EXPECT_EQ(duration_text({0}), "0 min");
  EXPECT_EQ(duration_text({45}), "45 min");
  EXPECT_EQ(duration_text({60}), "1 h");
  EXPECT_EQ(duration_text({90}), "1 h 30");
  EXPECT_EQ(duration_text({125}), "2 h 05");
  EXPECT_EQ(duration_text({560}), "9 h 20");
  EXPECT_EQ(duration_text({36 * 60}), "36 h");
  EXPECT_EQ(duration_text({36 * 60 + 1}), "36 h 01");
}

TEST(DurationText, counts_in_days_what_is_long) {
  EXPECT_EQ(duration_text({2 * 1440}), "2 j");
  EXPECT_EQ(duration_text({3 * 1440 + 4 * 60 + 5}), "3 j 4 h 05");
}

} // namespace
} // namespace hdskit
