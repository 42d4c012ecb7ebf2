#include "tests/verification/trees.hpp"
#include "toolkit/verification/comparison.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

TreeEntry file_entry(const std::string& path, const std::string& bytes) {
  TreeEntry entry;
  entry.path = path;
  entry.mode = 0644;
  entry.size = bytes.size();
  entry.content = digest_of(bytes);
  return entry;
}

TreeEntry folder_entry(const std::string& path) {
  TreeEntry entry;
  entry.path = path;
  entry.kind = EntryKind::folder;
  entry.mode = 0755;
  return entry;
}

struct Outcome {
  ComparisonTotals totals;
  std::vector<Difference> differences;
  std::vector<std::string> told() const { ///< "verdict path: aspects"
    std::vector<std::string> lines;
    for (const auto& difference : differences) {
      auto line = std::string{word_of(difference.verdict)} + " " + difference.path;
      for (std::size_t i = 0; i < aspect_count; ++i)
        if (difference.aspects.has(static_cast<Aspect>(i))) line += ":" + std::string{word_of(static_cast<Aspect>(i))};
      lines.push_back(line + (difference.explained ? " explained" : ""));
    }
    return lines;
  }
};

Outcome compare(const std::vector<TreeEntry>& expected, const std::vector<TreeEntry>& found, const ComparisonPolicy& policy = {}) {
  Outcome outcome;
  std::size_t at = 0;
  TreeComparison comparison{[&](TreeEntry& entry) {
                              if (at == expected.size()) return false;
                              entry = expected[at++];
                              return true;
                            },
                            policy, [&](const Difference& difference) { outcome.differences.push_back(difference); }};
  for (const auto& entry : found) comparison.found(entry);
  outcome.totals = comparison.finish();
  return outcome;
}

