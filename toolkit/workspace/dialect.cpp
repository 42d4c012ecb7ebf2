#include "toolkit/workspace/dialect.hpp"

#include <soci/soci.h>

#include <stdexcept>

namespace hdskit {
namespace {

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

void bind(soci::statement& statement, const std::string& sql, const std::vector<std::string>& parameters) {
  statement.alloc();
  statement.prepare(sql, soci::details::st_one_time_query); // one message to a server instead of three
  for (std::size_t i = 0; i < parameters.size(); ++i) statement.exchange(soci::use(parameters[i], "p" + std::to_string(i + 1)));
}

} // namespace

Dialect::Dialect(std::unique_ptr<soci::session> session) : session_{std::move(session)} {}
Dialect::~Dialect() = default;

void Dialect::begin_change(const Acting& acting) {
  if (in_transaction_) throw std::logic_error{"a change was begun inside another transaction"};
  start_change(acting);
  in_transaction_ = true;
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
    bind(statement, sql, parameters);
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

void Dialect::execute(const std::string& sql, const std::vector<std::string>& parameters) {
  guarded([&] {
    soci::statement statement{*session_};
    bind(statement, sql, parameters);
    statement.define_and_bind();
    statement.execute(true);
  });
}

} // namespace hdskit
