#include "tests/backup/postgresql_drill.hpp"
#include "tests/backup/restore_setting.hpp"

#include <gmock/gmock.h>

using namespace hdskit;
using tests::put;
namespace fs = std::filesystem;

namespace {

/// The same folder saved by every tool, with its usual commands, and tested from beginning to end.
struct EveryKind : tests::RestoreSetting {
  EveryKind() {
    fill_source();
    world.tools.unpacker = BINARY_DIR "/bin/hdskit-unpack";
    order.reference_tree = source;
    order.secret = "mot-de-passe";
    fs::create_directory(place.path() / "backups");
  }
  std::string in_source(const std::string& command) const { return "cd '" + source.string() + "' && { " + command + "; } >/dev/null 2>&1"; }
  fs::path backup(const std::string& name) const { return place.path() / "backups" / name; }
  void from(SourceKind kind, const fs::path& location) {
    order.source.kind = kind;
    order.source.location = location.string();
  }
  void expect_proven() {
    const auto found = report();
    expect(found, RunVerdict::proven, "proven");
    EXPECT_EQ(found.restored_files, 20u);
    EXPECT_TRUE(found.source_untouched);
  }
  void make_restic() {
    const auto restic = "HOME='" + place.path().string() + "' RESTIC_PASSWORD=mot-de-passe restic -r '" + backup("restic").string() + "' ";
    run(in_source(restic + "init && " + restic + "backup '" + source.string() + "'"));
    from(SourceKind::restic, backup("restic"));
  }
  void make_borg() {
    const auto borg = "HOME='" + place.path().string() + "' BORG_PASSPHRASE=mot-de-passe BORG_REPO='" + backup("borg").string() + "' borg ";
    run(in_source(borg + "init -e repokey && " + borg + "create ::one ."));
    from(SourceKind::borg, backup("borg"));
  }
};

} // namespace

TEST_F(EveryKind, restic_is_proven_and_a_planted_fault_is_found) {
  make_restic();
  expect_proven();
  order.secret = "faux";
  expect(report(), RunVerdict::inconclusive, "drill_broken");
  order.secret = "mot-de-passe";
  put(source / "service-1" / "compte-rendu-1.txt", "other");
  age(source / "service-1" / "compte-rendu-1.txt", std::chrono::hours{1});
  expect(report(), RunVerdict::difference, "content_differs");
}

TEST_F(EveryKind, borg_is_proven) {
  make_borg();
  expect_proven();
}

TEST_F(EveryKind, samples_of_restic_and_borg_are_proven) {
  order.source.turns = 4;
  for (const auto& make : {&EveryKind::make_restic, &EveryKind::make_borg}) {
    (this->*make)();
    const auto found = report();
    expect(found, RunVerdict::proven, "proven");
    EXPECT_LT(found.restored_files, 20u);
    EXPECT_EQ(found.population, 20u);
  }
}

TEST_F(EveryKind, archives_are_proven) {
  run(in_source("tar -czf '" + backup("a.tar.gz").string() + "' ."));
  from(SourceKind::archive, backup("a.tar.gz"));
  expect_proven();
  run(in_source("zip -qry '" + backup("a.zip").string() + "' ."));
  from(SourceKind::archive, backup("a.zip"));
  expect_proven();
}

TEST_F(EveryKind, an_archive_with_the_folders_above_is_compared_from_where_the_reference_begins) {
  run("tar -czf '" + backup("a.tgz").string() + "' -C / '" + source.string().substr(1) + "'");
  from(SourceKind::archive, backup("a.tgz"));
  expect_proven();
}

TEST_F(EveryKind, a_sqlite_file_is_opened) {
  run("sqlite3 '" + backup("dpi.db").string() + "' 'CREATE TABLE patient(id); INSERT INTO patient VALUES (1),(2)'");
  order.reference_tree.reset();
  from(SourceKind::sqlite, backup("dpi.db"));
  order.source.check_query = "SELECT count(*) FROM patient";
  const auto found = report();
  expect(found, RunVerdict::proven, "proven_without_reference");
  EXPECT_EQ(found.level, ProofLevel::accepted);
  order.source.check_query = "SELECT id FROM patient WHERE id > 2";
  expect(report(), RunVerdict::difference, "check_failed");
}

TEST_F(EveryKind, a_database_dump_is_restored_into_a_server_of_its_own) {
  const auto url = drill::hospital_database(500);
  drill::run_program("pg_dump", {"-Fc", "-f", backup("dpi.dump").string(), "-d", url});
  for (const auto& folder : {place.path(), scratch}) fs::permissions(folder, fs::perms{0711}); // as /var/tmp: the server runs as another user than root
  order.reference_tree.reset();
  from(SourceKind::postgresql_dump, backup("dpi.dump"));
  world.tools.postgresql_folders = {drill::newest_programs().string()};
  order.source.check_query = "SELECT count(*) FROM patient";
  order.source.newest_query = "SELECT max(quand) FROM battement";
  auto found = report();
  expect(found, RunVerdict::proven, "proven_without_reference");
  EXPECT_EQ(found.level, ProofLevel::accepted);
  EXPECT_TRUE(found.rpo_datum.has_value());
  order.reference_manifest = place.path() / "dumps.manifest";
  write_manifest(place.path() / "backups", *order.reference_manifest, {}, {});
  expect(report(), RunVerdict::proven, "proven_without_reference");
  fs::rename(backup("dpi.dump"), backup("kept"));
  drill::run_program("pg_dump", {"-Fc", "-Z1", "-f", backup("dpi.dump").string(), "-d", url}); // a sound dump, and not the one of the manifest
  expect(report(), RunVerdict::difference, "damaged");
  fs::rename(backup("kept"), backup("dpi.dump"));
  order.reference_manifest.reset();
  order.objectives.rpo = Minutes{60}; // the heartbeat of 20 November is older
  expect(report(), RunVerdict::objective_missed, "rpo_missed");
  fs::resize_file(backup("dpi.dump"), fs::file_size(backup("dpi.dump")) * 6 / 10);
  found = report();
  EXPECT_EQ(found.verdict, RunVerdict::difference) << said(found);
}
