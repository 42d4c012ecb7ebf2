#include "tests/backup/restore_setting.hpp"
#include "tests/support/child.hpp"
#include "toolkit/backup/restore_report_json.hpp"
#include "toolkit/backup/source_listing.hpp"
#include "toolkit/base/translate.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include <sys/xattr.h>

using namespace hdskit;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using tests::noise;
using tests::put;
namespace fs = std::filesystem;

namespace {

struct RunRestoreTest : tests::RestoreSetting {
  RunRestoreTest() {
    fill_source();
    back_up();
    order.reference_tree = source;
  }
  const fs::path one = copy / "service-1" / "compte-rendu-1.txt";

  /// Restores a backup with a fault in it; the fault must be the only thing that is found.
  void expect_difference(const std::string& reason, EntryVerdict verdict, const std::string& path, std::initializer_list<Aspect> aspects = {}) {
    const auto found = report();
    expect(found, RunVerdict::difference, reason);
    EXPECT_EQ(exit_status(found.verdict), 1);
    const auto list = differences();
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].verdict, verdict);
    EXPECT_EQ(list[0].path, path);
    for (const auto aspect : aspects) EXPECT_TRUE(list[0].aspects.has(aspect)) << word_of(aspect);
  }
  void write_reference(const fs::path& file) { write_manifest(source, file, {tests::now(), "srv", "source", "test", true}, {}); }
  /// With the same times afterwards: what a damaged disk does, or one who hides.
  void alter(const fs::path& file, const std::string& bytes) {
    run("touch -r '" + file.string() + "' '" + (place.path() / "date").string() + "'");
    run("touch -r '" + file.parent_path().string() + "' '" + (place.path() / "folder-date").string() + "'");
    put(file, bytes);
    run("touch -r '" + (place.path() / "date").string() + "' '" + file.string() + "'");
    run("touch -r '" + (place.path() / "folder-date").string() + "' '" + file.parent_path().string() + "'");
  }
  void keep_folder_date(const fs::path& folder, const std::function<void()>& work) {
    run("touch -r '" + folder.string() + "' '" + (place.path() / "folder-date").string() + "'");
    work();
    run("touch -r '" + (place.path() / "folder-date").string() + "' '" + folder.string() + "'");
  }
};

} // namespace

