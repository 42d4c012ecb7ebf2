#include "tests/backup/file_drill.hpp"
#include "tests/support/child.hpp"

using namespace hdskit;
using tests::compare_trees;
using tests::has_alarm;
using tests::passed;
using tests::TarText;

namespace {

namespace fs = std::filesystem;

class ArchiveDrill : public testing::Test, public tests::FileDrill {
protected:
  ArchiveDrill() : FileDrill{SourceKind::archive, archive_driver} {}

  /// All that a tar can be asked to give back.
  void make_tree() const {
    sh("mkdir -p tree/sub/shut; cd tree; printf one > sub/one; ln sub/one sub/twin; ln -s ../outside sub/link; ln -s /etc/hostname away; mkfifo pipe; "
       "truncate -s 3M hole; printf end >> hole; : > \"$(printf 'caf\\351')\"; : > \"$(printf 'two\\nlines')\"; : > $(printf 'n%.0s' $(seq 1 255)); : > café; "
       "setfacl -m u:1234:rw- sub/one; setfacl -m g:12:r-x sub; setfacl -d -m u:1234:rwx sub; setfattr -n user.note -v value sub/one; setfattr -n user.other "
       "-v x sub; "
       "head -c 70000 /dev/urandom > noise; chmod 4750 noise; chmod 1777 sub/shut; chmod 0500 sub/shut; "
       "touch -d '1965-01-02 03:04:05.123456789' noise; touch -d '2200-01-01' café; touch -h -d '2011-01-01 00:00:00.5' sub/link; touch -d '2001-02-03 "
       "04:05:06.7' sub/shut sub");
    if (::geteuid() == 0)
      sh("cd tree; chown -h 1234:5678 sub/one sub/link pipe sub/shut; chown 4321:8765 noise; chmod 4750 noise; setfattr -n security.capability -v "
         "0x0100000200200000000000000000000000000000 hole; "
         "mknod null c 1 3");
  }
  bool alarm(const std::string& command) {
    sh("rm -f backups/*; " + command);
    return has_alarm(restore());
  }
};

TEST_F(ArchiveDrill, gives_back_all_that_a_posix_tar_keeps) {
  make_tree();
  sh("tar --format=posix --xattrs --xattrs-include='*' --acls -S -cf backups/a.tar -C tree .");
  const auto state = restore();
  EXPECT_FALSE(has_alarm(state)) << log;
  EXPECT_EQ(tests::find_check(state, "archive_attributes"), nullptr) << log;
  std::vector<Difference> differences;
  const auto totals = compare_trees(folder() / "tree", state.tree, {}, &differences);
  for (const auto& difference : differences)
    for (unsigned aspect = 0; aspect < aspect_count; ++aspect)
      if (difference.aspects.has(static_cast<Aspect>(aspect))) ADD_FAILURE() << difference.path << ": " << word_of(static_cast<Aspect>(aspect));
  EXPECT_EQ(totals.differences(), 0u);
  EXPECT_GT(totals.same, 10u);
  EXPECT_EQ(state.artefact, digest_of_file(backups() / "a.tar"));
  for (const auto* const option : {"-z", "-j", "-J", "--zstd"}) {
    sh(std::string{"rm backups/*; tar --format=posix --xattrs --xattrs-include='*' --acls -S "} + option + " -cf backups/a.tar.z -C tree .");
    source.selection = "*";
    EXPECT_EQ(compare_trees(folder() / "tree", restore().tree).differences(), 0u) << option;
  }
}

TEST_F(ArchiveDrill, shows_that_a_plain_tar_lost_lists_attributes_and_fractions_of_seconds) {
  make_tree();
  sh("tar -cf backups/a.tar -C tree .");
  const auto state = restore();
  EXPECT_FALSE(has_alarm(state));
  ComparisonPolicy policy;
  const auto totals = compare_trees(folder() / "tree", state.tree, policy);
  EXPECT_GT(totals.by_aspect[static_cast<std::size_t>(Aspect::acl)], 0u);
  EXPECT_GT(totals.by_aspect[static_cast<std::size_t>(Aspect::attributes)], 0u);
  EXPECT_GT(totals.by_aspect[static_cast<std::size_t>(Aspect::time)], 0u);
  EXPECT_EQ(totals.contents_differ, 0u);
  policy.must = AspectSet::all().without({Aspect::acl, Aspect::attributes, Aspect::time, Aspect::sparse, Aspect::mode});
  EXPECT_EQ(compare_trees(folder() / "tree", state.tree, policy).differences(), 0u);
}

TEST_F(ArchiveDrill, restores_zip_and_7z) {
  sh("mkdir -p tree/sub; printf one > tree/sub/one; printf deux > tree/café; ln -s one tree/sub/link");
  ComparisonPolicy policy;
  policy.must = {Aspect::content, Aspect::size, Aspect::kind, Aspect::target};
  for (const auto* const command : {"cd tree; zip -qry ../backups/a.zip .", "cd tree; rm ../backups/*; 7z a -bd -snl ../backups/a.7z ."}) {
    sh(command);
    const auto state = restore();
    EXPECT_FALSE(has_alarm(state)) << log;
    EXPECT_EQ(compare_trees(folder() / "tree", state.tree, policy).differences(), 0u) << command;
  }
}

TEST_F(ArchiveDrill, finds_damage_wherever_the_format_can) {
  sh("mkdir tree; head -c 200000 /dev/urandom > tree/noise; printf x > tree/small; tar -zcf whole.tar.gz tree; tar -cf whole.tar tree; zip -qr whole.zip tree");
  const std::string flip =
      "python3 -c 'import sys; f = open(sys.argv[1], \"r+b\"); f.seek(100000); b = f.read(1); f.seek(100000); f.write(bytes([b[0] ^ 1]))' ";
  EXPECT_FALSE(alarm("cp whole.tar.gz whole.zip backups; rm backups/whole.zip"));
  EXPECT_TRUE(alarm("cp whole.tar.gz backups; " + flip + "backups/whole.tar.gz"));
  EXPECT_TRUE(alarm("cp whole.zip backups; " + flip + "backups/whole.zip"));
  EXPECT_TRUE(alarm("head -c 100000 whole.tar > backups/cut.tar"));
  EXPECT_TRUE(alarm("head -c 100000 whole.tar.gz > backups/cut.tar.gz"));
  EXPECT_TRUE(alarm("head -c 100000 whole.zip > backups/cut.zip"));
  EXPECT_TRUE(alarm(": > backups/nothing.tar"));
  EXPECT_TRUE(alarm("printf 'Please find enclosed' > backups/letter.tar"));
}

TEST_F(ArchiveDrill, leaves_a_flipped_bit_of_a_plain_tar_to_the_manifest) {
  sh("mkdir tree; head -c 200000 /dev/urandom > tree/noise; tar -cf backups/a.tar -C tree .");
  sh("python3 -c 'f = open(\"backups/a.tar\", \"r+b\"); f.seek(100000); b = f.read(1); f.seek(100000); f.write(bytes([b[0] ^ 1]))'");
  const auto state = restore();
  EXPECT_FALSE(has_alarm(state)) << "a tar has no checksum over contents";
  EXPECT_EQ(compare_trees(folder() / "tree", state.tree).contents_differ, 1u);
}

TEST_F(ArchiveDrill, finds_a_tar_cut_between_two_members) {
  write_file(backups() / "a.tar", TarText{}.file("one", "1").file("two", "2").cut());
  sh("tar -tf backups/a.tar"); // status 0: other tools say nothing
  const auto state = restore();
  EXPECT_FALSE(passed(state, "archive_whole"));
  EXPECT_TRUE(has_alarm(state));
  EXPECT_EQ(state.files, 2u);
}

TEST_F(ArchiveDrill, restores_no_file_from_an_empty_archive) {
  sh("tar -cf backups/a.tar -T /dev/null");
  const auto state = restore();
  EXPECT_EQ(state.files, 0u) << "which is never a pass";
  EXPECT_EQ(state.bytes, 0u);
}

TEST_F(ArchiveDrill, calls_a_hostile_archive_so_and_writes_nothing_outside) {
  const auto victim = (folder() / "victim").string();
  write_file(victim, "untouched");
  for (const auto& tar : {TarText{}.file("../victim", "bad").file("ok", "1").whole(), TarText{}.file(victim, "bad").whole(),
                          TarText{}.link("out", "..").file("out/victim", "bad").whole(), TarText{}.twin("victim", "../victim").whole()}) {
    sh("rm -f backups/*");
    write_file(backups() / "a.tar", tar);
    const auto state = restore();
    EXPECT_FALSE(passed(state, "archive_safe"));
    EXPECT_TRUE(has_alarm(state));
    EXPECT_EQ(read_file(victim), "untouched");
    EXPECT_EQ(tests::find_check(state, "archive_safe")->sentence.find("victim"), std::string::npos) << "no path in a report";
  }
  EXPECT_NE(log.find("refused: climbing ../victim"), std::string::npos);
}

TEST_F(ArchiveDrill, stops_a_bomb) {
  sh("truncate -s 400M zeros; zstd -q -19 zeros -o z.zst; tar --zstd -cf backups/a.tar.zst zeros");
  const auto state = restore();
  EXPECT_FALSE(passed(state, "archive_safe"));
  EXPECT_LT(state.bytes, 200'000'000u);
}

TEST_F(ArchiveDrill, that_finds_no_room_is_broken_and_proves_nothing) {
  sh("head -c 3000000 /dev/urandom > large; tar -cf backups/a.tar large");
  fs::create_directory(restored());
  const auto told = tests::on_own_disk(restored().string(), 1'024, [&](const auto&) {
    try {
      archive_driver.restore(access(), inventory().at(0), {restored(), {}});
    } catch (const Problem& problem) { return std::to_string(exit_code(problem.kind())); }
    return std::string{"restored"};
  });
  EXPECT_EQ(told, std::to_string(exit_code(ProblemKind::no_space)));
}

