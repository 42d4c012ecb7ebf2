#include "toolkit/page/pdf_writer.hpp"

#include "toolkit/page/document_maker.hpp"

#include <algorithm>

namespace hdskit::page {

PdfOutcome write_pdf(const Document& document, const std::filesystem::path& file, const PdfOptions& options, const Progress& progress) {
  PdfOptions bounded = options;
  bounded.threads = std::clamp(options.threads, 1, 64);
  DocumentMaker maker{document, bounded, progress};
  maker.inspect_annexes();
  maker.shape();
  maker.make_up_pages();
  return maker.write(file);
}

} // namespace hdskit::page
