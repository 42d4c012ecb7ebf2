#include "tests/backup/file_drill.hpp"
#include "toolkit/backup/sqlite_file.hpp"

using namespace hdskit;
using tests::find_check;
using tests::has_alarm;
using tests::passed;

namespace {

namespace fs = std::filesystem;

class SqliteDrill : public testing::Test, public tests::FileDrill {
protected:
  SqliteDrill() : FileDrill{SourceKind::sqlite, sqlite_driver} {}

  void sql(const std::string& file, const std::string& statements) const {
    write_file(folder() / "statements", statements);
    sh("sqlite3 -bail '" + file + "' < statements");
  }
  void make_database(const std::string& file = "backups/dpi.db") const {
    sql(file, "CREATE TABLE patient(id INTEGER PRIMARY KEY, name TEXT, seen TEXT); CREATE INDEX by_name ON patient(name);"
              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
              "INSERT INTO patient SELECT i, 'name ' || i, '2026-11-20 03:00:00' FROM n;");
  }
  void flip(std::uint64_t place, int bit = 0xFF) const {
    auto bytes = read_file(backups() / "dpi.db");
    bytes.at(place) = static_cast<char>(bytes.at(place) ^ bit);
    write_file(backups() / "dpi.db", bytes);
  }
};

TEST_F(SqliteDrill, proves_a_sound_database_and_leaves_its_copy_as_it_was) {
  make_database();
  sh("chmod 0640 backups/dpi.db; touch -d '2026-11-20 03:10:00.5Z' backups/dpi.db");
  const auto state = restore();
  EXPECT_FALSE(has_alarm(state)) << log;
  for (const auto* const name : {"integrity_check", "foreign_key_check", "rows"}) EXPECT_TRUE(passed(state, name)) << log;
  EXPECT_EQ(find_check(state, "wal"), nullptr);
  EXPECT_EQ(tests::compare_trees(backups(), state.tree).differences(), 0u);
  EXPECT_EQ(state.artefact, digest_of_file(backups() / "dpi.db"));
}

TEST_F(SqliteDrill, finds_a_damaged_page) {
  make_database();
  const auto size = fs::file_size(backups() / "dpi.db");
  flip(size / 4096 / 2 * 4096); // the kind of a page in the middle
  const auto state = restore();
  EXPECT_FALSE(passed(state, "integrity_check"));
  EXPECT_TRUE(has_alarm(state));
}

TEST_F(SqliteDrill, leaves_a_flipped_bit_in_a_text_to_the_manifest) {
  make_database();
  sh("cp -a backups before");
  flip(read_file(backups() / "dpi.db").find("name 4321") + 6, 1);
  source.check_query = "SELECT count(*) FROM patient";
  const auto state = restore();
  EXPECT_EQ(tests::compare_trees(folder() / "before", state.tree).contents_differ, 1u);
}

TEST_F(SqliteDrill, finds_a_cut_file) {
  make_database();
  fs::resize_file(backups() / "dpi.db", fs::file_size(backups() / "dpi.db") * 6 / 10 / 4096 * 4096);
  EXPECT_FALSE(passed(restore(), "integrity_check"));
  fs::resize_file(backups() / "dpi.db", 5'000);
  EXPECT_TRUE(has_alarm(restore()));
  fs::resize_file(backups() / "dpi.db", 50);
  EXPECT_TRUE(has_alarm(restore()));
}

TEST_F(SqliteDrill, never_passes_an_empty_database) {
  sh(": > backups/nothing.db");
  EXPECT_FALSE(passed(restore(), "rows"));
  sh("rm backups/*");
  sql("backups/empty.db", "CREATE TABLE patient(id); CREATE TABLE \"odd \"\" name\"(id);");
  auto state = restore();
  EXPECT_TRUE(passed(state, "integrity_check"));
  EXPECT_FALSE(passed(state, "rows"));
  EXPECT_TRUE(has_alarm(state));
  sql("backups/empty.db", "INSERT INTO \"odd \"\" name\" VALUES(1);");
  EXPECT_TRUE(passed(restore(), "rows"));
}

TEST_F(SqliteDrill, finds_that_a_file_is_no_database) {
  write_file(backups() / "dpi.db", std::string(20'000, 'x'));
  const auto state = restore();
  EXPECT_FALSE(passed(state, "integrity_check"));
  EXPECT_TRUE(has_alarm(state));
}

/// A database with rows in its write-ahead log, as a copy taken while its application runs would be.
class AheadDrill : public SqliteDrill {
protected:
  AheadDrill() {
    make_database("live.db");
    sql("live.db", "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; INSERT INTO patient VALUES(9001, 'late', '2026-11-21T10:00:00Z');\n"
                   ".shell cp live.db backups/dpi.db; cp live.db-wal backups/dpi.db-wal\n");
  }
};

TEST_F(AheadDrill, works_the_log_in_that_was_saved_beside) {
  source.newest_query = "SELECT max(seen) FROM patient";
  source.check_query = "SELECT count(*) = 5001 FROM patient";
  const auto state = restore();
  EXPECT_FALSE(has_alarm(state)) << log;
  EXPECT_TRUE(passed(state, "check_query"));
  EXPECT_TRUE(passed(state, "wal"));
  EXPECT_EQ(state.newest_datum, Instant::parse("2026-11-21T10:00:00Z"));
  EXPECT_EQ(tests::compare_trees(backups(), state.tree).differences(), 0u) << "what was restored is compared as it came";
}

TEST_F(AheadDrill, says_what_a_missing_log_may_have_taken_away) {
  fs::remove(backups() / "dpi.db-wal");
  auto state = restore();
  EXPECT_TRUE(passed(state, "integrity_check")) << "SQLite says nothing";
  ASSERT_NE(find_check(state, "wal"), nullptr);
  EXPECT_FALSE(find_check(state, "wal")->passed);
  EXPECT_FALSE(find_check(state, "wal")->grave);
  source.newest_query = "SELECT max(seen) FROM patient";
  source.check_query = "SELECT count(*) = 5001 FROM patient";
  state = restore();
  EXPECT_EQ(state.newest_datum, Instant::parse("2026-11-20T03:00:00Z")) << "the rows of the log are gone, and the query shows it";
  EXPECT_FALSE(passed(state, "check_query"));
}

TEST_F(SqliteDrill, finds_a_torn_copy) {
  make_database();
  const auto before = read_file(backups() / "dpi.db");
  sql("backups/dpi.db", "UPDATE patient SET name = name || ' and more of it'; DELETE FROM patient WHERE id % 3 = 0; INSERT INTO patient SELECT id + 10000, "
                        "name, seen FROM patient;");
  const auto after = read_file(backups() / "dpi.db");
  write_file(backups() / "dpi.db", after.substr(0, after.size() / 8192 * 4096) + before.substr(std::min(before.size(), after.size() / 8192 * 4096)));
  EXPECT_TRUE(has_alarm(restore())) << "the first half is of after, the second of before";
}

TEST_F(SqliteDrill, judges_the_queries_of_the_hospital) {
  make_database();
  for (const auto* const bad :
       {"SELECT 1 FROM patient WHERE id < 0", "SELECT NULL", "SELECT 0", "SELECT ''", "SELECT 'false'", "SELECT x FROM nowhere", "not even SQL"}) {
    source.check_query = bad;
    const auto state = restore();
    EXPECT_FALSE(passed(state, "check_query")) << bad;
    EXPECT_TRUE(has_alarm(state)) << bad;
  }
  for (const auto* const good : {"SELECT count(*) FROM patient", "SELECT name FROM patient;", "SELECT 'a' || char(10) || 'b'"}) {
    source.check_query = good;
    EXPECT_TRUE(passed(restore(), "check_query")) << good;
  }
  source.newest_query = "SELECT max(seen) FROM patient WHERE id < 0";
  EXPECT_FALSE(passed(restore(), "newest_query"));
  source.newest_query = "SELECT 'yesterday'";
  EXPECT_EQ(tests::problem_of([&] { restore(); }).kind(), ProblemKind::bad_input);
  source.newest_query = "SELECT strftime('%s', max(seen)) FROM patient";
  EXPECT_EQ(restore().newest_datum, Instant::parse("2026-11-20T03:00:00Z"));
}

TEST_F(SqliteDrill, lets_no_query_and_no_schema_leave_the_copy) {
  make_database();
  const auto victim = folder() / "victim";
  for (const auto& bad :
       {".shell touch '" + victim.string() + "'", "ATTACH '" + victim.string() + "' AS v; CREATE TABLE v.t(x); SELECT 1",
        ".output " + victim.string() + "\nSELECT 1", "SELECT writefile('" + victim.string() + "', 'x')", std::string{"DELETE FROM patient; SELECT 1"}}) {
    source.check_query = bad;
    EXPECT_FALSE(passed(restore(), "check_query")) << bad;
    EXPECT_FALSE(fs::exists(victim)) << bad;
  }
}

TEST_F(SqliteDrill, takes_broken_citations_for_a_remark) {
  sql("backups/dpi.db", "CREATE TABLE a(id INTEGER PRIMARY KEY); CREATE TABLE b(a REFERENCES a(id)); INSERT INTO b VALUES(7);");
  const auto state = restore();
  EXPECT_FALSE(passed(state, "foreign_key_check"));
  EXPECT_FALSE(has_alarm(state)) << "the production may be so too";
}

TEST_F(SqliteDrill, opens_files_whose_names_mean_something_in_an_address) {
  make_database("backups/100% é?#.db");
  EXPECT_TRUE(passed(restore(), "rows")) << log;
}

TEST_F(SqliteDrill, finds_databases_but_no_companions) {
  sh("for n in a-2026-11-18.db a-2026-11-20.sqlite a-2026-11-20.sqlite-wal b.txt; do : > backups/$n; done");
  EXPECT_EQ(inventory().size(), 2u);
  EXPECT_EQ(inventory().at(0).id, "a-2026-11-20.sqlite");
  source.selection = "*";
  EXPECT_EQ(inventory().size(), 3u);
}

TEST(MomentOfDatum, is_read_as_databases_write_it) {
  const auto told = [](std::string_view text) { return moment_of_datum(text) ? moment_of_datum(text)->iso() : ""; };
  EXPECT_EQ(told("2026-11-20 03:00:00"), "2026-11-20T03:00:00Z");
  EXPECT_EQ(told("2026-11-20T03:00:00.25+01:00"), "2026-11-20T02:00:00Z");
  EXPECT_EQ(told("2026-11-20"), "2026-11-20T00:00:00Z");
  EXPECT_EQ(told("1795143600"), "2026-11-20T03:00:00Z");
  EXPECT_EQ(told("1795143600.9"), "2026-11-20T03:00:00Z");
  EXPECT_EQ(told("1795143600000"), "2026-11-20T03:00:00Z");
  for (const auto* const bad : {"", "soon", "1e300", "-5", "nan", "12:00"}) EXPECT_EQ(told(bad), "") << bad;
}

} // namespace
