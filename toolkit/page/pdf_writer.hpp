#pragma once

#include "toolkit/base/digest.hpp"
#include "toolkit/base/progress.hpp"
#include "toolkit/page/document.hpp"
#include "toolkit/page/style.hpp"

#include <filesystem>
#include <map>

namespace hdskit::page {

struct PdfOptions {
  int threads = 2;
  Style style;
};

struct PlacedHeading {
  int level = 1;
  std::string text, anchor; ///< text with its number
  int page = 0;             ///< from 1
};

/// Where everything came to stand.
struct PdfOutcome {
  int pages = 0, generated_pages = 0; ///< the rest are annexes
  std::vector<PlacedHeading> headings;
  std::map<std::string, int> pages_of_anchors; ///< annexes included
  Digest digest;
  std::uint64_t size = 0;
};

/// Typesets `document` and writes it with its annexes to `file` (0600, complete or not at all). Tagged; PDF/A-1b when there is no annex.
/// Memory does not grow with the bytes of annexes. The same document gives the same bytes.
/// Throws Problem bad_input (an unreadable picture or annex, a link to an anchor that does not exist: all of them named), no_space, cancelled.
PdfOutcome write_pdf(const Document& document, const std::filesystem::path& file, const PdfOptions& options = {}, const Progress& progress = {});

} // namespace hdskit::page
