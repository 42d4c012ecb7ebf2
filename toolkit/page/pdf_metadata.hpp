#pragma once

#include "toolkit/page/document.hpp"
#include "toolkit/page/pdf_file.hpp"

namespace hdskit::page {

int write_document_information(PdfFile& file, const Metadata& metadata);  ///< the /Info dictionary, same values as the XMP
int write_xmp(PdfFile& file, const Metadata& metadata, bool claim_pdf_a); ///< the /Metadata stream, unfiltered; claims PDF/A-1b only when asked
int write_output_intent(PdfFile& file);                                   ///< sRGB profile made by lcms2, its date bytes fixed

} // namespace hdskit::page
