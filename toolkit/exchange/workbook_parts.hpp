#pragma once

#include "toolkit/exchange/workbook_archive.hpp"
#include "toolkit/exchange/workbook_numbers.hpp"
#include "toolkit/exchange/workbook_xml.hpp"

#include <vector>

namespace hdskit {

/// What the cells of a worksheet point to, and where it stands.
struct WorkbookParts {
  std::string worksheet; ///< the part of the first visible one
  bool from_1904 = false;
  std::vector<std::string> texts;    ///< shared strings
  std::vector<NumberFormat> formats; ///< by style of a cell
};

/// Throws Problem bad_input for an OpenDocument file, a binary workbook, another document of Office, no visible worksheet.
WorkbookParts read_workbook_parts(const WorkbookArchive& archive);

/// The text of “si” or “is”, runs of different looks joined; how Japanese is pronounced is left out.
std::string rich_text(WorkbookXml& xml);

} // namespace hdskit
