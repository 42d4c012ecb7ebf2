#include "toolkit/exchange/sheet.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {

void write_sheet(const std::filesystem::path& path, const Sheet& sheet) {
  if (is_workbook_name(path)) return write_xlsx(path, sheet);
  if (folded(path.extension().string()) == ".csv") return write_file(path, sheet_csv(sheet));
  throw Problem{ProblemKind::bad_input, path.string(), tr("The name “{1}” does not say in which format the table is to be written.", {path.string()}),
                tr("Let the name end in “.xlsx” for Excel and LibreOffice, or in “.csv” for a plain table.")};
}

} // namespace hdskit
