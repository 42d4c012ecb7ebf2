#pragma once

#include "toolkit/base/progress.hpp"
#include "toolkit/page/pdf_file.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace hdskit::page {

/// What an annex is made of. Throws Problem bad_input: not a PDF, PNG or JPEG; truncated or too damaged to be read; needs a password to open;
/// no page; more than 20,000 pages.
struct AnnexSummary {
  enum class Kind { pdf, image } kind = Kind::pdf;
  int pages = 0;
};
AnnexSummary inspect_annex(const std::filesystem::path& file, const std::string& name);

/// What is drawn over a page of an annex: content operators in the page's own visible coordinates (origin bottom left of what a reader sees
/// after rotation, points), and the fonts that they name.
struct Overlay {
  std::string content;
  std::string font_resources; ///< "/F0 5 0 R"
};
/// `width`, `height`: of the visible page, after rotation. `page`: from 1 within the annex.
using OverlayOf = std::function<Overlay(double width, double height, int page)>;

/// Copies every page of the annex into `file`, streams untouched (decrypted when only an owner password guards them), one annex in memory at a time.
/// Each page gets `parent` as /Parent and its overlay on top. Structure tags, forms' scripts, open actions and embedded files stay behind; links between
/// pages of the annex and to the web are kept. Gives the object numbers of the pages.
std::vector<int> copy_annex(PdfFile& file, const std::filesystem::path& annex, const std::string& name, int parent, const OverlayOf& overlay,
                            const Progress& progress = {});

} // namespace hdskit::page
