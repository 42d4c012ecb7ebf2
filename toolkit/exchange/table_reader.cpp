#include "toolkit/exchange/table_reader.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/workbook_reader.hpp"

namespace hdskit {

CsvReading read_table(std::string_view bytes, const std::string& name) {
  if (bytes.size() > workbook_size_limit)
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is larger than {2} MiB.", {name, std::to_string(workbook_size_limit >> 20)}),
                  tr("Import it in several files.")};
  if (is_workbook(bytes)) return read_workbook(WorkbookArchive{bytes, name});
  return read_text_table(bytes, name);
}

} // namespace hdskit
