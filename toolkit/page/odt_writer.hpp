#pragma once

#include "toolkit/base/progress.hpp"
#include "toolkit/page/document.hpp"
#include "toolkit/page/style.hpp"

#include <filesystem>

namespace hdskit::page {

/// The same blocks as an OpenDocument text (ISO/IEC 26300) that LibreOffice edits: styles, automatic contents and cross references,
/// repeated table headers, header and footer with page n / N. Annexes are listed, not contained. Same document, same bytes.
void write_odt(const Document& document, const std::filesystem::path& file, const Style& style = {}, const Progress& progress = {});

} // namespace hdskit::page