/// What is told of the odd tree after something was done to it.
std::vector<std::string> told_after(const std::function<void(const Tree&)>& change) {
  const Tree tree;
  make_odd_tree(tree.root(), 100'000);
  for (const auto& name : {"a", "shared"}) set_time(tree / name, 1'700'000'000, 0);
  const auto before = entries_of(tree.root());
  change(tree);
  for (const auto& name : {"a", "shared"})
    if (fs::is_directory(fs::symlink_status(tree / name))) set_time(tree / name, 1'700'000'000, 0);
  return compare(before, entries_of(tree.root())).told();
}

void keep_time(const fs::path& path, const std::function<void()>& change) {
  struct stat status {};
  must(::lstat(path.c_str(), &status) == 0, "lstat");
  change();
  set_time(path, status.st_mtim.tv_sec, status.st_mtim.tv_nsec);
}

} // namespace

TEST(Comparison, of_a_tree_with_itself_finds_nothing) {
  const Tree tree;
  make_odd_tree(tree.root());
  const auto entries = entries_of(tree.root());
  const auto outcome = compare(entries, entries);
  EXPECT_THAT(outcome.told(), IsEmpty());
  EXPECT_EQ(outcome.totals.same, entries.size());
  EXPECT_EQ(outcome.totals.differences(), 0u);
  EXPECT_EQ(outcome.totals.contents_compared, outcome.totals.found_files);
}

TEST(Comparison, finds_nothing_after_a_faithful_copy) {
  const Tree tree;
  make_odd_tree(tree.root());
  const auto copy = "cp -a " + tree.root().string() + " " + tree.beside("copy").string();
  ASSERT_EQ(std::system(copy.c_str()), 0);
  EXPECT_THAT(compare(entries_of(tree.root()), entries_of(tree.beside("copy"))).told(), IsEmpty());
}

TEST(Comparison, finds_one_flipped_bit_of_the_same_size_and_time) {
  EXPECT_THAT(told_after([](const Tree& tree) { keep_time(tree / "large", [&] { put(tree / "large", noise(1'000'000, 2).replace(500'000, 1, "?")); }); }),
              ElementsAre("changed large:content"));
}

TEST(Comparison, finds_swapped_contents_of_equal_size) {
  EXPECT_THAT(told_after([](const Tree& tree) {
                keep_time(tree / "old", [&] { put(tree / "old", "2200"); });
                keep_time(tree / "future", [&] { put(tree / "future", "1965"); });
              }),
              ElementsAre("changed future:content", "changed old:content"));
}

TEST(Comparison, finds_a_truncated_file) {
  EXPECT_THAT(told_after([](const Tree& tree) { keep_time(tree / "large", [&] { fs::resize_file(tree / "large", 4096); }); }),
              ElementsAre("truncated large:content:size"));
}

TEST(Comparison, finds_what_was_renamed_removed_or_added) {
  EXPECT_THAT(told_after([](const Tree& tree) {
                fs::rename(tree / "old", tree / "old.locked");
                fs::remove(tree / "fifo");
                put(tree / "a/new", "");
              }),
              ElementsAre("extra a/new", "missing fifo", "missing old", "extra old.locked"));
}

TEST(Comparison, finds_changed_attributes_of_every_kind) {
  EXPECT_THAT(told_after([](const Tree& tree) { must(::chmod((tree / "program").c_str(), 0755) == 0, "chmod"); }), ElementsAre("changed program:mode"));
  EXPECT_THAT(told_after([](const Tree& tree) { set_time(tree / "old", -157'766'400, 6); }), ElementsAre("changed old:time"));
  EXPECT_THAT(told_after([](const Tree& tree) { set_attribute(tree / "attributes", "user.origin", "ward 4"); }), ElementsAre("changed attributes:attributes"));
  EXPECT_THAT(told_after([](const Tree& tree) { must(::removexattr((tree / "attributes").c_str(), "user.origin") == 0, "removexattr"); }),
              ElementsAre("changed attributes:attributes"));
  EXPECT_THAT(told_after([](const Tree& tree) { must(::removexattr((tree / "acl").c_str(), "system.posix_acl_access") == 0, "removexattr"); }),
              ElementsAre("changed acl:acl"));
  if (is_root()) {
    EXPECT_THAT(told_after([](const Tree& tree) { must(::chown((tree / "old").c_str(), 12, 34) == 0, "chown"); }), ElementsAre("changed old:owner"));
  }
}

TEST(Comparison, finds_another_target_and_a_folder_replaced_by_a_link) {
  const auto relink = [](const fs::path& path, const char* target) {
    keep_time(path, [&] {
      fs::remove_all(path);
      fs::create_symlink(target, path);
    });
  };
  EXPECT_THAT(told_after([&](const Tree& tree) { relink(tree / "link", "../elsewhere"); }), ElementsAre("changed link:target"));
  EXPECT_THAT(told_after([&](const Tree& tree) { relink(tree / "shared", "/etc"); }), ElementsAre("changed shared:kind"));
}

TEST(Comparison, finds_a_hard_link_that_was_split) {
  EXPECT_THAT(told_after([](const Tree& tree) {
                keep_time(tree / "twin-2", [&] {
                  fs::remove(tree / "twin-2");
                  put(tree / "twin-2", noise(5000));
                });
              }),
              ElementsAre("changed twin-2:twin"));
}

TEST(Comparison, finds_a_sparse_file_that_was_filled_but_not_the_other_way) {
  EXPECT_THAT(
      told_after([](const Tree& tree) { keep_time(tree / "sparse", [&] { put(tree / "sparse", std::string{"begin"} + std::string(2'999'995, '\0')); }); }),
      ElementsAre("changed sparse:sparse"));
  auto with_holes = file_entry("a", "1");
  with_holes.sparse = true;
  EXPECT_THAT(compare({file_entry("a", "1")}, {with_holes}).told(), IsEmpty());
}

TEST(Comparison, of_anything_with_nothing_misses_all) {
  const auto outcome = compare({folder_entry("a"), file_entry("a/b", "1")}, {});
  EXPECT_THAT(outcome.told(), ElementsAre("missing a", "missing a/b"));
  EXPECT_EQ(outcome.totals.found, 0u);
  EXPECT_EQ(outcome.totals.expected, 2u);
  EXPECT_THAT(compare({}, {file_entry("x", "")}).told(), ElementsAre("extra x"));
  EXPECT_THAT(compare({}, {}).told(), IsEmpty());
}

TEST(Comparison, does_not_call_missing_what_an_unreadable_folder_holds) {
  auto closed = folder_entry("a");
  closed.failure = "no rights";
  const auto outcome = compare({folder_entry("a"), file_entry("a/b", "1"), file_entry("ab", "2")}, {closed});
  EXPECT_THAT(outcome.told(), ElementsAre("unreadable a", "unreadable a/b", "missing ab"));
  EXPECT_EQ(outcome.differences[0].failure, "no rights");
}

TEST(Comparison, proves_nothing_of_a_file_that_could_not_be_read_on_either_side) {
  auto failed = file_entry("a", "1");
  failed.content.reset();
  failed.failure = "it changed while it was read";
  EXPECT_THAT(compare({file_entry("a", "1")}, {failed}).told(), ElementsAre("unreadable a"));
  EXPECT_THAT(compare({failed}, {file_entry("a", "1")}).told(), ElementsAre("unreadable a"));
}

TEST(Comparison, follows_the_policy) {
  auto other = file_entry("a", "1");
  other.mode = 0600;
  other.modified = 1'999'999'999;
  ComparisonPolicy policy;
  policy.must = AspectSet::all().without({Aspect::mode});
  policy.time_step = 2'000'000'000;
  const auto outcome = compare({file_entry("a", "1")}, {other}, policy);
  EXPECT_THAT(outcome.told(), ElementsAre("same a"));
  EXPECT_TRUE(outcome.differences[0].noted.has(Aspect::mode));
  EXPECT_EQ(outcome.totals.same, 1u);
  EXPECT_EQ(outcome.totals.noted, 1u);
  EXPECT_EQ(outcome.totals.noted_by_aspect[static_cast<std::size_t>(Aspect::mode)], 1u);
  policy.comparable = policy.must;
  EXPECT_THAT(compare({file_entry("a", "1")}, {other}, policy).told(), IsEmpty());
  policy.time_step = 1;
  EXPECT_THAT(compare({file_entry("a", "1")}, {other}, policy).told(), ElementsAre("changed a:time"));
}

TEST(Comparison, compares_no_content_that_was_not_read) {
  auto unread = file_entry("a", "1");
  unread.content.reset();
  const auto outcome = compare({file_entry("a", "1")}, {unread});
  EXPECT_THAT(outcome.told(), IsEmpty());
  EXPECT_EQ(outcome.totals.contents_compared, 0u);
  unread.size = 2;
  EXPECT_THAT(compare({file_entry("a", "1")}, {unread}).told(), ElementsAre("changed a:content:size"));
}

TEST(Comparison, explains_what_changed_in_the_living_tree_after_the_backup) {
  constexpr std::int64_t second = 1'000'000'000;
  ComparisonPolicy policy;
  policy.live_since = Instant{std::chrono::sys_seconds{std::chrono::seconds{1000}}};
  auto changed = file_entry("changed", "new"), added = file_entry("folder/added", ""), folder = folder_entry("folder"), rotten = file_entry("rotten", "new");
  for (auto* entry : {&changed, &added, &folder}) entry->modified = 1001 * second;
  rotten.modified = 999 * second;
  auto before = file_entry("changed", "old"), before_rotten = file_entry("rotten", "old");
  before_rotten.modified = rotten.modified;
  const auto outcome = compare({changed, folder, added, rotten}, {before, folder_entry("folder"), file_entry("folder/removed", ""), before_rotten}, policy);
  EXPECT_THAT(outcome.told(), ElementsAre("changed changed:content:time explained", "changed folder:time explained", "missing folder/added explained",
                                          "extra folder/removed explained", "changed rotten:content"));
  EXPECT_EQ(outcome.totals.explained, 4u);
  EXPECT_EQ(outcome.totals.differences(), 1u);
}

TEST(Comparison, counts) {
  auto other = file_entry("b", "22");
  other.mode = 0;
  const auto totals =
      compare({file_entry("a", "1"), file_entry("b", "22"), file_entry("c", "333")}, {file_entry("b", "22"), other, file_entry("c", "3")}).totals;
  EXPECT_EQ(totals.missing, 1u);
  EXPECT_EQ(totals.extra, 1u); // the second "b"
  EXPECT_EQ(totals.truncated, 1u);
  EXPECT_EQ(totals.expected_bytes, 6u);
  EXPECT_EQ(totals.found_bytes, 5u);
  EXPECT_EQ(totals.contents_compared, 2u);
  EXPECT_EQ(totals.contents_differ, 1u);
  EXPECT_EQ(totals.by_aspect[static_cast<std::size_t>(Aspect::size)], 1u);
}
