#include "tests/backup/restore_setting.hpp"

#include <gmock/gmock.h>

#include <set>

using namespace hdskit;
using testing::HasSubstr;
using tests::put;
namespace fs = std::filesystem;

namespace {

constexpr int file_count = 200;

/// Sampled restores of a copy with many files.
struct SampledTest : tests::RestoreSetting {
  SampledTest() {
    fill_source(file_count);
    back_up();
    order.reference_tree = source;
    order.source.turns = 5;
  }
  /// The next test goes on where this one ended.
  void go_on_from(const RestoreTestOutcome& outcome) {
    order.previous = PreviousTest{};
    order.previous->point = outcome.report.point->id;
    order.previous->files = outcome.report.restored_files;
    order.previous->bytes = outcome.report.restored_bytes;
    order.previous->sample = outcome.report.sample;
    fs::rename(outcome.manifest, place.path() / "previous");
    order.previous->manifest = place.path() / "previous";
  }
};

std::set<std::string> files_of(const fs::path& manifest) {
  std::set<std::string> files;
  ManifestReader reader{manifest};
  for (TreeEntry entry; reader.next(entry);)
    if (entry.kind == EntryKind::file) files.insert(entry.path);
  return files;
}

} // namespace

TEST_F(SampledTest, restores_a_part_and_states_its_bound) {
  const auto found = report();
  expect(found, RunVerdict::proven, "proven");
  EXPECT_FALSE(found.complete);
  EXPECT_EQ(found.population, file_count + 0u);
  EXPECT_EQ(found.sampled_files, found.restored_files);
  EXPECT_GT(found.sampled_files, 10u);
  EXPECT_LT(found.sampled_files, 100u);
  EXPECT_EQ(found.bad_share_at_most, bad_share_bound(found.population, found.sampled_files, 0));
  EXPECT_THAT(limits_of(found), testing::Contains(HasSubstr("did not read every file")));
}

TEST_F(SampledTest, covers_every_file_in_one_cycle_and_begins_another) {
  std::set<std::string> seen;
  std::optional<Digest> seed;
  for (unsigned turn = 0; turn < 5; ++turn) {
    const auto outcome = test();
    expect(outcome.report, RunVerdict::proven, "proven");
    EXPECT_EQ(outcome.report.sample->turn, turn);
    EXPECT_EQ(outcome.report.sample->cycle_seed, seed.value_or(outcome.report.sample->cycle_seed));
    seed = outcome.report.sample->cycle_seed;
    EXPECT_THAT(outcome.report.suspicions, testing::IsEmpty()); // other files than last time are no alarm
    seen.merge(files_of(outcome.manifest));
    go_on_from(outcome);
  }
  EXPECT_EQ(seen.size(), file_count + 0u);
  const auto next = report();
  EXPECT_EQ(next.sample->turn, 0u);
  EXPECT_NE(next.sample->cycle_seed, *seed);
}

TEST_F(SampledTest, draws_others_besides_each_time) {
  order.source.random_permille = 300;
  const auto one = test();
  const auto first = files_of(one.manifest);
  const auto other = test();
  EXPECT_NE(one.report.sample->run_seed, other.report.sample->run_seed);
  EXPECT_NE(first, files_of(other.manifest));
}

TEST_F(SampledTest, finds_a_bad_file_among_those_it_drew) {
  for (const auto& entry : fs::recursive_directory_iterator{copy}) {
    if (!entry.is_regular_file() || entry.is_symlink()) continue;
    const auto date = fs::last_write_time(entry);
    auto text = read_file(entry.path());
    text[0] ^= 1;
    put(entry.path(), text);
    fs::last_write_time(entry, date);
  }
  const auto found = report();
  expect(found, RunVerdict::difference, "content_differs");
  EXPECT_EQ(found.bad_share_at_most, 1);
}

TEST_F(SampledTest, misses_no_name_though_it_reads_a_part) {
  order.source.turns = 50; // four files a test: names are compared all the same
  const auto folder = copy / "service-1";
  const auto date = fs::last_write_time(folder);
  for (int i = 1; i < 100; i += 4) fs::remove(folder / ("compte-rendu-" + std::to_string(i) + ".txt"));
  fs::last_write_time(folder, date);
  const auto found = report();
  expect(found, RunVerdict::difference, "missing_files");
  EXPECT_EQ(found.comparison->missing, 25u);
}

TEST_F(SampledTest, finds_a_name_too_many_and_a_size_that_changed) {
  order.source.turns = 50;
  const auto folder = copy / "service-1";
  const auto date = fs::last_write_time(folder);
  for (int i = 0; i < 30; ++i) put(folder / ("intrus-" + std::to_string(i)), "x");
  fs::last_write_time(folder, date);
  const auto found = report();
  expect(found, RunVerdict::difference, "extra_files");
  EXPECT_EQ(found.comparison->extra, 30u);
}

TEST_F(SampledTest, of_so_few_files_that_none_is_drawn_reads_all) {
  for (const auto& root : {source, copy}) {
    fs::remove_all(root);
    fs::create_directory(root);
    put(root / "only", "text");
  }
  run("touch -r '" + (source / "only").string() + "' '" + (copy / "only").string() + "' && touch -r '" + source.string() + "' '" + copy.string() + "'");
  order.source.turns = 1000;
  const auto found = report();
  expect(found, RunVerdict::proven, "proven");
  EXPECT_EQ(found.restored_files, 1u);
}
