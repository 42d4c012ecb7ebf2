#include "tests/backup/postgresql_drill.hpp"

namespace {

using namespace drill;
using testing::HasSubstr;

/// A base backup of the tests' server.
struct PostgresqlBase : testing::Test {
  ScratchFolder folder;
  std::string url = hospital_database();
  fs::path backup = folder.path() / "base";

  void SetUp() override {
    run_program("pg_basebackup", {"-D", backup.string(), "-X", "stream", "-c", "fast", "-d", url});
    fs::permissions(backup, fs::perms::owner_all);
  }
  std::string heap_of(const std::string& table) const { return value(url, "SELECT pg_relation_filepath('" + table + "')"); }
  struct BaseDrill : Drill {
    explicit BaseDrill(const PostgresqlBase& base) : Drill{postgresql_base_driver, base.backup} { source.database = base.url.substr(base.url.rfind('/') + 1); }
  };
  BaseDrill drill() const { return BaseDrill{*this}; }
};

TEST_F(PostgresqlBase, starts_verifies_and_answers_without_touching_its_source) {
  const auto before = picture_of(backup);
  auto test = drill();
  test.source.check_query = "SELECT count(*) = 3000 FROM patient";
  test.source.newest_query = "SELECT max(quand) FROM battement";
  const auto result = test.run();
  EXPECT_TRUE(result.sound()) << result.told() << test.log;
  EXPECT_FALSE(result.point.dated_by_file);
  EXPECT_TRUE(result.check("pg_verifybackup")->passed);
  EXPECT_TRUE(result.check("pg_verifybackup_restored")->passed);
  EXPECT_TRUE(result.check("pg_amcheck")->passed);
  ASSERT_TRUE(result.state.newest_datum);
  EXPECT_EQ(result.state.newest_datum->iso(), "2026-11-20T08:00:00Z");
  EXPECT_EQ(restored_value(result, "SHOW listen_addresses") + restored_value(result, "SHOW archive_mode"), "off");
  EXPECT_EQ(restored_value(result, "SELECT pg_is_in_recovery()"), "f");
  EXPECT_EQ(picture_of(backup), before);
}

TEST_F(PostgresqlBase, never_opens_the_files_of_production_through_a_link) {
  const auto tablespace = folder.path() / "tablespace";
  fs::rename(backup / "pg_wal", folder.path() / "wal");
  fs::create_directory_symlink(folder.path() / "wal", backup / "pg_wal");
  fs::create_directory(tablespace);
  fs::create_directory_symlink(tablespace, backup / "pg_tblspc/99999");
  rewrite(backup / "tablespace_map", "99999 " + tablespace.string() + "\n");
  rewrite(backup / "standby.signal", "");
  rewrite(backup / "postgresql.auto.conf", "primary_conninfo = 'host=192.0.2.1'\narchive_mode = on\nlisten_addresses = '*'\n");
  const auto before = picture_of(folder.path());
  auto test = drill();
  const auto result = test.run();
  EXPECT_GT(result.state.files, 0u) << result.told() << test.log;
  EXPECT_EQ(restored_value(result, "SHOW listen_addresses") + restored_value(result, "SHOW archive_mode"), "off");
  EXPECT_TRUE(fs::is_directory(fs::symlink_status(test.data() / "pg_wal")));
  EXPECT_EQ(fs::read_symlink(test.data() / "pg_tblspc/99999").parent_path(), test.into() / "pg");
  EXPECT_EQ(picture_of(folder.path()), before);
}

TEST_F(PostgresqlBase, does_not_start_a_backup_that_links_elsewhere) {
  fs::create_directory_symlink("/var", backup / "base/ailleurs");
  auto test = drill();
  EXPECT_TRUE(test.run().failed("links"));
}

TEST_F(PostgresqlBase, tells_a_flipped_byte_in_a_table_although_the_server_starts) {
  flip_byte(backup / heap_of("patient"), 8000);
  auto test = drill();
  const auto result = test.run();
  EXPECT_TRUE(result.failed("pg_verifybackup")) << result.told();
  EXPECT_TRUE(result.failed("pg_verifybackup_restored"));
  EXPECT_FALSE(result.sound());
}

TEST_F(PostgresqlBase, tells_a_lost_file_a_lost_journal_and_a_lost_manifest) {
  fs::rename(backup / heap_of("sejour"), folder.path() / "kept");
  EXPECT_TRUE(drill().run().failed("pg_verifybackup"));
  fs::rename(folder.path() / "kept", backup / heap_of("sejour"));
  fs::rename(backup / "backup_manifest", folder.path() / "kept");
  EXPECT_TRUE(drill().run().failed("pg_verifybackup"));
  fs::rename(folder.path() / "kept", backup / "backup_manifest");
  for (const auto& entry : fs::directory_iterator{backup / "pg_wal"})
    if (entry.is_regular_file()) fs::remove(entry.path());
  const auto result = drill().run();
  EXPECT_TRUE(result.failed("pg_verifybackup")) << result.told();
  EXPECT_TRUE(result.failed("start_service")) << result.told();
  EXPECT_EQ(result.state.files, 0u);
}

TEST_F(PostgresqlBase, asks_for_the_version_that_wrote_it) {
  rewrite(backup / "PG_VERSION", "11\n");
  auto test = drill();
  const auto problem = test.broken();
  EXPECT_EQ(problem.kind(), ProblemKind::not_found);
  EXPECT_THAT(problem.remedy(), HasSubstr("postgresql-11"));
}

TEST_F(PostgresqlBase, says_what_to_do_with_the_tar_format) {
  const auto packed = folder.path() / "packed";
  fs::create_directory(packed);
  rewrite(packed / "base.tar.gz", "");
  Drill test{postgresql_base_driver, packed};
  EXPECT_EQ(test.broken().kind(), ProblemKind::bad_input);
}

TEST_F(PostgresqlBase, finds_the_newest_of_several_in_a_folder) {
  const auto older = folder.path() / "ancienne";
  fs::copy(backup, older, fs::copy_options::recursive);
  auto label = bytes_of(older / "backup_label");
  label.replace(label.find("START TIME: 20") + 12, 4, "2020");
  rewrite(older / "backup_label", label);
  const auto points = Drill{postgresql_base_driver, folder.path()}.inventory();
  ASSERT_EQ(points.size(), 2u);
  EXPECT_EQ(points[0].id, "base");
  EXPECT_EQ(points[1].begun->utc_date().year(), 2020);
}

} // namespace
