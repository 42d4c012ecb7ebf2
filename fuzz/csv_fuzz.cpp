#include "fuzz/answer.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/exchange/csv.hpp"

// CSV files as spreadsheets write them. Promises: what is read without defect is UTF-8, and comes back the same once written.

using namespace hdskit;

namespace {

std::vector<std::vector<std::string>> cells_of(const CsvTable& table) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table.rows) rows.push_back(row.cells);
  return rows;
}

void try_way_back(const CsvTable& table) {
  for (const auto& heading : table.headings) fuzz::promise(is_utf8(heading), "a heading is UTF-8");
  const auto rows = cells_of(table);
  const auto again = read_csv(write_csv(table.headings, rows), "written.csv");
  fuzz::promise(again.defects.empty(), "a table that was written has no defect");
  fuzz::promise(again.table.headings == table.headings, "the headings come back");
  fuzz::promise(cells_of(again.table) == rows, "the cells come back");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  fuzz::done([&] {
    const auto reading = read_csv(fuzz::text_of(bytes, size), "foreign.csv");
    if (reading.defects.empty()) try_way_back(reading.table);
    else listed(reading.defects);
  });
  return 0;
}
