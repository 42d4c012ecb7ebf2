#include "tests/backup/postgresql_drill.hpp"

namespace {

using namespace drill;
using testing::HasSubstr;

struct PostgresqlDump : testing::Test {
  ScratchFolder folder;
  std::string url = hospital_database();

  fs::path dump(const std::string& format, const std::string& name, std::vector<std::string> more = {}) {
    const auto file = folder.path() / name;
    more.insert(more.end(), {"-F" + format, "-f", file.string(), "-d", url});
    run_program("pg_dump", more);
    return file;
  }
  static Result restored(const fs::path& file) { return Drill{postgresql_dump_driver, file}.run(); }
};

TEST_F(PostgresqlDump, restores_every_format_with_its_owners_and_counts_what_came_back) {
  for (const std::string format : {"plain", "custom", "directory", "tar"}) {
    const auto file = dump(format, "dpi." + format);
    const auto before = picture_of(file);
    Drill drill{postgresql_dump_driver, file};
    const auto result = drill.run();
    EXPECT_TRUE(result.sound()) << format << "\n" << result.told() << drill.log;
    EXPECT_EQ(result.state.files, 3u) << format;
    EXPECT_GT(result.state.bytes, 1'000'000u) << format;
    EXPECT_EQ(restored_value(result, "SELECT count(*) FROM patient"), "3000") << format;
    EXPECT_EQ(restored_value(result, "SELECT tableowner FROM pg_tables WHERE tablename = 'patient'"), "Dossier patient") << format;
    EXPECT_EQ(result.state.artefact.has_value(), format != "directory") << format;
    EXPECT_EQ(picture_of(file), before) << format;
  }
}

TEST_F(PostgresqlDump, restores_from_a_folder_that_the_servers_user_can_read_without_copying) {
  const auto file = dump("custom", "dpi.dump");
  fs::permissions(folder.path(), fs::perms::owner_all | fs::perms::others_exec | fs::perms::others_read);
  fs::permissions(file, fs::perms::owner_read | fs::perms::others_read);
  Drill drill{postgresql_dump_driver, file};
  const auto result = drill.run();
  EXPECT_TRUE(result.sound()) << result.told() << drill.log;
  EXPECT_FALSE(fs::exists(drill.into() / "pg/dump"));
}

TEST_F(PostgresqlDump, unpacks_what_was_compressed_and_sees_where_it_was_cut) {
  const auto file = dump("plain", "dpi.sql");
  run_program("/usr/bin/gzip", {file.string()});
  const auto packed = folder.path() / "dpi.sql.gz";
  EXPECT_TRUE(restored(packed).sound());
  const auto bytes = bytes_of(packed);
  rewrite(packed, bytes.substr(0, bytes.size() * 6 / 10));
  const auto result = restored(packed);
  EXPECT_TRUE(result.failed("dump_end")) << result.told();
  EXPECT_EQ(result.state.files, 0u);
}

TEST_F(PostgresqlDump, restores_the_dump_of_a_whole_cluster) {
  const auto file = folder.path() / "cluster.sql";
  run_program("pg_dumpall", {"-f", file.string(), "-d", url});
  Drill drill{postgresql_dump_driver, file};
  drill.source.database = url.substr(url.rfind('/') + 1);
  drill.source.check_query = "SELECT count(*) FROM patient";
  const auto result = drill.run();
  EXPECT_TRUE(result.sound()) << result.told() << drill.log;
  EXPECT_EQ(restored_value(result, "SELECT count(*) FROM sejour"), "3000");
}

TEST_F(PostgresqlDump, restores_a_dump_that_makes_its_own_database_and_one_of_insert_statements) {
  for (const auto& options : {std::vector<std::string>{"--create", "--clean", "--if-exists"}, std::vector<std::string>{"--inserts"}}) {
    Drill drill{postgresql_dump_driver, dump("plain", "dpi.sql", options)};
    const auto result = drill.run();
    EXPECT_TRUE(result.sound()) << options.front() << "\n" << result.told();
    EXPECT_EQ(restored_value(result, "SELECT count(*) FROM patient"), "3000") << options.front();
  }
}

TEST_F(PostgresqlDump, dates_a_dump_by_what_it_says_and_only_else_by_its_file) {
  const auto old = fs::file_time_type::clock::now() - std::chrono::hours{24 * 30};
  const auto custom = dump("custom", "a.dump"), verbose = dump("plain", "b.sql", {"--verbose"}), plain = dump("plain", "c.sql");
  for (const auto& file : {custom, verbose, plain}) fs::last_write_time(file, old);
  const auto points = Drill{postgresql_dump_driver, folder.path()}.inventory();
  ASSERT_EQ(points.size(), 3u);
  EXPECT_EQ(points.back().id, "c.sql");
  EXPECT_TRUE(points.back().dated_by_file);
  for (const auto& point : {points[0], points[1]}) {
    EXPECT_FALSE(point.dated_by_file) << point.id;
    EXPECT_GT(*point.begun, Instant{points.back().begun->seconds() + std::chrono::hours{24 * 29}}) << point.id;
  }
}

TEST_F(PostgresqlDump, takes_the_newest_datum_from_the_data_when_a_touch_makes_the_file_fresh) {
  const auto file = dump("plain", "dpi.sql");
  fs::last_write_time(file, fs::file_time_type::clock::now());
  Drill drill{postgresql_dump_driver, file};
  drill.source.newest_query = "SELECT max(quand) FROM battement";
  const auto result = drill.run();
  ASSERT_TRUE(result.state.newest_datum);
  EXPECT_EQ(result.state.newest_datum->iso(), "2026-11-20T08:00:00Z");
  EXPECT_GT(*result.point.begun, *result.state.newest_datum);
}

TEST_F(PostgresqlDump, asks_for_a_moment_with_its_zone) {
  Drill drill{postgresql_dump_driver, dump("plain", "dpi.sql")};
  drill.source.newest_query = "SELECT max(quand)::timestamp FROM battement";
  EXPECT_EQ(drill.broken().kind(), ProblemKind::bad_input);
}

TEST_F(PostgresqlDump, keeps_rows_of_patients_out_of_the_log) {
  auto bytes = bytes_of(dump("plain", "dpi.sql", {"--inserts"}));
  const auto at = bytes.find("'1950-01-06'");
  rewrite(folder.path() / "dpi.sql", bytes.replace(at, 12, "'Dupontel-x'"));
  Drill drill{postgresql_dump_driver, folder.path() / "dpi.sql"};
  EXPECT_TRUE(drill.run().failed("psql"));
  EXPECT_THAT(drill.log, HasSubstr("invalid input syntax"));
  EXPECT_THAT(drill.log, Not(HasSubstr("Dupontel")));
  EXPECT_THAT(drill.log, Not(HasSubstr("Fictif-")));
}

TEST_F(PostgresqlDump, takes_no_answer_for_an_answer_of_the_check_query) {
  const auto file = dump("custom", "dpi.dump");
  const std::map<std::string, bool> queries{{"SELECT nom FROM patient WHERE id = 5", true},
                                            {"SELECT count(*) FROM patient WHERE id < 0", false},
                                            {"SELECT nom FROM patient WHERE id < 0", false},
                                            {"SELECT NULL", false},
                                            {"SELECT false", false},
                                            {"SELECT 1 FROM nowhere", false}};
  for (const auto& [query, passes] : queries) {
    Drill drill{postgresql_dump_driver, file};
    drill.source.check_query = query;
    const auto result = drill.run();
    EXPECT_EQ(!result.failed("check_query"), passes) << query << "\n" << result.told();
    EXPECT_EQ(result.sound(), passes) << query;
  }
}

} // namespace
