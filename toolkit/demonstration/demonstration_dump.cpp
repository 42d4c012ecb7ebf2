#include "toolkit/backup/scratch_postgresql.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/demonstration/demonstration_backups.hpp"

namespace hdskit {
namespace {

/// Results of a laboratory that does not exist: numbers by a rule.
constexpr const char* tables = R"sql(
create table examen (code text primary key, libelle text not null, unite text not null);
insert into examen values ('GLY', 'Glycémie', 'mmol/l'), ('NA', 'Sodium', 'mmol/l'), ('K', 'Potassium', 'mmol/l'), ('CRE', 'Créatinine', 'µmol/l');
create table resultat (numero integer primary key, examen text not null references examen, valeur numeric(6,2) not null, rendu_le timestamptz not null);
insert into resultat
  select n, (array['GLY','NA','K','CRE'])[1 + n % 4], round((n * 37 % 991)::numeric / 7, 2), now() - make_interval(mins => 8000 - 2 * n)
  from generate_series(1, 4000) as n;
)sql";

void require(const ChildResult& result, const std::string& program) {
  if (!result.succeeded())
    throw Problem{ProblemKind::unreachable, program, tr("{1} could not make the dump of the demonstration: {2}", {program, result.errors}),
                  tr("Make the demonstration without backups: --without-backups")};
}

} // namespace

std::filesystem::path make_dump(const std::filesystem::path& folder, const DemonstrationBackups& backups, const Progress& progress) {
  const BackupSource source{.reference = "demonstration", .kind = SourceKind::postgresql_dump};
  const std::optional<std::string> no_secret;
  ScratchSpace space{backups.scratch_parent, "demonstration", std::nullopt, 0};
  const SourceAccess access{.source = source,
                            .secret = no_secret,
                            .tools = backups.world.tools,
                            .limits = {.time = std::chrono::minutes{5}, .cancelled = progress.cancelled, .objection = {}},
                            .progress = progress,
                            .workshop = space.folder("atelier"),
                            .log = [](std::string_view) {}};
  constexpr int any_version = 0;
  const auto home = postgresql_home_from(access, any_version);
  ScratchPostgresql server{access, home, place_for_server(access, space.path(), "serveur")};
  server.make_cluster(access);
  if (const auto words = server.start(access); !words.empty())
    throw Problem{ProblemKind::unreachable, "PostgreSQL", tr("PostgreSQL could not be started for the demonstration: {1}", {words}),
                  tr("Make the demonstration without backups: --without-backups")};
  require(server.run(access, "createdb", {"laboratoire"}, "postgres"), "createdb");
  require(server.ask(access, "laboratoire", tables, false), "psql");
  const auto file = folder / "laboratoire.dump";
  PendingFile dump{file};
  require(server.run(access, "pg_dump", {"-Fc", "laboratoire"}, "laboratoire", [&](std::string_view bytes) { dump.write(bytes); }), "pg_dump");
  dump.commit();
  return file;
}

} // namespace hdskit
