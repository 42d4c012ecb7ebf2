#pragma once

#include "toolkit/exchange/csv.hpp"
#include "toolkit/frameworks/framework_library.hpp"
#include "toolkit/frameworks/library_findings.hpp"

namespace hdskit {

/// The spreadsheet of Deming: one measure a row, its columns told by their place because their headings differ from file to file. A framework, B domain,
/// C description of the domain, D clause, E name, F description, G attributes, H input, I model, J indicator, K action plan. One framework for each name in A.
FrameworkLibrary read_deming_table(const CsvReading& reading, LibraryFindings& findings);

} // namespace hdskit
