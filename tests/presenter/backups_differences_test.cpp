#include "gui/presenter/backups_differences.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using namespace hdskit::gui;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

namespace {

Difference difference(const std::string& path, EntryVerdict verdict = EntryVerdict::changed, AspectSet aspects = {Aspect::content}) {
  Difference one;
  one.path = path, one.verdict = verdict, one.expected_size = 1000, one.found_size = 2000;
  if (verdict == EntryVerdict::changed) one.aspects = aspects;
  return one;
}

std::vector<std::string> keys(const TreeRows& tree) {
  std::vector<std::string> found;
  for (const auto& node : tree.nodes) found.push_back(node.key);
  return found;
}
const TreeNode& node(const TreeRows& tree, std::string_view key) {
  for (const auto& one : tree.nodes)
    if (one.key == key) return one;
  throw std::runtime_error{"no node " + std::string{key}};
}
std::string verdict(const TreeRows& tree, std::string_view key) { return node(tree, key).cells.at(1).text; }

TEST(DifferenceTree, is_empty_where_nothing_differs) {
  EXPECT_THAT(difference_tree({}).nodes, IsEmpty());
  EXPECT_THAT(difference_tree({}).columns, SizeIs(4));
}

TEST(DifferenceTree, puts_files_under_their_folders_which_count_them) {
  const std::vector<Difference> all{difference("a/b/one"), difference("a/b/two", EntryVerdict::missing), difference("a/three", EntryVerdict::extra),
                                    difference("four")};
  const auto tree = difference_tree(all);
  EXPECT_THAT(keys(tree), ElementsAre("a/", "a/b/", "a/b/one", "a/b/two", "a/three", "four"));
  EXPECT_EQ(verdict(tree, "a/"), "3 differences");
  EXPECT_EQ(verdict(tree, "a/b/"), "2 differences");
  EXPECT_EQ(node(tree, "a/b/").cells[0].text, "b/");
  EXPECT_EQ(node(tree, "a/b/one").cells[0].text, "one");
  EXPECT_EQ(tree.nodes.at(node(tree, "a/b/one").parent).key, "a/b/");
  EXPECT_EQ(node(tree, "four").parent, TreeNode::none);
}

TEST(DifferenceTree, keeps_a_folder_that_differs_itself_as_the_line_above_its_files) {
  auto gone = difference("old", EntryVerdict::missing);
  gone.kind = EntryKind::folder;
  const std::vector<Difference> all{gone, difference("old/file", EntryVerdict::missing)};
  const auto tree = difference_tree(all);
  EXPECT_THAT(keys(tree), ElementsAre("old/", "old/file"));
  EXPECT_THAT(verdict(tree, "old/"), testing::AllOf(StartsWith(label_of(EntryVerdict::missing)), HasSubstr("1 difference")));
  EXPECT_EQ(node(tree, "old/").cells[3].text, "") << "the size of a folder says nothing";
}

TEST(DifferenceTree, parents_stand_before_their_children_whatever_the_order) {
  const auto tree = difference_tree(std::vector{difference("x/y/z/1"), difference("x/2"), difference("x/y/3")});
  for (std::size_t place = 0; place < tree.nodes.size(); ++place) EXPECT_TRUE(tree.nodes[place].parent == TreeNode::none || tree.nodes[place].parent < place);
}

TEST(DifferenceTree, shows_names_of_any_bytes_and_keeps_them_apart) {
  const std::vector<Difference> all{difference("caf\xe9"), difference("café"), difference("line\nbreak"), difference("back\\slash"), difference("caf\\xe9")};
  const auto tree = difference_tree(all);
  EXPECT_THAT(keys(tree), ElementsAre("caf\\xe9", "café", "line\\x0abreak", "back\\x5cslash", "caf\\x5cxe9"));
}

TEST(DifferenceTree, says_what_differs_and_by_how_much) {
  auto shorter = difference("short", EntryVerdict::truncated);
  shorter.aspects = {Aspect::size};
  auto noted = difference("noted", EntryVerdict::same);
  noted.noted = {Aspect::acl};
  auto later = difference("later");
  later.explained = true;
  auto unreadable = difference("unreadable", EntryVerdict::unreadable);
  unreadable.failure = "Input/output error";
  const auto tree = difference_tree(std::vector{shorter, noted, later, unreadable, difference("modes", EntryVerdict::changed, {Aspect::mode, Aspect::owner})});
  EXPECT_EQ(node(tree, "short").cells[1].tone, Tone::bad);
  EXPECT_THAT(node(tree, "short").cells[3].text, HasSubstr(" → "));
  EXPECT_EQ(node(tree, "noted").cells[1].tone, Tone::faint);
  EXPECT_EQ(node(tree, "noted").cells[2].text, label_of(Aspect::acl));
  EXPECT_EQ(node(tree, "later").cells[1].tone, Tone::faint);
  EXPECT_THAT(node(tree, "later").cells[2].text, HasSubstr("changed after the backup"));
  EXPECT_EQ(node(tree, "unreadable").cells[2].text, "Input/output error");
  EXPECT_EQ(node(tree, "modes").cells[2].text, label_of(Aspect::mode) + ", " + label_of(Aspect::owner));
}

TEST(DifferenceTree, of_a_search_counts_what_was_found) {
  const std::vector<Difference> all{difference("a/report.pdf"), difference("a/image.dcm"), difference("b/report.txt")};
  const auto tree = difference_tree(all, "REPORT");
  EXPECT_THAT(keys(tree), ElementsAre("a/", "a/report.pdf", "b/", "b/report.txt"));
  EXPECT_EQ(verdict(tree, "a/"), "1 difference");
  EXPECT_THAT(difference_tree(all, "a/ image").nodes, SizeIs(2));
}

TEST(DifferenceTree, of_a_very_deep_folder_is_no_trouble) {
  std::string path;
  for (int depth = 0; depth < 2000; ++depth) path += "d/";
  EXPECT_THAT(difference_tree(std::vector{difference(path + "file")}).nodes, SizeIs(2001));
}

RestoreRun run(std::int64_t differences, const std::string& list) {
  RestoreRun one;
  one.reference = "TR3", one.differences = differences, one.differences_list = list;
  return one;
}

TEST(DifferencesSentence, counts_them_and_says_when_not_all_are_shown) {
  EXPECT_EQ(differences_sentence(run(0, "digest"), 0).tone, Tone::good);
  EXPECT_EQ(differences_sentence(run(0, "digest"), 4).tone, Tone::good) << "explained, or of no account";
  EXPECT_EQ(differences_sentence(run(1, "digest"), 1), (Cell{"1 file or folder differs.", Tone::bad}));
  EXPECT_EQ(differences_sentence(run(7, "digest"), 9).text, "7 files or folders differ.");
  EXPECT_EQ(differences_sentence(run(0, ""), 0).tone, Tone::faint) << "nothing was compared";
  EXPECT_THAT(differences_sentence(run(900'000, ""), 0).text, HasSubstr("too large"));
  const auto cut = differences_sentence(run(900'000, "digest"), most_differences_shown);
  EXPECT_EQ(cut.tone, Tone::warning);
  EXPECT_THAT(cut.text, HasSubstr("hdskit backup report TR3 --names"));
}

} // namespace
