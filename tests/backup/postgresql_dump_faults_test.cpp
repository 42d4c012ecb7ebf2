#include "tests/backup/postgresql_drill.hpp"

namespace {

using namespace drill;

struct PostgresqlDumpFault : testing::Test {
  ScratchFolder folder;
  std::string url = hospital_database();

  fs::path dump(const std::string& format, const std::string& name = "dpi.dump") {
    const auto file = folder.path() / name;
    run_program("pg_dump", {"-F" + format, "-f", file.string(), "-d", url});
    return file;
  }
  static Result restored(const fs::path& file) { return Drill{postgresql_dump_driver, file}.run(); }
  static void cut(const fs::path& file, std::size_t percent) {
    const auto bytes = bytes_of(file);
    rewrite(file, bytes.substr(0, bytes.size() * percent / 100));
  }
};

TEST_F(PostgresqlDumpFault, a_script_cut_at_sixty_percent_leaves_nothing_and_is_told) {
  const auto file = dump("plain");
  cut(file, 60);
  const auto result = restored(file);
  EXPECT_TRUE(result.failed("dump_end")) << result.told();
  EXPECT_FALSE(result.sound());
  EXPECT_EQ(result.state.files, 0u);
}

TEST_F(PostgresqlDumpFault, a_script_without_its_last_line_is_told_even_when_psql_is_content) {
  const auto file = dump("plain");
  const auto bytes = bytes_of(file);
  rewrite(file, bytes.substr(0, bytes.find("\n-- PostgreSQL database dump complete")));
  const auto result = restored(file);
  EXPECT_TRUE(result.failed("dump_end")) << result.told();
  EXPECT_TRUE(result.check("psql")->passed);
}

TEST_F(PostgresqlDumpFault, an_archive_that_is_cut_or_altered_does_not_pass) {
  const auto file = dump("custom");
  const auto bytes = bytes_of(file);
  cut(file, 70);
  EXPECT_FALSE(restored(file).sound());
  for (const std::size_t percent : {40, 60, 80}) {
    rewrite(file, bytes);
    flip_byte(file, bytes.size() * percent / 100);
    const auto result = restored(file);
    EXPECT_FALSE(result.sound()) << percent << "\n" << result.told();
  }
}

TEST_F(PostgresqlDumpFault, a_directory_that_lost_a_file_does_not_pass) {
  const auto directory = dump("directory");
  for (const auto& entry : fs::directory_iterator{directory})
    if (entry.path().extension() == ".gz" && entry.file_size() > 1000) {
      fs::remove(entry.path());
      break;
    }
  EXPECT_FALSE(restored(directory).sound());
}

TEST_F(PostgresqlDumpFault, only_a_query_of_the_hospital_sees_a_value_that_was_altered_in_a_script) {
  const auto file = dump("plain");
  const std::string query = "SELECT md5(string_agg(nom, ',' ORDER BY id)) FROM patient", digest = value(url, query);
  const auto run = [&](const std::string& check) {
    Drill drill{postgresql_dump_driver, file};
    drill.source.check_query = check;
    return drill.run();
  };
  const auto check = "SELECT (" + query + ") = '" + digest + "'";
  EXPECT_TRUE(run(check).sound());
  auto bytes = bytes_of(file);
  bytes.replace(bytes.find("\tFictif-77\t") + 8, 2, "78");
  rewrite(file, bytes);
  EXPECT_TRUE(run("").sound());
  EXPECT_TRUE(run(check).failed("check_query"));
}

TEST_F(PostgresqlDumpFault, what_meets_tables_that_exist_already_stops) {
  sql(url, "SELECT lo_unlink(oid) FROM pg_largeobject_metadata;"); // a dump with large objects ends the transaction that psql -1 begins
  const auto file = dump("plain");
  rewrite(file, bytes_of(file) + bytes_of(file));
  const auto result = restored(file);
  EXPECT_TRUE(result.failed("psql")) << result.told();
  EXPECT_EQ(result.state.files, 0u);
}

TEST_F(PostgresqlDumpFault, an_empty_database_is_never_a_pass) {
  sql(url, "DROP FUNCTION compte; TRUNCATE patient, sejour, battement; SELECT lo_unlink(oid) FROM pg_largeobject_metadata;");
  for (const std::string format : {"plain", "custom"}) {
    const auto result = restored(dump(format));
    EXPECT_FALSE(result.sound());
    EXPECT_TRUE(result.failed("rows")) << result.told();
    EXPECT_EQ(result.state.files + result.state.bytes, 0u);
  }
}

TEST_F(PostgresqlDumpFault, a_file_that_is_no_dump_any_more_is_told) {
  const auto file = dump("custom");
  for (const std::string& bytes : {std::string{}, std::string(5000, '\x9c')}) {
    rewrite(file, bytes);
    EXPECT_TRUE(restored(file).failed("dump_format"));
  }
}

TEST_F(PostgresqlDumpFault, no_program_hidden_in_a_script_is_run) {
  const auto bytes = bytes_of(dump("plain"));
  const auto trace = folder.path() / "trace", open = folder.path() / "open";
  fs::create_directory(open);
  fs::permissions(folder.path(), fs::perms::all);
  fs::permissions(open, fs::perms::all);
  const auto touch = "touch " + (open / "trace").string();
  const auto middle = bytes.find("\nALTER TABLE ONLY");
  const std::vector<std::string> hostile{"\\! " + touch,
                                         "SELECT 1 \\! " + touch + "\n;",
                                         "\\copy patient to program '" + touch + "'",
                                         "COPY patient TO PROGRAM '" + touch + "';",
                                         "copy patient\n from /* here */ program '" + touch + "';",
                                         "DO $$ BEGIN COPY patient TO PROGRAM '" + touch + "'; END $$;",
                                         "\\connect `" + touch + "`",
                                         "\\connect \"host=192.0.2.1 dbname=x\"",
                                         "SET x.y = 'a\\'; \\! " + touch + "\n--';",
                                         "SELECT pg_catalog.lo_export(1, '/tmp/x');",
                                         std::string{"ALTER SYSTEM SET archive_command = 'x';"},
                                         "COPY patient FROM stdin; \\! " + touch + "\n\\."};
  for (const auto& words : hostile) {
    rewrite(folder.path() / "dpi.dump", bytes.substr(0, middle) + "\n" + words + bytes.substr(middle));
    const auto result = restored(folder.path() / "dpi.dump");
    EXPECT_FALSE(result.sound()) << words;
    EXPECT_FALSE(fs::exists(open / "trace")) << words;
    EXPECT_TRUE(result.failed("dump_words") || words.find("x.y") != std::string::npos) << words << "\n" << result.told();
  }
  EXPECT_FALSE(fs::exists(trace));
}

TEST_F(PostgresqlDumpFault, a_newer_dump_asks_for_a_newer_server) {
  auto bytes = bytes_of(dump("plain"));
  const std::string mark = "-- Dumped from database version ";
  rewrite(folder.path() / "dpi.dump", bytes.replace(bytes.find(mark) + mark.size(), 2, "99"));
  Drill drill{postgresql_dump_driver, folder.path() / "dpi.dump"};
  const auto problem = drill.broken();
  EXPECT_EQ(problem.kind(), ProblemKind::not_found);
  EXPECT_THAT(problem.remedy(), testing::HasSubstr("postgresql-99"));
}

TEST_F(PostgresqlDumpFault, an_extension_that_this_machine_lacks_breaks_the_drill_and_accuses_nobody) {
  auto bytes = bytes_of(dump("plain"));
  rewrite(folder.path() / "dpi.dump", bytes.insert(bytes.find("\nSET default_tablespace"), "\nCREATE EXTENSION imagerie_absente;\n"));
  Drill drill{postgresql_dump_driver, folder.path() / "dpi.dump"};
  EXPECT_EQ(drill.broken().kind(), ProblemKind::not_found);
}

} // namespace
