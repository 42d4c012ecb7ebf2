#include "toolkit/backup/moment_in_name.hpp"
#include "toolkit/backup/postgresql_checks.hpp"
#include "toolkit/backup/postgresql_dump_scan.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/stat.h>

namespace hdskit {
extern const SourceDriver postgresql_dump_driver;
namespace {

constexpr std::size_t most_contents_table = 64u << 20; // of pg_dump's archive, to list it
constexpr std::array<RequiredTool, 3> tools{{{"postgres", "postgresql"}, {"psql", "postgresql-client"}, {"pg_restore", "postgresql-client"}}};

Instant modified(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) fail_on_file(path, errno);
  return Instant{std::chrono::sys_seconds{std::chrono::seconds{status.st_mtim.tv_sec}}};
}

/// "; Archive created at 2026-11-22 16:34:49 UTC": the clock of the machine that dumped, in the zone of this one.
std::optional<Instant> moment_of_archive(const SourceAccess& access, const PostgresqlHome& home, const DumpFile& dump) {
  ChildCommand command{.words = {home.program("pg_restore"), "-l"}, .folder = "/", .user = server_user(access.tools)};
  if (dump.format == DumpFormat::custom) command.input = read_start(dump.path, most_contents_table);
  else command.words.push_back(dump.path.string());
  const auto result = run_child(command, access.limits);
  constexpr std::string_view mark = "Archive created at ";
  for (const auto line : lines_of(result.output))
    if (const auto at = line.find(mark); at != std::string_view::npos) return postgresql_moment(line.substr(at + mark.size()));
  return std::nullopt;
}

std::optional<Instant> moment_of_script(const DumpFile& dump) {
  if (dump.packing != DumpPacking::none) return std::nullopt;
  DumpOutlineReader reader;
  reader.take(read_start(dump.path, 4096));
  return reader.finish().begun;
}

std::vector<BackupPoint> inventory(const SourceAccess& access) {
  std::vector<BackupPoint> points;
  const auto homes = postgresql_homes(access);
  for (const auto& dump : dumps_at(access)) {
    BackupPoint point{.id = dump.path.filename().string(), .bytes = bytes_at(dump.path), .label = dump.path.filename().string()};
    if (dump.format == DumpFormat::plain) point.begun = moment_of_script(dump);
    if (is_archive(dump.format) && dump.packing == DumpPacking::none && !homes.empty()) point.begun = moment_of_archive(access, homes.back(), dump);
    if (!point.begun) {
      point.begun = modified(dump.format == DumpFormat::directory ? dump.path / "toc.dat" : dump.path);
      const auto named = moment_in_name(point.id);
      if (named) point.begun = moment_by_name(*named, *point.begun);
      point.dated_by_file = !named;
    }
    points.push_back(std::move(point));
  }
  std::ranges::stable_sort(points, std::ranges::greater{}, [](const BackupPoint& point) { return *point.begun; });
  return points;
}

std::vector<ToolVersion> versions(const SourceAccess& access) {
  std::vector<ToolVersion> found;
  for (const auto& home : postgresql_homes(access)) found.push_back({"PostgreSQL", home.version});
  return found;
}

std::vector<NativeCheck> examine(const SourceAccess& access, const BackupPoint& point) {
  const auto dump = look_at_dump(access, dump_of_point(access.source.location, point.id));
  const bool packed_archive = is_archive(dump.format) && dump.packing != DumpPacking::none;
  if (dump.format == DumpFormat::unknown || packed_archive || (is_archive(dump.format) && !readable_by_server(access, dump))) return {}; // restore() looks
  const auto scan = scan_dump(access, postgresql_home_from(access, 0), dump);
  keep_scan(access, point.id, scan);
  return checks_of(scan, dump.format);
}

/// The dump itself, or an unpacked copy of it that the server's user may read.
std::optional<DumpFile> staged(const SourceAccess& access, const DumpFile& dump, const std::filesystem::path& folder) {
  if (dump.packing == DumpPacking::none && readable_by_server(access, dump)) return dump;
  DumpFile copy{.path = folder / "dump", .format = dump.format};
  const auto copy_file = [&](const DumpFile& from, const std::filesystem::path& to) {
    PendingFile file{to};
    const auto result = unpack_dump(access, from, [&](std::string_view piece) {
      access.go_on();
      file.write(piece);
    });
    if (result.succeeded()) file.commit();
    return result.succeeded();
  };
  if (dump.format != DumpFormat::directory) {
    if (!copy_file(dump, copy.path)) return std::nullopt;
  } else {
    if (::mkdir(copy.path.c_str(), 0700) != 0) fail_on_file(copy.path, errno);
    for (const auto& entry : std::filesystem::directory_iterator{dump.path})
      if (entry.is_regular_file()) copy_file({.path = entry.path()}, copy.path / entry.path().filename());
  }
  give_to_server(access, copy.path);
  return copy;
}

/// What a dump of one database takes for granted: its roles and tablespaces, made empty, and a database of its own.
std::string make_surroundings(const ScratchPostgresql& server, const SourceAccess& access, const DumpOutline& outline, const std::filesystem::path& folder) {
  std::string sql;
  for (const auto& role : outline.roles)
    if (role != server.superuser()) sql += "CREATE ROLE " + quoted_identifier(role) + ";\n";
  std::size_t number = 0;
  for (const auto& tablespace : outline.tablespaces) {
    const auto place = folder / ("tablespace" + std::to_string(++number));
    if (::mkdir(place.c_str(), 0700) != 0) fail_on_file(place, errno);
    give_to_server(access, place);
    if (!tablespace.starts_with("pg_")) sql += "CREATE TABLESPACE " + quoted_identifier(tablespace) + " LOCATION " + quoted_literal(place.string()) + ";\n";
  }
  if (!sql.empty()) server.answer(access, "postgres", sql, false);
  if (!outline.databases.empty()) return "postgres"; // the dump makes its own
  const auto name = access.source.database.empty() ? std::string{"restored"} : access.source.database;
  if (name == "postgres") return name;
  const bool unicode = outline.encoding.empty() || outline.encoding == "UTF8";
  server.answer(access, "postgres",
                "CREATE DATABASE " + quoted_identifier(name) + " TEMPLATE template0" +
                    (unicode ? std::string{} : " ENCODING " + quoted_literal(outline.encoding) + " LOCALE 'C'") + ";",
                false);
  return name;
}

NativeCheck load(const ScratchPostgresql& server, const SourceAccess& access, const DumpFile& dump, const DumpOutline& outline, const std::string& database) {
  NativeCheck check{.name = is_archive(dump.format) ? "pg_restore" : "psql"};
  std::vector<std::string> words{"--exit-on-error", "--no-password", "--dbname=" + database, dump.path.string()};
  if (!is_archive(dump.format)) {
    words = {"-X", "-q", "-w", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=terse", "-f", dump.path.string()};
    if (outline.databases.empty()) words.insert(words.begin(), "-1"); // one transaction cannot span the databases that a dump connects to
  }
  const auto result = server.run(access, check.name, std::move(words), database, [](std::string_view) {});
  server.refuse_broken_drill(access, result);
  check.passed = result.succeeded();
  check.status = result.status;
  check.sentence = check.passed
                       ? tr("{1} restored the dump without any error.", {check.name})
                       : tr("{1} stopped at an error of the dump (status {2}); the log of the test says which.", {check.name, std::to_string(result.status)});
  return check;
}

NativeCheck compare_rows(std::uint64_t restored, std::uint64_t dumped) {
  const auto text = [](std::uint64_t count) { return french_number(static_cast<std::int64_t>(count)); };
  NativeCheck check{.name = "rows_of_dump", .passed = restored >= dumped};
  check.sentence = check.passed ? tr("All {1} rows of the dump are in the database.", {text(dumped)})
                                : tr("The dump holds {1} rows, the database has {2}.", {text(dumped), text(restored)});
  return check;
}

std::vector<std::string> restored_databases(const ScratchPostgresql& server, const SourceAccess& access, const DumpOutline& outline) {
  auto databases = databases_of(server, access);
  if (!outline.databases.contains("postgres") && access.source.database != "postgres") std::erase(databases, "postgres");
  return databases;
}

void restore_into(std::shared_ptr<ScratchPostgresql> server, const SourceAccess& access, const DumpFile& dump, const DumpOutline& outline,
                  const std::filesystem::path& folder, RestoredState& state) {
  const auto database = make_surroundings(*server, access, outline, folder);
  state.checks.push_back(load(*server, access, dump, outline, database));
  const auto databases = restored_databases(*server, access, outline);
  if (!state.checks.back().passed) {
    tell_contents(count_rows(*server, access, databases, state.checks), state);
    return;
  }
  server->answer(access, "postgres", "CHECKPOINT;", false);
  const auto contents = examine_database(std::move(server), access, databases, state);
  state.checks.push_back(compare_rows(contents.rows, outline.rows));
}

RestoredState restore(const SourceAccess& given, const BackupPoint& point, const RestoreOrder& order) {
  RestoredState state;
  const auto dump = look_at_dump(given, dump_of_point(given.source.location, point.id));
  if (dump.format == DumpFormat::unknown) {
    if (!std::filesystem::is_directory(dump.path)) state.artefact = digest_of_file(dump.path);
    state.checks.push_back({.name = "dump_format", .sentence = tr("The file is no dump of PostgreSQL in any known form: it is empty, damaged or encrypted.")});
    return state;
  }
  const auto place = place_for_server(given, order.into, "pg");
  const auto access = place.limited(given);
  const auto& folder = place.folder;
  const auto readable = staged(access, dump, folder);
  auto scan = kept_scan(access, point.id);
  if (!scan && readable) {
    scan = scan_dump(access, postgresql_home_from(access, 0), *readable);
    if (dump.packing != DumpPacking::none) scan->artefact = digest_of_file(dump.path);
    state.checks = checks_of(*scan, dump.format);
    state.phases.push_back({.name = "native_check", .duration = scan->took});
  }
  if (!readable) state.checks.push_back({.name = "dump_read", .sentence = tr("The dump cannot be unpacked to its end.")});
  if (scan) state.artefact = scan->artefact;
  if (!readable || !scan->outline.refused.empty()) return state;
  const auto home = postgresql_home_from(access, std::max(scan->outline.server_major, scan->outline.dumper_major));
  const auto server = std::make_shared<ScratchPostgresql>(access, home, place);
  server->make_cluster(access);
  if (const auto words = server->start(access); !words.empty())
    throw Problem{ProblemKind::unreachable, "postgres", tr("The scratch server of PostgreSQL did not start: {1}", {words}),
                  tr("The log of the test says why.")};
  state.phases.push_back({.name = "start_service", .duration = server->started_in(), .counts = true});
  restore_into(server, access, *readable, scan->outline, folder, state);
  return state;
}

} // namespace

const SourceDriver postgresql_dump_driver{.kind = SourceKind::postgresql_dump,
                                          .tools = tools,
                                          .inventory = inventory,
                                          .versions = versions,
                                          .examine = examine,
                                          .restore = restore,
                                          .list_files = nullptr};

} // namespace hdskit