TEST_F(ArchiveDrill, needs_the_password_of_an_encrypted_zip) {
  sh("printf secret > file; zip -q -P 'pass word' backups/a.zip file");
  EXPECT_EQ(tests::problem_of([&] { restore(); }).kind(), ProblemKind::refused);
  secret = "wrong";
  const auto wrong = tests::problem_of([&] { restore(); });
  EXPECT_EQ(wrong.kind(), ProblemKind::refused);
  secret = "pass word";
  EXPECT_FALSE(has_alarm(restore()));
  EXPECT_EQ(read_file(restored() / "file"), "secret");
  EXPECT_EQ(log.find("pass word"), std::string::npos);
}

TEST_F(ArchiveDrill, says_that_it_cannot_open_an_encrypted_7z) {
  sh("printf secret > file; 7z a -bd -pword backups/a.7z file");
  secret = "word";
  EXPECT_EQ(tests::problem_of([&] { restore(); }).kind(), ProblemKind::bad_input);
}

TEST_F(ArchiveDrill, samples_files_with_the_twins_that_hold_their_bytes) {
  sh("mkdir -p tree/sub; printf 1 > tree/a; ln tree/a tree/b; printf 2 > tree/sub/c; mkdir tree/nothing; tar -zcf backups/a.tgz -C tree .");
  EXPECT_EQ(listed(), (std::vector<std::string>{"a", "b", "sub/c"}));
  const auto state = restore([](std::string_view path) { return path == "b"; });
  EXPECT_FALSE(has_alarm(state)) << log;
  EXPECT_EQ(read_file(restored() / "b"), "1");
  EXPECT_FALSE(fs::exists(restored() / "sub/c"));
  EXPECT_TRUE(fs::is_directory(restored() / "nothing"));
}

