#pragma once

#include "toolkit/page/pdf_file.hpp"
#include "toolkit/page/pdf_font.hpp"
#include "toolkit/page/pdf_metadata.hpp"

#include <harfbuzz/hb-ot.h>
#include <memory>
#include <string>

namespace tests {

inline const hdskit::page::FontFace sans{"/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf", 0};

inline hdskit::page::Metadata sample_metadata() {
  hdskit::page::Metadata metadata{.created = *hdskit::Instant::parse("2026-11-22T10:15:00Z")};
  metadata.title = "Dossier d’agrément (été) & <annexes>";
  metadata.author = "Hôpital d’essai";
  metadata.subject = "Hébergement de données de santé";
  metadata.keywords = "HDS, agrément";
  return metadata;
}

/// Shapes `text` on one line and gives its operators; the glyphs are told to `fonts`.
inline std::string shown(hdskit::page::PdfFonts& fonts, const hdskit::page::FontFace& face, const std::string& text, double size, double x, double y) {
  const int number = fonts.font(face);
  const std::unique_ptr<hb_blob_t, void (*)(hb_blob_t*)> blob{hb_blob_create_from_file(face.file.c_str()), hb_blob_destroy};
  const std::unique_ptr<hb_face_t, void (*)(hb_face_t*)> program{hb_face_create(blob.get(), static_cast<unsigned>(face.index)), hb_face_destroy};
  const std::unique_ptr<hb_font_t, void (*)(hb_font_t*)> font{hb_font_create(program.get()), hb_font_destroy};
  const std::unique_ptr<hb_buffer_t, void (*)(hb_buffer_t*)> buffer{hb_buffer_create(), hb_buffer_destroy};
  hb_buffer_add_utf8(buffer.get(), text.c_str(), -1, 0, -1);
  hb_buffer_guess_segment_properties(buffer.get());
  hb_feature_t ligatures;
  hb_feature_from_string("liga", -1, &ligatures);
  hb_shape(font.get(), buffer.get(), &ligatures, 1);
  unsigned count = 0;
  const auto* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
  std::string codes;
  for (unsigned i = 0; i < count; ++i) {
    const auto end = i + 1 < count ? glyphs[i + 1].cluster : text.size();
    fonts.use(number, glyphs[i].codepoint, text.substr(glyphs[i].cluster, end - glyphs[i].cluster));
    for (int shift = 12; shift >= 0; shift -= 4) codes += "0123456789ABCDEF"[glyphs[i].codepoint >> shift & 15];
  }
  using hdskit::page::pdf_number;
  return "BT /" + fonts.resource_name(number) + " " + pdf_number(size) + " Tf " + pdf_number(x) + " " + pdf_number(y) + " Td <" + codes + "> Tj ET\n";
}

/// A file of one page that shows `content`, claims PDF/A-1b and refers to the fonts. `extra`: more resources.
inline void finish_sample(hdskit::page::PdfFile& file, hdskit::page::PdfFonts& fonts, const std::string& content, const std::string& extra = {}) {
  using namespace hdskit::page;
  const int pages = file.reserve();
  const int stream = file.reserve();
  file.write_stream(stream, "/Filter /FlateDecode", deflated(content));
  const int page = file.add("<< /Type /Page /Parent " + pdf_reference(pages) + " /MediaBox [0 0 595.276 841.89] /Contents " + pdf_reference(stream) +
                            " /Resources << /Font << " + fonts.resources(file) + " >> " + extra + " >> >>");
  file.write(pages, "<< /Type /Pages /Count 1 /Kids [" + pdf_reference(page) + "] >>");
  fonts.write(file);
  const auto metadata = sample_metadata();
  const int xmp = write_xmp(file, metadata, true);
  const int intent = write_output_intent(file);
  const int root = file.add("<< /Type /Catalog /Pages " + pdf_reference(pages) + " /Metadata " + pdf_reference(xmp) + " /OutputIntents [" +
                            pdf_reference(intent) + "] /Lang (fr-FR) >>");
  file.finish(root, write_document_information(file, metadata));
}

} // namespace tests
