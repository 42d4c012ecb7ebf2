#include "cli/read_table.hpp"

#include "cli/press.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/exchange/table_reader.hpp"

namespace hdskit::cli {

CsvReading read_table_file(Context& context, const std::filesystem::path& file) {
  const auto bytes = read_file(file, workbook_size_limit);
  if (!is_workbook(bytes)) return read_text_table(bytes, file.string());
  if (!context.read_table) run_in_press(context);
  return context.read_table(bytes, file.string());
}

} // namespace hdskit::cli
