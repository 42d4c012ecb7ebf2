#include "fuzz/answer.hpp"
#include "fuzz/sound_pdf.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/page/markdown.hpp"
#include "toolkit/page/odt_writer.hpp"
#include "toolkit/page/pdf_writer.hpp"

// What people write comes to stand on pages. Promises: what Markdown accepts is set, or refused for what it refers to, and the PDF is sound.

using namespace hdskit;
using namespace hdskit::page;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const ScratchFolder folder; // scripts/fuzz.sh lays it into memory
  const auto pdf = folder.path() / "text.pdf", odt = folder.path() / "text.odt";
  Document document{.metadata = {.title = "Essai", .created = *Instant::parse("2026-11-22T10:15:00Z")}};
  if (!fuzz::done([&] { document.blocks = blocks_of_markdown(fuzz::text_of(bytes, size), "text"); })) return 0;
  document.header_left = document.watermark = std::string{fuzz::text_of(bytes, std::min<std::size_t>(size, 40))};
  int pages = 0;
  if (fuzz::done([&] { pages = write_pdf(document, pdf, {.threads = 1}).pages; })) fuzz::require_sound_pdf(pdf, static_cast<std::size_t>(pages));
  fuzz::done([&] { write_odt(document, odt); });
  return 0;
}
