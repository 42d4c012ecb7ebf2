#include "toolkit/workspace/sqlite_dialect.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/holder_note.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <sys/stat.h>

namespace hdskit {
namespace {

/// SOCI would create the file and take blanks and equal signs in a path for options of its own: the file is opened here.
struct ExistingFile : soci::backend_factory {
  explicit ExistingFile(std::filesystem::path path) : file{std::move(path)} {}

  soci::sqlite3_session_backend* make_session(const soci::connection_parameters&) const override {
    std::unique_ptr<soci::sqlite3_session_backend> backend{soci::sqlite3.make_session({soci::sqlite3, ":memory:"})};
    sqlite_api::sqlite3_close(backend->conn_);
    backend->conn_ = nullptr;
    // "./" keeps a path such as "file:x" or ":memory:" from meaning anything but a file
    const auto path = file.is_absolute() ? file : std::filesystem::path{"."} / file;
    const int result = sqlite_api::sqlite3_open_v2(path.c_str(), &backend->conn_, SQLITE_OPEN_READWRITE, nullptr);
    if (result != SQLITE_OK) throw soci::sqlite3_soci_error{sqlite_api::sqlite3_errmsg(backend->conn_), result};
    sqlite_api::sqlite3_extended_result_codes(backend->conn_, 0);
    return backend.release();
  }

  std::filesystem::path file;
};

/// SQLite's own words: SOCI puts the name of its function before them.
std::string words_of(const soci::soci_error& error) {
  auto words = error.get_error_message();
  if (const auto colon = words.find(": "); words.starts_with("sqlite3_") && colon != std::string::npos) words.erase(0, colon + 2);
  return words;
}

[[noreturn]] void refuse_damaged(const std::string& file, const std::string& details) {
  throw Problem{ProblemKind::damaged, file, tr("The workspace “{1}” is damaged: {2}.", {file, details}),
                tr("Keep the file, run `hdskit workspace check`, and restore the last backup with `hdskit workspace restore`.")};
}

[[noreturn]] void fail_on_sqlite(const std::filesystem::path& path, int code, const std::string& details) {
  const auto file = path.string();
  switch (code & 0xff) { // the low byte is the primary result code
    case SQLITE_BUSY:
    case SQLITE_LOCKED: {
      const auto holder = HolderNote{path}.holder().value_or(tr("another process"));
      throw Problem{ProblemKind::busy, file, tr("The workspace “{1}” is held by {2}.", {file, holder}),
                    tr("Wait until that work is finished, then start again; nothing was changed.")};
    }
    case SQLITE_FULL:
      throw Problem{ProblemKind::no_space, file, tr("There is no room left on the disk to write “{1}”.", {file}),
                    tr("Free some space or choose another place, then start again; nothing was changed.")};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw Problem{ProblemKind::refused, file, tr("“{1}” or its folder may not be written with your rights.", {file}),
                    tr("Ask for the rights on this file and its folder; nothing was changed.")};
    case SQLITE_CONSTRAINT:
      throw Problem{ProblemKind::bad_input, file, tr("This was recorded already: {1}.", {details}),
                    tr("Change what stands there instead of adding it again; nothing was changed.")};
    case SQLITE_TOOBIG:
      throw Problem{ProblemKind::no_space, file, tr("A text is too large for the workspace “{1}”.", {file}),
                    tr("Store it as a document instead; nothing was changed.")};
    case SQLITE_IOERR:
      throw Problem{ProblemKind::unreachable, file, tr("“{1}” could not be read or written: {2}.", {file, details}),
                    tr("Check the disk or the network share, then start again; nothing was changed.")};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: refuse_damaged(file, tr("its pages do not fit together")); // SQLite's own words are English and say no more
    default: refuse_damaged(file, details);
  }
}

class SqliteDialect final : public Dialect {
public:
  SqliteDialect(std::filesystem::path file, std::unique_ptr<soci::session> connected, std::chrono::milliseconds patience)
      : Dialect{std::move(connected)}, file_{std::move(file)}, note_{file_} {
    sqlite_api::sqlite3_busy_timeout(connection(), static_cast<int>(std::min<std::int64_t>(patience.count(), 1 << 30)));
  }

  void settle() {
    execute("pragma foreign_keys = on");
    execute("pragma synchronous = extra");  // full would let a power cut bring a finished journal, and so the state before, back
    execute("pragma cell_size_check = on"); // damaged pages are noticed when read
    execute("pragma trusted_schema = off"); // a file from elsewhere must not run functions of its own
    execute("pragma secure_delete = on");   // personal details that are forgotten must not stay in free pages
  }

  bool has_table(const std::string& name) override { return !read("select name from sqlite_master where type = 'table' and name = :p1", {name}).empty(); }
  std::vector<std::string> tables() override {
    return names("select name from sqlite_master where type = 'table' and name not like 'sqlite!_%' escape '!' order by name", {});
  }
  std::vector<std::string> columns(const std::string& table) override { return names("select name from pragma_table_info(:p1) order by cid", {table}); }

