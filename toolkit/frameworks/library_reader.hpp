#pragma once

#include "toolkit/exchange/csv.hpp"
#include "toolkit/frameworks/framework_library.hpp"

#include <string>
#include <string_view>

namespace hdskit {

constexpr std::size_t library_size_limit = 32u << 20; ///< bytes of a file; the largest catalogs that are published take 11 MB

/// Reads a library as its bytes and the ending of its name tell: YAML of CISO Assistant, a catalog of OSCAL as JSON or XML, a checklist or a mapping of hdskit
/// as XML. Everything that is wrong is among the defects; nothing is thrown. Workbooks are read as tables, see read_library_table.
FrameworkLibrary read_library(std::string_view bytes, const std::string& file);

/// The spreadsheet of Deming, as read_table gives it.
FrameworkLibrary read_library_table(const CsvReading& table, const std::string& file);

/// A library of which only a refusal can be said.
FrameworkLibrary refused_library(const std::string& file, std::string sentence);

} // namespace hdskit
