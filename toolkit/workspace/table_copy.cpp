#include "toolkit/workspace/table_copy.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr auto pieces_table = "document_piece";

std::string quoted(const std::string& name) { return "\"" + name + "\""; }

void copy_rows(Dialect& from, Dialect& to, const std::string& table) {
  std::string list, places;
  std::size_t count = 0;
  for (const auto& column : to.columns(table)) {
    list += (count ? ", " : "") + quoted(column);
    places += (count ? ", :p" : ":p") + std::to_string(count + 1);
    ++count;
  }
  const auto insert = "insert into " + quoted(table) + " (" + list + ") values (" + places + ")";
  from.read_each("select " + list + " from " + quoted(table), {}, [&](const Row& row) { to.execute(insert, row); });
}

/// One piece at a time: a server would otherwise hand over all documents at once.
void copy_pieces(Dialect& from, Dialect& to, const Progress& progress) {
  const auto keys = from.read("select digest, number from document_piece order by digest, number");
  const auto select = "select " + from.bytes_column() + " from document_piece where digest = :p1 and number = :p2";
  const auto insert = "insert into document_piece (digest, number, bytes) values (:p1, :p2, " + to.bytes_parameter(":p3") + ")";
  for (std::size_t i = 0; i < keys.size(); ++i) {
    progress.stop_if_cancelled();
    const auto rows = from.read(select, keys[i]);
    to.execute(insert, {keys[i][0], keys[i][1], to.pack(from.unpack(rows.at(0).at(0)))});
    progress.tell(tr("Copying the documents"), i + 1, keys.size());
  }
}

} // namespace

void copy_tables(Dialect& from, Dialect& to, const Progress& progress) {
  const Snapshot snapshot{from};
  const auto there = from.tables();
  for (const auto& table : to.tables()) {
    if (std::find(there.begin(), there.end(), table) == there.end()) continue; // a server may hold tables of other programs
    progress.stop_if_cancelled();
    to.execute("delete from " + quoted(table));
    if (table == pieces_table) copy_pieces(from, to, progress);
    else copy_rows(from, to, table);
  }
}

} // namespace hdskit
