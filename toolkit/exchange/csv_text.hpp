#pragma once

#include "toolkit/exchange/csv.hpp"

namespace hdskit {

struct CsvText {
  std::string text; ///< UTF-8 without byte order mark
  CsvEncoding encoding = CsvEncoding::utf8;
  std::vector<CsvDefect> defects; ///< bytes that mean nothing
};

/// Finds out how the bytes are encoded. Throws Problem bad_input for UTF-16 and workbooks.
CsvText csv_text_of(std::string_view bytes, const std::string& name);

} // namespace hdskit
