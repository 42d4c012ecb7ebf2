#include "toolkit/backup/postgresql_dump_outline.hpp"

#include <gmock/gmock.h>

namespace {

using namespace hdskit;
using testing::ElementsAre;
using testing::IsEmpty;

/// Read in pieces of every small length, so that no border between two pieces changes what is seen.
DumpOutline outline_of(std::string_view text, std::size_t piece) {
  DumpOutlineReader reader;
  for (std::size_t at = 0; at < text.size(); at += piece) reader.take(text.substr(at, piece));
  return reader.finish();
}
std::string refused(std::string_view text) {
  const auto whole = outline_of(text, text.size()).refused;
  for (std::size_t piece = 1; piece < 9; ++piece) EXPECT_EQ(outline_of(text, piece).refused, whole) << text << " in pieces of " << piece;
  return whole;
}
constexpr std::string_view end = "--\n-- PostgreSQL database dump complete\n--\n\n";

TEST(PostgresqlDumpOutline, passes_over_what_stands_in_texts_names_comments_bodies_and_rows) {
  for (const std::string_view text :
       {"INSERT INTO t VALUES ('\\! sh', 'it''s; DO');", "COMMENT ON TABLE t IS E'\\'; \\! sh';", "CREATE TABLE \"\\! \"\"sh\" (a int);", "-- \\! sh\n",
        "/* \\! /* sh */ DO */", "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $_$ SELECT 1; \\! $$ $_$;",
        "COPY t (a) FROM stdin;\n\\! sh\nDO $$\n\\.x\n\\.\n",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; DELETE FROM t; END;",
        "CREATE OR REPLACE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC DELETE FROM t; DELETE FROM t; END;",
        "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM u; DELETE FROM v);", "SELECT pg_catalog.set_config('search_path', '', false);",
        "SELECT pg_catalog.setval('public.s', 1000, true);", "\\restrict aB3\n\\unrestrict aB3\n\\connect dpi\n",
        "\\connect -reuse-previous=on \"dbname='dossier patient'\"\n", "SET standard_conforming_strings = off;\nINSERT INTO t VALUES ('\\'; DO');",
        "CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p WITH (connect = false, slot_name = 's');",
        "CREATE FUNCTION g() RETURNS int LANGUAGE c AS '$libdir/postgis-3', 'g';"})
    EXPECT_EQ(refused(text), "") << text;
}

TEST(PostgresqlDumpOutline, finds_what_could_run_a_program_or_reach_out) {
  for (const std::string_view text : {"\\! sh\n",
                                      "SELECT 1 \\! sh\n;",
                                      "\\i x\n",
                                      "\\copy t from program 'sh'\n",
                                      "\\connect `sh`\n",
                                      "\\connect -reuse-previous=on \"dbname='x' host='y'\"\n",
                                      "\\restrict `sh`\n",
                                      "\\connect \"host=192.0.2.1\"\n",
                                      "copy t from program 'sh';",
                                      "COPY t (a) /* */ FROM -- x\n PROGRAM 'sh';",
                                      "COPY t TO '/tmp/x';",
                                      "COPY t FROM '/etc/passwd';",
                                      "COPY (SELECT a FROM stdin) TO PROGRAM 'sh';",
                                      "DO $$ BEGIN END $$;",
                                      "CALL p();",
                                      "LOAD '/tmp/x.so';",
                                      "ALTER SYSTEM SET a = 'b';",
                                      "SELECT f();",
                                      "SELECT pg_catalog.lo_export(1, '/tmp/x');",
                                      "SELECT pg_catalog.setval('s', pg_catalog.lo_export(1, '/tmp/x'));",
                                      "SELECT pg_catalog.set_config('standard_conforming_strings', 'off', false);",
                                      "CREATE FUNCTION f() RETURNS int LANGUAGE c AS '/tmp/x.so', 'f';",
                                      "ALTER DATABASE d SET session_preload_libraries TO '/tmp/x';",
                                      "CREATE TABLESPACE t LOCATION '/srv';",
                                      "CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p;",
                                      "COPY t FROM stdin; \\! sh\n1\n\\.\n",
                                      "COPY t FROM stdin; SELECT '\n1\n\\.\n';",
                                      "SET client_encoding = 'SJIS';",
                                      "COPY t FROM stdin;\n\\.\n\\! sh\n",
                                      "$x$ $x$ DO;"})
    EXPECT_NE(refused(text), "") << text;
}

TEST(PostgresqlDumpOutline, counts_rows_and_names_roles_and_tablespaces) {
  const auto outline =
      outline_of("-- Dumped from database version 15.4 (Debian)\n-- Dumped by pg_dump version 16.1\n-- Started on 2026-11-22 16:34:49 CET\n"
                 "SET client_encoding = 'LATIN9';\nSET default_tablespace = rapide;\n"
                 "CREATE ROLE faite;\nALTER TABLE t OWNER TO \"Dossier \"\"patient\"\"\";\nGRANT SELECT ON TABLE t TO lecture, PUBLIC, faite;\n"
                 "ALTER DEFAULT PRIVILEGES FOR ROLE chef GRANT SELECT ON TABLES TO soin;\nCREATE POLICY p ON t TO urgences USING ((a > 0));\n"
                 "SET SESSION AUTHORIZATION 'parti';\nCOPY t (a) FROM stdin;\n1\n2\n3\n\\.\n" +
                     std::string{end},
                 7);
  EXPECT_THAT(outline.roles, ElementsAre("Dossier \"patient\"", "chef", "lecture", "parti", "soin", "urgences"));
  EXPECT_THAT(outline.tablespaces, ElementsAre("rapide"));
  EXPECT_EQ(outline.rows, 3u);
  EXPECT_EQ(outline.server_major * 100 + outline.dumper_major, 1516);
  EXPECT_EQ(outline.encoding, "LATIN9");
  EXPECT_EQ(outline.begun->iso(), "2026-11-22T15:34:49Z");
  EXPECT_TRUE(outline.complete);
  EXPECT_THAT(outline.refused, IsEmpty());
}

TEST(PostgresqlDumpOutline, is_complete_only_when_nothing_but_the_end_of_its_key_follows) {
  const std::string text = "CREATE TABLE t (a int);\n" + std::string{end};
  EXPECT_TRUE(outline_of(text, 5).complete);
  EXPECT_TRUE(outline_of(text + "\\unrestrict abc\n", 5).complete);
  EXPECT_FALSE(outline_of(text + "CREATE TABLE u (a int);\n", 5).complete);
  EXPECT_FALSE(outline_of(text + "CREATE TABLE u", 5).complete);
  EXPECT_FALSE(outline_of("COPY t FROM stdin;\n" + std::string{end}, 5).complete);
  EXPECT_FALSE(outline_of("-- PostgreSQL database cluster dump\n" + text, 5).complete);
  EXPECT_TRUE(outline_of("-- PostgreSQL database cluster dump\n" + text + "-- PostgreSQL database cluster dump complete\n", 5).complete);
}

TEST(PostgresqlMoment, takes_no_hour_whose_zone_is_not_known) {
  const auto iso = [](std::string_view text) {
    const auto moment = postgresql_moment(text);
    return moment ? moment->iso() : "";
  };
  EXPECT_EQ(iso("2026-11-22 16:34:49 UTC"), "2026-11-22T16:34:49Z");
  EXPECT_EQ(iso("2026-07-01 00:30:00 CEST"), "2026-06-30T22:30:00Z");
  EXPECT_EQ(iso("2026-11-22 16:34:49.082788+00"), "2026-11-22T16:34:49Z");
  EXPECT_EQ(iso("2026-11-22 16:34:49 -03"), "2026-11-22T19:34:49Z");
  EXPECT_EQ(iso("2026-11-22 16:34:49-09:30"), "2026-11-23T02:04:49Z");
  for (const auto* text : {"2026-11-22 16:34:49", "2026-11-22", "", "2026-13-22 16:34:49 UTC", "2026-11-22 16:34:49 XYZ", "2026-11-22 16:34:49.1+99"})
    EXPECT_EQ(iso(text), "") << text;
}

} // namespace
