#include "unpack/member.hpp"

#include <gtest/gtest.h>

using namespace hdskit::unpack;

namespace {

RefusalReason reason_of(const std::string& path) {
  try {
    clean_path(path);
  } catch (const Refusal& refusal) { return refusal.reason(); }
  ADD_FAILURE() << escaped(path) << " was accepted";
  return RefusalReason::unknown_kind;
}

TEST(CleanPath, drops_what_says_nothing) {
  EXPECT_EQ(clean_path("./a//b/./c/"), "a/b/c");
  EXPECT_EQ(clean_path("."), "");
  EXPECT_EQ(clean_path("./"), "");
  EXPECT_EQ(clean_path("..a/b..c/..."), "..a/b..c/...");
}

TEST(CleanPath, refuses_every_way_out) {
  EXPECT_EQ(reason_of("/etc/passwd"), RefusalReason::absolute);
  EXPECT_EQ(reason_of("//etc"), RefusalReason::absolute);
  EXPECT_EQ(reason_of(".."), RefusalReason::climbing);
  EXPECT_EQ(reason_of("a/../b"), RefusalReason::climbing);
  EXPECT_EQ(reason_of("a/.."), RefusalReason::climbing);
  EXPECT_EQ(reason_of("./../b"), RefusalReason::climbing);
  EXPECT_EQ(reason_of(""), RefusalReason::unnamed);
  EXPECT_EQ(reason_of(std::string{"a\0b", 3}), RefusalReason::unnamed);
  EXPECT_EQ(reason_of(std::string(longest_path + 1, 'a')), RefusalReason::too_long);
}

TEST(Escaped, leaves_only_what_json_and_terminals_take) { EXPECT_EQ(escaped("a b/\"\\\n%\xE9\x7F"), "a b/%22%5C%0A%25%E9%7F"); }

} // namespace
