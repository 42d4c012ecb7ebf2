#include "toolkit/exchange/csv.hpp"
#include "toolkit/exchange/sheet.hpp"

#include "toolkit/base/text.hpp"

namespace hdskit {

std::string sheet_csv(const Sheet& sheet) {
  std::vector<std::string> headings;
  for (const auto& column : sheet.columns) headings.push_back(column.heading);
  return write_csv(headings, sheet.rows);
}

bool is_workbook_name(const std::filesystem::path& path) { return folded(path.extension().string()) == ".xlsx"; }

} // namespace hdskit
