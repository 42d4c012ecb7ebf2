#include "tests/backup/restore_setting.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
namespace fs = std::filesystem;

namespace {

Difference odd_difference() {
  Difference difference;
  difference.path = "DUPONT\tJean\n\xFF\\x";
  difference.verdict = EntryVerdict::truncated;
  difference.aspects = {Aspect::size, Aspect::content};
  difference.noted = {Aspect::time};
  difference.explained = true;
  difference.kind = EntryKind::file;
  difference.expected_size = 18'446'744'073'709'551'615u;
  difference.found_size = 3;
  difference.expected_look = ContentLook::known;
  difference.found_look = ContentLook::scrambled;
  difference.failure = "why\tnot";
  return difference;
}

std::string list_of(const std::vector<Difference>& differences, Digest* digest = nullptr) {
  const ScratchFolder place;
  DifferenceWriter writer{place.path() / "d"};
  for (const auto& difference : differences) writer.add(difference);
  const auto made = writer.commit();
  if (digest) *digest = made;
  return read_file(place.path() / "d");
}

bool is_damaged(const std::string& text) {
  try {
    read_differences(text, 100);
  } catch (const Problem& problem) { return problem.kind() == ProblemKind::damaged; }
  return false;
}

} // namespace

TEST(DifferenceList, gives_back_what_was_written) {
  auto digest = digest_of("");
  const auto text = list_of({odd_difference(), Difference{}}, &digest);
  EXPECT_EQ(digest, digest_of(text));
  const auto back = read_differences(text, 100);
  ASSERT_EQ(back.size(), 2u);
  const auto expected = odd_difference();
  EXPECT_EQ(back[0].path, expected.path);
  EXPECT_EQ(back[0].verdict, expected.verdict);
  EXPECT_EQ(back[0].aspects, expected.aspects);
  EXPECT_EQ(back[0].noted, expected.noted);
  EXPECT_EQ(back[0].explained, expected.explained);
  EXPECT_EQ(back[0].expected_size, expected.expected_size);
  EXPECT_EQ(back[0].found_look, expected.found_look);
  EXPECT_EQ(back[0].failure, expected.failure);
  EXPECT_EQ(read_differences(text, 1).size(), 1u);
  EXPECT_TRUE(read_differences(list_of({}), 100).empty());
}

TEST(DifferenceList, that_was_cut_or_altered_is_damaged) {
  const auto text = list_of({odd_difference(), odd_difference()});
  for (std::size_t length = 0; length < text.size(); ++length) EXPECT_TRUE(is_damaged(text.substr(0, length))) << length;
  EXPECT_TRUE(is_damaged(text + "x\n"));
  EXPECT_TRUE(is_damaged("hdskit-differences 1\nmissing\t-\t-\t-\tfile\t1\t1\tunseen\tunseen\t\ta\nend\t2\t0\n"));
  EXPECT_TRUE(is_damaged("hdskit-differences 1\ngone\t-\t-\t-\tfile\t1\t1\tunseen\tunseen\t\ta\nend\t1\t0\n"));
  EXPECT_TRUE(is_damaged("hdskit-differences 1\nmissing\tcolour\t-\t-\tfile\t1\t1\tunseen\tunseen\t\ta\nend\t1\t0\n"));
  EXPECT_TRUE(is_damaged("hdskit-differences 1\nmissing\t-\t-\t-\tfile\t-1\t1\tunseen\tunseen\t\ta\nend\t1\t0\n"));
}

TEST(DifferenceList, ends_where_nobody_reads_on) {
  std::vector<Difference> many(200'002);
  const auto text = list_of(many);
  EXPECT_TRUE(text.ends_with("end\t200000\t2\n"));
}