TEST_F(ArchiveDrill, says_with_what_it_read_and_how_it_was_shut_in) {
  const auto versions = archive_driver.versions(access());
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions.at(0).name, "hdskit-unpack");
  EXPECT_EQ(versions.at(1).name, "libarchive");
  write_file(backups() / "a.tar", TarText{}.file("a", "1").whole());
  restore();
  EXPECT_NE(log.find("confined by:"), std::string::npos);
}

TEST_F(ArchiveDrill, names_the_package_of_its_program_when_that_is_missing) {
  write_file(backups() / "a.tar", TarText{}.file("a", "1").whole());
  tools.unpacker = folder() / "nowhere/hdskit-unpack";
  EXPECT_EQ(tests::problem_of([&] { restore(); }).kind(), ProblemKind::not_found);
}

TEST_F(ArchiveDrill, finds_the_archives_of_a_folder_newest_first) {
  sh("for n in dpi-2026-11-18.tar dpi-2026-11-20.tar.gz DPI-2026-11-19.TGZ notes.txt half.tar.part; do : > backups/$n; done; ln -s dpi-2026-11-18.tar "
     "backups/latest.tar; mkdir backups/old.tar");
  auto points = inventory();
  ASSERT_EQ(points.size(), 3u);
  EXPECT_EQ(points[0].id, "dpi-2026-11-20.tar.gz");
  EXPECT_EQ(points[1].id, "DPI-2026-11-19.TGZ");
  EXPECT_FALSE(points[0].dated_by_file);
  EXPECT_EQ(points[2].begun->utc_date().iso(), "2026-11-18");
  source.selection = "n*.t?t";
  points = inventory();
  ASSERT_EQ(points.size(), 1u);
  EXPECT_TRUE(points[0].dated_by_file) << "only its modification tells";
  source.location = (backups() / "dpi-2026-11-18.tar").string();
  EXPECT_EQ(inventory().size(), 1u);
  source.location = (folder() / "nowhere").string();
  EXPECT_EQ(tests::problem_of([&] { inventory(); }).kind(), ProblemKind::not_found);
}

} // namespace
