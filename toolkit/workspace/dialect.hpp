#pragma once

#include "toolkit/workspace/workspace.hpp"

#include <exception>
#include <map>

namespace soci {
class session;
class soci_error;
} // namespace soci

namespace hdskit {

/// One connection to an engine, and the few things in which SQLite and PostgreSQL differ. All other SQL of the project runs on both.
class Dialect {
public:
  virtual ~Dialect();
  Dialect(const Dialect&) = delete;
  Dialect& operator=(const Dialect&) = delete;

  void read_each(const std::string& sql, const std::vector<std::string>& parameters, const std::function<void(const Row&)>& take);
  std::vector<Row> read(const std::string& sql, const std::vector<std::string>& parameters = {});
  void execute(const std::string& sql, const std::vector<std::string>& parameters = {});

  /// Waits for its turn, at most the patience given at opening; then throws Problem busy that names who holds the workspace.
  void begin_change(const Acting& acting);
  /// All reads until rollback() see one and the same state.
  void begin_snapshot();
  void commit();
  void rollback() noexcept;
  bool in_transaction() const { return in_transaction_; }
  std::uint64_t change_begun() const { return change_begun_; } ///< no two changes of a process have the same: within one, nobody else writes

  virtual bool has_table(const std::string& name) = 0;
  virtual std::vector<std::string> tables() = 0;
  virtual std::vector<std::string> columns(const std::string& table) = 0;

  /// The SQL that orders a text by its bytes, whatever the language of the server.
  virtual std::string byte_order(const std::string& expression) const = 0;

  // Bytes travel as text parameters like everything else, in the engine's own dress.
  virtual std::string bytes_type() const = 0;
  virtual std::string bytes_parameter(const std::string& parameter) const = 0; ///< the SQL that stores a packed parameter
  virtual std::string bytes_column() const = 0;                                ///< the SQL that reads document_piece.bytes, packed
  virtual std::string pack(std::string_view bytes) const = 0;
  virtual std::string unpack(const std::string& text) const = 0;

  /// Engines that carry the format outside of any table note it there.
  virtual void note_format(int format) = 0;
  /// The engine's own examination of what it stores; sentences of what is wrong.
  virtual std::vector<std::string> engine_defects() = 0;

protected:
  explicit Dialect(std::unique_ptr<soci::session> session);
  /// Throws the Problem that an error of the engine stands for.
  [[noreturn]] virtual void fail(const soci::soci_error& error) = 0;
  virtual void start_change(const Acting& acting) = 0;
  virtual void start_snapshot() = 0;
  virtual void keep() = 0;
  virtual void undo() noexcept = 0;
  soci::session& session() { return *session_; }

private:
  struct Prepared;
  Prepared& prepared(const std::string& sql, const std::vector<std::string>& parameters);
  template <typename Work> void guarded(Work work);
  std::unique_ptr<soci::session> session_;
  std::map<std::string, std::unique_ptr<Prepared>> prepared_; // what is written with values: the same few statements again and again in a long change
  bool in_transaction_ = false;
  std::uint64_t change_begun_ = 0;
};

/// One state for all reads inside its scope, unless a transaction gives that already.
class Snapshot {
public:
  explicit Snapshot(Dialect& dialect) : dialect_{dialect.in_transaction() ? nullptr : &dialect} {
    if (dialect_) dialect_->begin_snapshot();
  }
  ~Snapshot() {
    if (dialect_) dialect_->rollback();
  }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;

private:
  Dialect* dialect_;
};

/// A transaction that is undone unless commit() was reached.
class Transaction {
public:
  Transaction(Dialect& dialect, const Acting& acting) : dialect_{dialect} { dialect_.begin_change(acting); }
  ~Transaction() {
    if (!done_) dialect_.rollback();
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    dialect_.commit();
    done_ = true;
  }

private:
  Dialect& dialect_;
  bool done_ = false;
};

} // namespace hdskit
