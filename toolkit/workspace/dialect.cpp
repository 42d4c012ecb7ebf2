#include "toolkit/workspace/dialect.hpp"

#include <soci/soci.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>

namespace hdskit {
namespace {

std::atomic<std::uint64_t> changes_of_this_process = 0;

/// Whatever type the engine gives a column (a count is an integer here, a long there), it leaves as text.
std::string cell_text(const soci::row& row, std::size_t i) {
  if (row.get_indicator(i) == soci::i_null) return "";
  switch (row.get_properties(i).get_data_type()) {
    case soci::dt_integer: return std::to_string(row.get<int>(i));
    case soci::dt_long_long: return std::to_string(row.get<long long>(i));
    case soci::dt_unsigned_long_long: return std::to_string(row.get<unsigned long long>(i));
    case soci::dt_double: return std::to_string(row.get<double>(i));
    default: return row.get<std::string>(i);
  }
}

void prepare_with(soci::statement& statement, const std::string& sql, const std::vector<std::string>& parameters, soci::details::statement_type type) {
  statement.alloc();
  statement.prepare(sql, type);
  for (std::size_t i = 0; i < parameters.size(); ++i) statement.exchange(soci::use(parameters[i], "p" + std::to_string(i + 1)));
}

} // namespace

/// A statement that an engine has read once, with the values that it is bound to.
struct Dialect::Prepared {
  Prepared(soci::session& session, std::vector<std::string> parameters) : values{std::move(parameters)}, statement{session} {}
  std::vector<std::string> values; // never longer or shorter: the statement holds on to them
  soci::statement statement;
};

Dialect::Dialect(std::unique_ptr<soci::session> session) : session_{std::move(session)} {}
Dialect::~Dialect() = default;

void Dialect::begin_change(const Acting& acting) {
  if (in_transaction_) throw std::logic_error{"a change was begun inside another transaction"};
  start_change(acting);
  in_transaction_ = true;
  change_begun_ = ++changes_of_this_process;
}

void Dialect::begin_snapshot() {
  if (in_transaction_) throw std::logic_error{"a snapshot was begun inside another transaction"};
  start_snapshot();
  in_transaction_ = true;
}

void Dialect::commit() {
  keep();
  in_transaction_ = false;
}

void Dialect::rollback() noexcept {
  undo();
  in_transaction_ = false;
}

template <typename Work> void Dialect::guarded(Work work) {
  try {
    work();
  } catch (const soci::soci_error& error) { fail(error); }
}

void Dialect::read_each(const std::string& sql, const std::vector<std::string>& parameters, const std::function<void(const Row&)>& take) {
  guarded([&] {
    soci::row cells;
    soci::statement statement{*session_};
    prepare_with(statement, sql, parameters, soci::details::st_one_time_query); // one message to a server instead of three
    statement.exchange(soci::into(cells));
    statement.define_and_bind();
    statement.execute(false);
    Row row;
    while (statement.fetch()) {
      row.clear();
      for (std::size_t i = 0; i < cells.size(); ++i) row.push_back(cell_text(cells, i));
      take(row);
    }
  });
}

std::vector<Row> Dialect::read(const std::string& sql, const std::vector<std::string>& parameters) {
  std::vector<Row> rows;
  read_each(sql, parameters, [&](const Row& row) { rows.push_back(row); });
  return rows;
}

Dialect::Prepared& Dialect::prepared(const std::string& sql, const std::vector<std::string>& parameters) {
  constexpr std::size_t enough = 64; // a program has few; a piece of evidence stays in its values until the next one
  if (const auto found = prepared_.find(sql); found != prepared_.end()) {
    std::ranges::copy(parameters, found->second->values.begin());
    return *found->second;
  }
  if (prepared_.size() >= enough) prepared_.clear();
  auto made = std::make_unique<Prepared>(*session_, parameters);
  prepare_with(made->statement, sql, made->values, soci::details::st_repeatable_query);
  made->statement.define_and_bind();
  return *prepared_.emplace(sql, std::move(made)).first->second;
}

void Dialect::execute(const std::string& sql, const std::vector<std::string>& parameters) {
  guarded([&] {
    if (parameters.empty()) { // of the engine or of a migration: once
      soci::statement statement{*session_};
      prepare_with(statement, sql, parameters, soci::details::st_one_time_query);
      statement.define_and_bind();
      statement.execute(true);
      return;
    }
    try {
      prepared(sql, parameters).statement.execute(true);
    } catch (...) {
      prepared_.erase(sql); // nobody knows what an engine left it in
      throw;
    }
  });
}

} // namespace hdskit
