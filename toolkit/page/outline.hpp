#pragma once

#include "toolkit/page/pdf_file.hpp"

#include <map>
#include <string>
#include <vector>

namespace hdskit::page {

struct OutlineEntry {
  int level = 1;
  std::string title;
  std::string destination; ///< "[12 0 R /XYZ null 700 null]"
};

/// Writes the bookmarks; entries of level 1 closed, so that a reader first sees the chapters. Gives the object of the outline, 0 without entries.
int write_outline(PdfFile& file, const std::vector<OutlineEntry>& entries);

/// Writes the tree of named destinations (ISO 32000-1, 7.9.6). Gives its object, 0 without names.
int write_names(PdfFile& file, const std::map<std::string, std::string>& destinations);

/// An anchor as the name of a destination: its own ASCII characters, %xx for the rest.
std::string destination_name(const std::string& anchor);

} // namespace hdskit::page
