#pragma once

#include "tests/support/postgresql.hpp"
#include "toolkit/backup/source_driver.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sys/stat.h>
#include <unistd.h>

namespace hdskit {
extern const SourceDriver postgresql_dump_driver, postgresql_base_driver;
}

// A hospital's database on a server of the tests, what is saved of it, and one restore test after another with the driver alone.
namespace drill {

using namespace hdskit;
namespace fs = std::filesystem;

inline fs::path newest_programs() {
  fs::path newest;
  for (const auto& version : fs::directory_iterator{"/usr/lib/postgresql"})
    if (version.path() / "bin" > newest) newest = version.path() / "bin";
  return newest;
}

inline ChildResult run_program(const std::string& program, std::vector<std::string> words, const std::string& input = {}) {
  words.insert(words.begin(), program.find('/') == std::string::npos ? (newest_programs() / program).string() : program);
  auto result = run_child({.words = words, .input = input});
  if (!result.succeeded()) throw std::runtime_error{program + ": " + result.errors};
  return result;
}

inline void sql(const std::string& url, const std::string& text) { run_program("psql", {"-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url}, text + "\n"); }

inline std::string value(const std::string& url, const std::string& query) {
  return std::string{trimmed(run_program("psql", {"-X", "-A", "-t", "-d", url}, query + "\n").output)};
}

/// Patients who do not exist, with owners, rights, a view, keys, a large object and a heartbeat.
inline std::string hospital_database(int patients = 3000) {
  const auto url = tests::fresh_postgresql_database();
  sql(url, R"(DO $$ BEGIN CREATE ROLE "Dossier patient"; CREATE ROLE lecture; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE patient (id integer PRIMARY KEY, nom text NOT NULL, naissance date);
CREATE TABLE sejour (patient integer REFERENCES patient, entree timestamptz, motif text);
CREATE TABLE battement (quand timestamptz);
INSERT INTO patient SELECT i, 'Fictif-' || i, date '1950-01-01' + i FROM generate_series(1, )" +
               std::to_string(patients) + R"() i;
INSERT INTO sejour SELECT id, '2026-01-01 00:00+00'::timestamptz + id * interval '1 min', 'motif ; \! '' -- ' || chr(10) || '\.' FROM patient;
INSERT INTO battement VALUES ('2026-11-20 08:00:00+00');
CREATE INDEX ON patient (nom);
CREATE VIEW majeur AS SELECT * FROM patient WHERE naissance < '2008-01-01';
CREATE FUNCTION compte() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM patient; END;
ALTER TABLE patient OWNER TO "Dossier patient";
GRANT SELECT ON patient TO lecture;
CREATE POLICY visible ON patient TO lecture USING (true);
SELECT lo_from_bytea(0, 'image');)");
  return url;
}

inline std::string bytes_of(const fs::path& file) { return read_file(file, 1u << 30); }

inline void rewrite(const fs::path& file, const std::string& bytes) {
  std::ofstream out{file, std::ios::binary | std::ios::trunc};
  out << bytes;
  if (!out.flush()) throw std::runtime_error{"cannot write " + file.string()};
}

inline void flip_byte(const fs::path& file, std::size_t at) {
  auto bytes = bytes_of(file);
  bytes.at(at) = static_cast<char>(bytes[at] ^ 0x40);
  rewrite(file, bytes);
}

/// Names, contents, modes and times of all that a source holds.
inline std::map<std::string, std::string> picture_of(const fs::path& place) {
  std::map<std::string, std::string> picture;
  const auto add = [&](const fs::path& path) {
    struct stat status {};
    ::lstat(path.c_str(), &status);
    picture[path.string()] = std::to_string(status.st_mode) + " " + std::to_string(status.st_uid) + " " + std::to_string(status.st_mtim.tv_sec) + "." +
                             std::to_string(status.st_mtim.tv_nsec) + " " + (S_ISREG(status.st_mode) ? digest_of_file(path).hex() : "");
  };
  add(place);
  if (fs::is_directory(place) && !fs::is_symlink(place))
    for (const auto& entry : fs::recursive_directory_iterator{place}) add(entry.path());
  return picture;
}

struct Result {
  BackupPoint point;
  std::vector<NativeCheck> checks; ///< before and after the restore
  RestoredState state;

  const NativeCheck* check(std::string_view name) const {
    const auto found = std::ranges::find_if(checks, [&](const NativeCheck& c) { return c.name == name; });
    return found == checks.end() ? nullptr : &*found;
  }
  bool failed(std::string_view name) const { return check(name) && !check(name)->passed && check(name)->grave; }
  /// What judge_restore() would call proven or not, as far as the driver goes.
  bool sound() const {
    return state.files > 0 && std::ranges::all_of(checks, [](const NativeCheck& c) { return c.passed || !c.grave; });
  }
  std::string told() const {
    std::string text;
    for (const auto& c : checks) text += (c.passed ? "+ " : "- ") + c.name + ": " + c.sentence + "\n";
    return text;
  }
};

class Drill {
public:
  explicit Drill(const SourceDriver& driver, const fs::path& location, const fs::path& scratch = fs::temp_directory_path())
      : driver_{driver}, scratch_{scratch} {
    source.kind = driver.kind;
    source.location = location.string();
    tools.postgresql_folders = {newest_programs().string()};
    tools.as_root = ::geteuid() == 0;
    fs::create_directory(into());
    fs::create_directory(workshop());
    for (const auto& folder : {into(), workshop()}) fs::permissions(folder, fs::perms::owner_all);
  }

  SourceAccess access() {
    return {.source = source,
            .secret = secret_,
            .tools = tools,
            .limits = limits,
            .progress = progress_,
            .workshop = workshop(),
            .log = [this](std::string_view line) { log += std::string{line} + "\n"; }};
  }
  std::vector<BackupPoint> inventory() { return driver_.inventory(access()); }
  Result run() { return run(inventory().at(0)); }
  Result run(const BackupPoint& point) {
    Result result{.point = point, .checks = driver_.examine(access(), point), .state = {}};
    result.state = driver_.restore(access(), point, {.into = into(), .wanted = {}});
    result.checks.insert(result.checks.end(), result.state.checks.begin(), result.state.checks.end());
    return result;
  }
  /// The drill has to break: the kind of its Problem.
  Problem broken() {
    try {
      const auto result = run();
      throw std::runtime_error{"the drill did not break:\n" + result.told()};
    } catch (const Problem& problem) { return problem; }
  }

  fs::path into() const { return scratch_.path() / "into"; }
  fs::path workshop() const { return scratch_.path() / "workshop"; }
  fs::path data() const { return into() / "pg/data"; }

  BackupSource source;
  ToolShelf tools;
  ChildLimits limits;
  std::string log;

private:
  const SourceDriver& driver_;
  ScratchFolder scratch_;
  std::optional<std::string> secret_;
  Progress progress_;
};

/// What psql answers in the restored database.
inline std::string restored_value(const Result& result, const std::string& query) {
  ChildCommand command{
      .words = {(newest_programs() / "psql").string(), "-X", "-A", "-t"}, .environment = result.state.check_environment, .input = query + "\n"};
  return std::string{trimmed(run_child(command).output)};
}

/// Whether a process anywhere was started with this text among its words.
inline bool process_with(const std::string& text) {
  for (const auto& entry : fs::directory_iterator{"/proc"}) {
    std::ifstream in{entry.path() / "cmdline"};
    const std::string words{std::istreambuf_iterator<char>{in}, {}};
    if (words.find(text) != std::string::npos) return true;
  }
  return false;
}

} // namespace drill
