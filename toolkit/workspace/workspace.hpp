#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/progress.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

/// Who changes the workspace, and when. The faces fill it in; the library never looks at a clock or a login name.
struct Acting {
  std::string name;
  Instant at;
};

/// A row of values as text; NULL reads as "". Text everywhere keeps one portable SQL for SQLite and PostgreSQL.
using Row = std::vector<std::string>;

class Change;
class Dialect;

/// One hospital's workspace: a SQLite file (something.hds) or a PostgreSQL database (postgresql://…).
/// Everything lives in that one place, evidence included, so that copying one file copies everything.
class Workspace {
public:
  /// Creates it; refuses a path where anything stands. Throws Problem.
  static Workspace create(const std::string& location, const Acting& acting);

  /// Opens it; never creates. Throws Problem not_found, bad_input (not a workspace), newer_format, older_format, damaged, busy, refused.
  /// `patience`: how long a change waits for another process before it says who holds the workspace.
  static Workspace open(const std::string& location, std::chrono::milliseconds patience = std::chrono::seconds{10});

  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;
  ~Workspace();

  const std::string& location() const;
  int format() const; ///< number of the newest migration applied

  /// Throws Problem not_found when the file was removed or moved since it was opened, refused when another one stands in its place: what
  /// would be written then would be lost. A database is always in its place. A change looks by itself; a face that only reads may ask.
  void ensure_in_place() const;

  /// Reads with parameters :p1, :p2, … bound in order. `sql` is a constant of the program, never built from a person's words.
  std::vector<Row> read(const std::string& sql, const std::vector<std::string>& parameters = {}) const;
  /// The same, row by row, for what may be large.
  void read_each(const std::string& sql, const std::vector<std::string>& parameters, const std::function<void(const Row&)>& take) const;

  /// Runs `work` as one transaction: all of it and its journal entries are kept, or (it throws) none of it.
  /// A change that recorded nothing in the journal but wrote is a defect and throws std::logic_error.
  /// Throws what ensure_in_place does, before the work and again before it is kept.
  void change(const Acting& acting, const std::function<void(Change&)>& work);

  Dialect& dialect() const;

private:
  struct State;
  explicit Workspace(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// A change in the making. Only valid inside Workspace::change.
class Change {
public:
  Workspace& workspace() { return workspace_; }
  const Acting& acting() const { return acting_; }

  void write(const std::string& sql, const std::vector<std::string>& parameters = {});

  /// 1, 2, 3, … per counter, never given twice even after a removal.
  std::int64_t next_number(std::string_view counter);

  /// Appends to the journal. `before` and `after` are JSON objects as text, "" when there is none.
  void record(std::string_view verb, std::string_view kind, std::string_view subject, const std::string& before, const std::string& after);

  /// Stores bytes under their digest, in pieces of 256 KiB; does nothing when they are already there. See document_store.hpp.
  void put_piece(const Digest& digest, std::int64_t number, std::string_view bytes);

private:
  friend class Workspace;
  Change(Workspace& workspace, const Acting& acting) : workspace_{workspace}, acting_{acting} {}
  Workspace& workspace_;
  const Acting& acting_;
  bool wrote_ = false;
  bool recorded_ = false;
  std::int64_t last_entry_ = 0; ///< of the journal, once recorded_
  std::string last_digest_;
};

} // namespace hdskit
