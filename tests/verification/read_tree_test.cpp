#include "tests/verification/trees.hpp"
#include "toolkit/base/problem.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include <sys/wait.h>

using namespace hdskit;
using namespace tests;
using testing::ElementsAre;
using testing::IsSupersetOf;

TEST(OrderOfTrees, compares_folder_by_folder) {
  EXPECT_LT(compare_paths("a", "a/b"), 0);
  EXPECT_LT(compare_paths("a/b", "a.b"), 0);
  EXPECT_LT(compare_paths("a/z", "ab"), 0);
  EXPECT_LT(compare_paths("a\x01", "a\xff"), 0);
  EXPECT_GT(compare_paths("b", "a/b/c"), 0);
  EXPECT_EQ(compare_paths("a/b", "a/b"), 0);
  EXPECT_LT(compare_paths("", "a"), 0);
}

TEST(ReadTree, gives_all_that_a_restore_has_to_give_back) {
  const Tree tree;
  const auto deep = make_odd_tree(tree.root());
  const auto entries = entries_of(tree.root());
  EXPECT_EQ(at(entries, "a/b").content, digest_of("in the folder"));
  EXPECT_EQ(at(entries, "empty").content, digest_of(""));
  EXPECT_TRUE(at(entries, "acl").acl && !at(entries, "acl").attributes);
  EXPECT_TRUE(at(entries, "attributes").attributes && !at(entries, "attributes").acl);
  EXPECT_EQ(at(entries, "program").mode, 04755u);
  EXPECT_EQ(at(entries, "shared").mode, 01777u);
  EXPECT_EQ(at(entries, "shared").kind, EntryKind::folder);
  EXPECT_EQ(at(entries, "fifo").kind, EntryKind::fifo);
  EXPECT_EQ(at(entries, "link").target, "../outside");
  EXPECT_EQ(at(entries, "old").modified, -157'766'400'000'000'000 + 5);
  EXPECT_EQ(at(entries, "future").modified, 7'258'118'400'999'999'999);
  EXPECT_TRUE(at(entries, "sparse").sparse);
  EXPECT_FALSE(at(entries, "large").sparse);
  EXPECT_EQ(at(entries, "large").content, digest_of(noise(1'000'000, 2)));
  EXPECT_EQ(at(entries, "larger").content, digest_of(noise(17'000'001, 3)));
  EXPECT_EQ(at(entries, deep).content, digest_of("deep"));
  EXPECT_EQ(at(entries, "caf\xe9").content, digest_of("Latin-1"));
  EXPECT_EQ(at(entries, "two\nlines").content, digest_of("newline"));
  for (const auto& entry : entries) EXPECT_EQ(entry.failure, "") << entry.path;
}

TEST(ReadTree, comes_in_order) {
  const Tree tree;
  make_odd_tree(tree.root());
  const auto paths = paths_of(entries_of(tree.root()));
  for (std::size_t i = 1; i < paths.size(); ++i) EXPECT_LT(compare_paths(paths[i - 1], paths[i]), 0) << paths[i];
}

TEST(ReadTree, names_the_first_twin) {
  const Tree tree;
  make_odd_tree(tree.root());
  const auto entries = entries_of(tree.root());
  EXPECT_EQ(at(entries, "a/twin-0").twin, "");
  EXPECT_EQ(at(entries, "twin-1").twin, "a/twin-0");
  EXPECT_EQ(at(entries, "twin-2").twin, "a/twin-0");
  EXPECT_EQ(at(entries, "twin-2").content, digest_of(noise(5000)));
}

TEST(ReadTree, gives_the_same_whatever_the_engine_and_the_threads) {
  const Tree tree;
  make_odd_tree(tree.root());
  for (int i = 0; i < 300; ++i) put(tree / ("short-" + std::to_string(i)), noise(static_cast<std::size_t>(i * i), 9));
  const auto entries = entries_of(tree.root());
  EXPECT_EQ(entries_of(tree.root(), {.wants_content = {}, .engine = HashEngine::reference, .progress = {}}), entries);
  EXPECT_EQ(entries_of(tree.root(), {.wants_content = {}, .threads = 1, .progress = {}}), entries);
}

TEST(ReadTree, counts) {
  const Tree tree;
  fs::create_directory(tree / "a");
  put(tree / "a/one", "12345");
  put(tree / "two", "1");
  const auto totals = read_tree(tree.root(), {.wants_content = [](const TreeEntry& entry) { return entry.size > 1; }, .progress = {}}, [](TreeEntry&) {});
  EXPECT_EQ(totals.entries, 3u);
  EXPECT_EQ(totals.files, 2u);
  EXPECT_EQ(totals.bytes, 6u);
  EXPECT_EQ(totals.hashed_files, 1u);
  EXPECT_EQ(totals.hashed_bytes, 5u);
}

TEST(ReadTree, asks_in_order_which_files_are_wanted_and_reads_only_these) {
  const Tree tree;
  make_odd_tree(tree.root());
  std::vector<std::string> asked;
  const auto entries = entries_of(tree.root(), {.wants_content =
                                                    [&](const TreeEntry& entry) {
                                                      asked.push_back(entry.path);
                                                      return entry.path == "large";
                                                    },
                                                .progress = {}});
  for (std::size_t i = 1; i < asked.size(); ++i) EXPECT_LT(compare_paths(asked[i - 1], asked[i]), 0);
  EXPECT_TRUE(at(entries, "large").content);
  EXPECT_FALSE(at(entries, "a/b").content);
  EXPECT_TRUE(at(entries, "acl").acl);
  EXPECT_TRUE(at(entries, "attributes").attributes);
  EXPECT_TRUE(at(entries, "sparse").sparse);
}

TEST(ReadTree, reads_a_twin_of_which_only_a_later_name_is_wanted) {
  const Tree tree;
  make_odd_tree(tree.root());
  const auto entries = entries_of(tree.root(), {.wants_content = [](const TreeEntry& entry) { return entry.path == "twin-1"; }, .progress = {}});
  EXPECT_FALSE(at(entries, "a/twin-0").content);
  EXPECT_EQ(at(entries, "twin-1").content, digest_of(noise(5000)));
  EXPECT_EQ(at(entries, "twin-1").twin, "a/twin-0");
}

TEST(ReadTree, gives_nothing_for_an_empty_tree) {
  const Tree tree;
  EXPECT_THAT(entries_of(tree.root()), ElementsAre());
}

TEST(ReadTree, never_follows_a_link) {
  const Tree tree;
  fs::create_directory(tree.beside("outside"));
  put(tree.beside("outside") / "secret", "not in the tree");
  fs::create_symlink("../outside", tree / "link");
  EXPECT_THAT(paths_of(entries_of(tree.root())), ElementsAre("link"));
}

TEST(ReadTree, tells_what_is_wrong_with_the_root) {
  const Tree tree;
  put(tree / "file", "");
  const auto kind_of = [](const fs::path& root) {
    try {
      entries_of(root);
    } catch (const Problem& problem) { return problem.kind(); }
    throw std::logic_error{"no Problem"};
  };
  EXPECT_EQ(kind_of(tree / "absent"), ProblemKind::not_found);
  EXPECT_EQ(kind_of(tree / "file"), ProblemKind::bad_input);
}

TEST(ReadTree, is_deeper_than_a_process_has_descriptors) {
  const Tree tree;
  int folder = ::open(tree.root().c_str(), O_RDONLY | O_DIRECTORY);
  constexpr int depth = 1500;
  for (int i = 0; i < depth; ++i) {
    must(::mkdirat(folder, "d", 0755) == 0 && ::mkdirat(folder, "e", 0755) == 0, "mkdirat");
    const int inner = ::openat(folder, "d", O_RDONLY | O_DIRECTORY);
    ::close(folder);
    folder = inner;
  }
  ::close(folder);
  const auto entries = entries_of(tree.root());
  EXPECT_EQ(entries.size(), 2u * depth);
  for (const auto& entry : entries) EXPECT_EQ(entry.failure, "") << entry.path.size();
}

TEST(ReadTree, has_more_folders_than_a_process_has_descriptors) {
  const Tree tree;
  for (int i = 0; i < 3000; ++i) {
    fs::create_directory(tree / std::to_string(i));
    put(tree / (std::to_string(i) + "/file"), std::to_string(i));
  }
  const auto entries = entries_of(tree.root());
  ASSERT_EQ(entries.size(), 6000u);
  EXPECT_EQ(at(entries, "2718/file").content, digest_of("2718"));
  for (const auto& entry : entries) EXPECT_EQ(entry.failure, "") << entry.path;
}

namespace {

/// Root reads everything: then another user tells, in a process of its own. Gives what does not hold.
std::string told_by_somebody_else(const fs::path& root, const std::function<std::string(const std::vector<TreeEntry>&)>& look) {
  if (!is_root()) return look(entries_of(root));
  int ends[2];
  must(::pipe(ends) == 0, "pipe");
  const auto child = ::fork();
  if (child == 0) {
    constexpr uid_t nobody = 65534;
    std::string told = "could not become another user";
    if (::setgid(nobody) == 0 && ::setuid(nobody) == 0) told = look(entries_of(root));
    ::_exit(::write(ends[1], told.data(), told.size()) < 0);
  }
  ::close(ends[1]);
  std::string told(1000, '\0');
  const auto count = ::read(ends[0], told.data(), told.size());
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (status != 0 || count < 0) return "the other process failed";
  told.resize(static_cast<std::size_t>(count));
  return told;
}

} // namespace

TEST(ReadTree, says_which_entries_may_not_be_read) {
  Tree tree;
  put(tree / "closed", "secret");
  put(tree / "open", "for all");
  fs::create_directory(tree / "folder");
  put(tree / "folder/inside", "");
  for (const auto& path : {tree.beside(""), tree.root()}) must(::chmod(path.c_str(), 0755) == 0, "chmod");
  tree.close(tree / "closed");
  tree.close(tree / "folder");
  const auto told = told_by_somebody_else(tree.root(), [](const std::vector<TreeEntry>& entries) -> std::string {
    if (paths_of(entries) != std::vector<std::string>{"closed", "folder", "open"}) return "other paths";
    if (at(entries, "closed").failure.empty() || at(entries, "closed").content) return "the closed file was read";
    if (at(entries, "closed").size != 6) return "nothing was learnt of the closed file";
    if (at(entries, "folder").failure.empty()) return "the closed folder was read";
    return at(entries, "open").content == digest_of("for all") ? "" : "the open file was not read";
  });
  EXPECT_EQ(told, "");
}

TEST(ReadTree, blames_a_file_that_grows_while_it_is_read) {
  const Tree tree;
  put(tree / "growing", noise(100'000'000));
  put(tree / "still", "still");
  std::atomic<bool> stop{false};
  std::thread writer{[&] {
    std::ofstream file{tree / "growing", std::ios::app};
    while (!stop) {
      file << "more" << std::flush;
      std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
  }};
  const auto entries = entries_of(tree.root());
  stop = true;
  writer.join();
  EXPECT_NE(at(entries, "growing").failure, "");
  EXPECT_FALSE(at(entries, "growing").content);
  EXPECT_EQ(at(entries, "still").failure, "");
}

TEST(ReadTree, stops_when_the_person_asks) {
  const Tree tree;
  for (int i = 0; i < 500; ++i) put(tree / std::to_string(i), noise(1000));
  unsigned taken = 0;
  bool cancelled = false;
  TreeReading reading;
  reading.progress.cancelled = [&] { return cancelled; };
  try {
    read_tree(tree.root(), reading, [&](TreeEntry&) {
      ++taken;
      cancelled = true;
    });
    FAIL() << "it went on";
  } catch (const Problem& problem) { EXPECT_EQ(problem.kind(), ProblemKind::cancelled); }
  EXPECT_LT(taken, 500u);
}

TEST(ReadTree, passes_on_what_the_caller_throws) {
  const Tree tree;
  for (int i = 0; i < 500; ++i) put(tree / std::to_string(i), noise(1000));
  EXPECT_THROW(read_tree(tree.root(), {}, [](TreeEntry&) { throw std::runtime_error{"enough"}; }), std::runtime_error);
  EXPECT_THROW(
      read_tree(tree.root(), {.wants_content = [](const TreeEntry&) -> bool { throw std::runtime_error{"enough"}; }, .progress = {}}, [](TreeEntry&) {}),
      std::runtime_error);
}

TEST(ReadTree, tells_how_far_it_is) {
  const Tree tree;
  for (int i = 0; i < 300; ++i) put(tree / std::to_string(i), noise(1000));
  std::uint64_t last = 0, total = 0;
  TreeReading reading;
  reading.expected_bytes = 300'000;
  reading.progress.report = [&](const std::string&, std::uint64_t done, std::uint64_t of) {
    EXPECT_GE(done, last);
    last = done;
    total = of;
  };
  entries_of(tree.root(), reading);
  EXPECT_EQ(last, 300'000u);
  EXPECT_EQ(total, 300'000u);
}

TEST(ReadTree, judges_what_the_bytes_look_like_when_asked) {
  const Tree tree;
  put(tree / "holes", "");
  fs::resize_file(tree / "holes", 3'000'000);
  put(tree / "scrambled", noise(200'000));
  put(tree / "short", std::string(5000, 'a') + "\n");
  put(tree / "huge", noise(17'000'000));
  fs::create_hard_link(tree / "holes", tree / "twin");
  TreeReading reading;
  EXPECT_EQ(at(entries_of(tree.root(), reading), "holes").look, ContentLook::unseen);
  reading.look = true;
  const auto entries = entries_of(tree.root(), reading);
  EXPECT_EQ(at(entries, "holes").look, ContentLook::zeros);
  EXPECT_EQ(at(entries, "twin").look, ContentLook::zeros);
  EXPECT_EQ(at(entries, "scrambled").look, ContentLook::scrambled);
  EXPECT_EQ(at(entries, "huge").look, ContentLook::scrambled);
  EXPECT_EQ(at(entries, "short").look, ContentLook::ordinary);
  EXPECT_EQ(at(entries, "scrambled").content, digest_of(noise(200'000)));
}