  std::string byte_order(const std::string& expression) const override { return expression + " collate binary"; }

  std::string bytes_type() const override { return "blob"; }
  std::string bytes_parameter(const std::string& parameter) const override { return "cast(" + parameter + " as blob)"; }
  std::string bytes_column() const override { return "cast(bytes as text)"; } // reads the very bytes: SQLite does not validate text
  std::string pack(std::string_view bytes) const override { return std::string{bytes}; }
  std::string unpack(const std::string& text) const override { return text; }

  void note_format(int format) override {
    execute("pragma application_id = " + std::to_string(workspace_application_id));
    execute("pragma user_version = " + std::to_string(format));
  }

  std::vector<std::string> engine_defects() override {
    auto defects = names("pragma integrity_check", {});
    if (defects == std::vector<std::string>{"ok"}) return {};
    return defects;
  }

  sqlite_api::sqlite3* connection() { return static_cast<soci::sqlite3_session_backend*>(session().get_backend())->conn_; }
  const std::filesystem::path& file() const { return file_; }

private:
  void start_change(const Acting& acting) override {
    execute("begin immediate");
    note_.put(acting);
  }
  void start_snapshot() override { execute("begin"); }
  void keep() override {
    note_.take_away(); // before the lock goes, or the note of the next one would be taken
    execute("commit");
  }
  void undo() noexcept override {
    note_.take_away();
    sqlite_api::sqlite3_exec(connection(), "rollback", nullptr, nullptr, nullptr); // a full disk may have undone it already
  }

  [[noreturn]] void fail(const soci::soci_error& error) override {
    const auto* known = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
    fail_on_sqlite(file_, known ? known->result() : SQLITE_ERROR, words_of(error));
  }

  std::vector<std::string> names(const std::string& sql, const std::vector<std::string>& parameters) {
    std::vector<std::string> result;
    read_each(sql, parameters, [&](const Row& row) { result.push_back(row[0]); });
    return result;
  }

  std::filesystem::path file_;
  HolderNote note_;
};

} // namespace

std::unique_ptr<Dialect> connect_sqlite(const std::filesystem::path& file, std::chrono::milliseconds patience) {
  std::unique_ptr<soci::session> session;
  try {
    session = std::make_unique<soci::session>(ExistingFile{file}, "");
  } catch (const soci::sqlite3_soci_error& error) { fail_on_sqlite(file, error.result(), words_of(error)); }
  auto dialect = std::make_unique<SqliteDialect>(file, std::move(session), patience);
  dialect->settle();
  return dialect;
}

bool is_sqlite(const Dialect& dialect) { return dynamic_cast<const SqliteDialect*>(&dialect) != nullptr; }

void copy_sqlite(Dialect& source, const std::filesystem::path& target, const Progress& progress) {
  constexpr int pages_a_step = 1024;
  auto& from = dynamic_cast<SqliteDialect&>(source);
  sqlite_api::sqlite3* to = nullptr;
  const int opened = sqlite_api::sqlite3_open_v2(std::filesystem::absolute(target).c_str(), &to, SQLITE_OPEN_READWRITE, nullptr);
  const std::unique_ptr<sqlite_api::sqlite3, int (*)(sqlite_api::sqlite3*)> closed_at_end{to, sqlite_api::sqlite3_close};
  if (opened != SQLITE_OK) fail_on_sqlite(target, opened, sqlite_api::sqlite3_errmsg(to));
  const std::unique_ptr<sqlite_api::sqlite3_backup, int (*)(sqlite_api::sqlite3_backup*)> backup{
      sqlite_api::sqlite3_backup_init(to, "main", from.connection(), "main"), sqlite_api::sqlite3_backup_finish};
  if (!backup) fail_on_sqlite(target, sqlite_api::sqlite3_errcode(to), sqlite_api::sqlite3_errmsg(to));
  // SQLite starts over when another process has written in between; after a few times those have to wait for us instead.
  constexpr int patient_restarts = 3;
  std::optional<Snapshot> hold;
  int restarts = 0, remaining_before = 0;
  for (int result = SQLITE_OK; result != SQLITE_DONE;) {
    progress.stop_if_cancelled();
    result = sqlite_api::sqlite3_backup_step(backup.get(), pages_a_step);
    if (result != SQLITE_OK && result != SQLITE_DONE) fail_on_sqlite(result == SQLITE_FULL ? target : from.file(), result, sqlite_api::sqlite3_errstr(result));
    const int remaining = sqlite_api::sqlite3_backup_remaining(backup.get()), total = sqlite_api::sqlite3_backup_pagecount(backup.get());
    if (remaining > remaining_before && remaining_before != 0) ++restarts;
    if (restarts == patient_restarts && !hold) {
      hold.emplace(source);
      source.read("select number from journal_head"); // takes the lock that keeps writers out
    }
    remaining_before = remaining;
    progress.tell(tr("Copying the workspace"), static_cast<std::uint64_t>(total - remaining), static_cast<std::uint64_t>(total));
  }
}

} // namespace hdskit