TEST_F(RunRestoreTest, of_a_good_backup_is_proven) {
  const auto before = source_listing(copy.string(), {});
  const auto outcome = test();
  const auto& report = outcome.report;
  expect(report, RunVerdict::proven, "proven");
  EXPECT_EQ(report.level, ProofLevel::compared);
  EXPECT_EQ(report.reference, ReferenceKind::live_tree);
  EXPECT_EQ(report.restored_files, 20u);
  EXPECT_GT(report.restored_bytes, 10'000u);
  EXPECT_EQ(report.comparison->same, report.comparison->expected);
  EXPECT_EQ(report.comparison->contents_compared, 20u);
  EXPECT_EQ(report.scratch_removed, "yes");
  EXPECT_TRUE(report.source_untouched);
  EXPECT_EQ(source_listing(copy.string(), {}), before);
  EXPECT_TRUE(report.complete);
  EXPECT_EQ(report.manifest, digest_of_file(outcome.manifest));
  EXPECT_EQ(report.differences, digest_of_file(outcome.differences));
  EXPECT_EQ(report.log, digest_of_file(outcome.log));
  EXPECT_TRUE(report.restore_time.has_value());
  EXPECT_EQ(report_text(parse_report(report_text(report), "r")), report_text(report));
}

TEST_F(RunRestoreTest, compares_with_a_manifest_made_at_backup_time) {
  order.reference_tree.reset();
  order.reference_manifest = place.path() / "M";
  write_reference(*order.reference_manifest);
  put(source / "written-since.txt", "x"); // does not matter to a manifest
  const auto found = report();
  expect(found, RunVerdict::proven, "proven");
  EXPECT_EQ(found.reference, ReferenceKind::manifest);
}

TEST_F(RunRestoreTest, without_reference_proves_a_restore_and_no_more) {
  order.reference_tree.reset();
  const auto found = report();
  expect(found, RunVerdict::proven, "proven_without_reference");
  EXPECT_EQ(found.level, ProofLevel::restored);
  EXPECT_FALSE(limits_of(found).empty());
}

TEST_F(RunRestoreTest, finds_a_missing_file) {
  keep_folder_date(one.parent_path(), [&] { fs::remove(one); });
  expect_difference("missing_files", EntryVerdict::missing, "service-1/compte-rendu-1.txt");
}

TEST_F(RunRestoreTest, finds_an_extra_file) {
  keep_folder_date(one.parent_path(), [&] { put(one.parent_path() / "zz.txt", "x"); });
  expect_difference("extra_files", EntryVerdict::extra, "service-1/zz.txt");
}

TEST_F(RunRestoreTest, finds_content_of_the_same_size_and_date) {
  auto text = read_file(one);
  text[10] ^= 1;
  alter(one, text);
  expect_difference("content_differs", EntryVerdict::changed, "service-1/compte-rendu-1.txt", {Aspect::content});
}

TEST_F(RunRestoreTest, finds_a_file_that_was_cut) {
  alter(one, read_file(one).substr(0, 100));
  expect_difference("content_differs", EntryVerdict::truncated, "service-1/compte-rendu-1.txt", {Aspect::size});
}

TEST_F(RunRestoreTest, finds_a_changed_mode) {
  fs::permissions(one, fs::perms::owner_all);
  expect_difference("attributes_lost", EntryVerdict::changed, "service-1/compte-rendu-1.txt", {Aspect::mode});
}

TEST_F(RunRestoreTest, finds_a_changed_time) {
  run("touch -d '2 hours ago' '" + one.string() + "'");
  expect_difference("attributes_lost", EntryVerdict::changed, "service-1/compte-rendu-1.txt", {Aspect::time});
}

TEST_F(RunRestoreTest, finds_a_changed_list_of_access) {
  run("setfacl -m u:1234:r '" + one.string() + "' && chmod --reference='" + (source / "service-1/compte-rendu-1.txt").string() + "' '" + one.string() + "'");
  expect_difference("attributes_lost", EntryVerdict::changed, "service-1/compte-rendu-1.txt", {Aspect::acl});
}

TEST_F(RunRestoreTest, finds_a_changed_extended_attribute) {
  ASSERT_EQ(::setxattr(one.c_str(), "user.note", "x", 1, 0), 0);
  expect_difference("attributes_lost", EntryVerdict::changed, "service-1/compte-rendu-1.txt", {Aspect::attributes});
}

TEST_F(RunRestoreTest, finds_a_link_that_leads_elsewhere) {
  const auto link = copy / "service-0" / "dernier.txt";
  keep_folder_date(link.parent_path(), [&] {
    fs::remove(link);
    fs::create_symlink("/etc/passwd", link);
    run("touch -h -r '" + (source / "service-0" / "dernier.txt").string() + "' '" + link.string() + "'");
  });
  expect_difference("attributes_lost", EntryVerdict::changed, "service-0/dernier.txt", {Aspect::target});
}

TEST_F(RunRestoreTest, finds_a_changed_owner_when_root) {
  if (::geteuid() != 0) return; // only root gives files away
  ASSERT_EQ(::chown(one.c_str(), 1234, 1234), 0);
  expect_difference("attributes_lost", EntryVerdict::changed, "service-1/compte-rendu-1.txt", {Aspect::owner});
}

TEST_F(RunRestoreTest, as_another_user_says_that_owners_cannot_be_compared) {
  world.tools.as_root = false;
  const auto found = report();
  expect(found, RunVerdict::proven, "proven");
  EXPECT_THAT(found.not_comparable, ElementsAre("owner", "device"));
}

TEST_F(RunRestoreTest, counts_only_what_the_source_must_give_back) {
  order.source.preserve = {"mode"};
  run("touch -d '2 hours ago' '" + one.string() + "'");
  const auto found = report();
  expect(found, RunVerdict::proven, "proven");
  EXPECT_EQ(found.comparison->noted, 1u);
}

TEST_F(RunRestoreTest, explains_what_changed_in_the_live_tree_since) {
  std::this_thread::sleep_for(2100ms); // the second in which the copy was made explains nothing
  put(source / "service-2" / "new.txt", "new");
  put(source / "service-1" / "compte-rendu-1.txt", "rewritten");
  fs::remove(source / "service-3" / "compte-rendu-3.txt");
  const auto found = report();
  expect(found, RunVerdict::proven, "proven");
  EXPECT_GE(found.comparison->explained, 3u);
}

TEST_F(RunRestoreTest, of_an_empty_backup_is_never_a_pass) {
  fs::remove_all(copy);
  fs::create_directory(copy);
  expect(report(), RunVerdict::difference, "nothing_restored");
  order.reference_tree.reset();
  expect(report(), RunVerdict::difference, "nothing_restored");
  order.reference_tree = place.path() / "empty"; // a reference as empty changes nothing
  fs::create_directory(*order.reference_tree);
  expect(report(), RunVerdict::difference, "nothing_restored");
}

TEST_F(RunRestoreTest, of_a_source_without_any_backup_is_a_difference) {
  order.source.selection = "2026-*";
  expect(report(), RunVerdict::difference, "no_backup");
}

TEST_F(RunRestoreTest, of_a_place_that_is_not_there_is_inconclusive) {
  order.source.location = (place.path() / "nowhere").string();
  const auto found = report();
  expect(found, RunVerdict::inconclusive, "drill_broken");
  EXPECT_EQ(exit_status(found.verdict), 3);
}

TEST_F(RunRestoreTest, of_files_that_ransomware_renamed_and_scrambled_raises_the_alarm) {
  order.reference_tree.reset();
  order.previous = PreviousTest{};
  order.previous->manifest = place.path() / "previous";
  order.previous->point = "earlier";
  order.previous->files = 20;
  order.previous->bytes = 30'000;
  write_manifest(source, order.previous->manifest, {tests::now(), "srv", "source", "test", true}, {.look = true});
  std::uint64_t seed = 0;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator{copy})
    if (entry.is_regular_file() && !entry.is_symlink()) files.push_back(entry.path());
  for (const auto& file : files) {
    put(file.string() + ".locked", noise(20'000, ++seed));
    fs::remove(file);
  }
  const auto found = report();
  expect(found, RunVerdict::difference, "suspicious");
  EXPECT_THAT(found.suspicions, testing::Contains(testing::Field(&Suspicion::grave, true)));
  for (const auto& suspicion : found.suspicions) EXPECT_THAT(suspicion.sentence, Not(HasSubstr("compte-rendu")));
}

TEST_F(RunRestoreTest, falls_back_on_an_earlier_test_of_the_same_backup) {
  order.reference_tree.reset();
  order.previous = PreviousTest{};
  order.previous->manifest = place.path() / "previous";
  order.previous->point = ".";
  write_reference(order.previous->manifest);
  const auto found = report();
  expect(found, RunVerdict::proven, "proven");
  EXPECT_EQ(found.reference, ReferenceKind::previous_test);
  order.previous->begun = found.point->begun;
  EXPECT_EQ(report().reference, ReferenceKind::previous_test);
  order.previous->begun = Instant{found.point->begun->seconds() - std::chrono::hours{24}}; // the copy was refreshed since, under the same name
  EXPECT_EQ(report().reference, ReferenceKind::none);
  order.previous->begun.reset();
  order.previous->point = "another";
  EXPECT_EQ(report().reference, ReferenceKind::none);
}

TEST_F(RunRestoreTest, with_a_damaged_manifest_is_inconclusive_and_no_difference) {
  order.reference_tree.reset();
  order.reference_manifest = place.path() / "M";
  write_reference(*order.reference_manifest);
  auto text = read_file(*order.reference_manifest);
  text[text.size() / 2] ^= 1;
  put(*order.reference_manifest, text);
  expect(report(), RunVerdict::inconclusive, "drill_broken");
  put(*order.reference_manifest, read_file(*order.reference_manifest).substr(0, text.size() / 2));
  expect(report(), RunVerdict::inconclusive, "drill_broken");
  fs::remove(*order.reference_manifest);
  expect(report(), RunVerdict::inconclusive, "drill_broken");
}

TEST_F(RunRestoreTest, never_follows_a_link_that_points_outside) {
  const ScratchFolder outside;
  put(outside.path() / "kept", "kept");
  for (const auto& root : {source, copy}) fs::create_directory_symlink(outside.path(), root / "outside");
  run("touch -h -r '" + (source / "outside").string() + "' '" + (copy / "outside").string() + "'");
  run("touch -r '" + source.string() + "' '" + copy.string() + "'");
  const auto outcome = test();
  expect(outcome.report, RunVerdict::proven, "proven");
  EXPECT_EQ(outcome.report.restored_files, 20u);
  EXPECT_THAT(read_file(outcome.manifest), Not(HasSubstr("outside/kept")));
  EXPECT_EQ(read_file(outside.path() / "kept"), "kept");
}

TEST_F(RunRestoreTest, compares_from_where_the_reference_begins) {
  const auto above = place.path() / "above" / "srv" / "data";
  fs::create_directories(above.parent_path());
  run("cp -a '" + copy.string() + "' '" + above.string() + "'");
  order.source.location = (place.path() / "above").string();
  const auto found = report();
  expect(found, RunVerdict::proven, "proven");
  EXPECT_EQ(found.comparison->missing + found.comparison->extra, 0u);
}

TEST_F(RunRestoreTest, keeps_names_of_files_out_of_its_report) {
  fs::remove(one);
  put(copy / "DUPONT Jeanne.pdf", "x");
  const auto text = report_text(report());
  EXPECT_THAT(text, Not(HasSubstr("DUPONT")));
  EXPECT_THAT(text, Not(HasSubstr("compte-rendu")));
}

TEST_F(RunRestoreTest, measures_the_age_of_data_and_judges_it) {
  age(source, 5h);
  fs::remove_all(copy);
  back_up();
  order.objectives.rpo = Minutes{6 * 60};
  auto found = report();
  expect(found, RunVerdict::proven, "proven");
  EXPECT_NEAR(static_cast<double>(found.rpo_point->count()), 5 * 3600, 120);
  EXPECT_NEAR(static_cast<double>(found.rpo_file->count()), 5 * 3600, 120);
  order.objectives.rpo = Minutes{4 * 60};
  found = report();
  expect(found, RunVerdict::objective_missed, "rpo_missed");
  EXPECT_EQ(exit_status(found.verdict), 2);
}

TEST_F(RunRestoreTest, misses_the_time_to_restore_by_its_own_clock) {
  order.objectives.rto = Minutes{1};
  world.elapsed = [time = 0ms]() mutable { return time += 50s; }; // every look at the clock takes 50 s
  const auto found = report();
  expect(found, RunVerdict::objective_missed, "rto_missed");
}

TEST_F(RunRestoreTest, ends_when_its_time_is_over) {
  order.source.time_limit = Minutes{1};
  world.elapsed = [time = 0ms]() mutable { return time += 25s; };
  const auto found = report();
  expect(found, RunVerdict::inconclusive, "drill_broken");
  const LanguageScope french{Language::french}; // as every report
  EXPECT_EQ(found.sentences.front(), tr("The time that the test may take is over."));
}

TEST_F(RunRestoreTest, leaves_no_folder_and_concludes_nothing_when_the_person_stops_it) {
  std::atomic<bool> restoring = false;
  Progress progress;
  progress.report = [&](const std::string& step, std::uint64_t, std::uint64_t) {
    if (step == "Comparison of contents") restoring = true;
  };
  progress.cancelled = [&] { return restoring.load(); };
  const auto found = run_restore_test(order, world, progress).report;
  expect(found, RunVerdict::inconclusive, "drill_broken");
  const LanguageScope french{Language::french};
  EXPECT_EQ(found.sentences.front(), tr("The test was stopped by a person before its end."));
  EXPECT_TRUE(fs::is_empty(scratch));
}

TEST_F(RunRestoreTest, on_a_full_disk_is_inconclusive) {
  put(copy / "large.bin", noise(3'000'000));
  const auto said = tests::on_own_disk(scratch.string(), 2048, [&](const auto&) {
    const auto found = run_restore_test(order, world).report;
    return to_field_text(found.verdict) + " " + found.reason + " " + found.scratch_removed;
  });
  EXPECT_EQ(said, "inconclusive drill_broken yes");
}

TEST_F(RunRestoreTest, refuses_to_begin_what_the_disk_cannot_hold) {
  order.source.space_gb = 1;
  const int descriptor = ::open((copy / "large.bin").c_str(), O_CREAT | O_WRONLY, 0600);
  ASSERT_EQ(::posix_fallocate(descriptor, 0, 1'100'000'000), 0);
  ::close(descriptor);
  const auto found = report();
  expect(found, RunVerdict::inconclusive, "drill_broken");
  EXPECT_FALSE(std::ranges::any_of(found.phases, [](const auto& phase) { return phase.name == "restore"; }));
}

TEST_F(RunRestoreTest, removes_what_a_killed_test_left) {
  tests::Child child{[&](const tests::Child::Line& line) {
    Progress progress;
    progress.report = [&](const std::string& step, std::uint64_t, std::uint64_t) {
      if (step != "Comparison of contents") return;
      line.say('r');
      line.wait();
    };
    run_restore_test(order, world, progress);
  }};
  ASSERT_EQ(child.hear(), 'r');
  child.kill();
  child.end();
  ASSERT_FALSE(fs::is_empty(scratch));
  world.random = [](std::size_t count) { return noise(count, 77); };
  expect(report(), RunVerdict::proven, "proven"); // which looks that nothing is left
}
