#include "fuzz/answer.hpp"
#include "fuzz/sound_pdf.hpp"
#include "toolkit/page/annex_copy.hpp"

#include <fstream>

// A document of whatever origin that becomes an annex. Promises: the two looks at it count the same pages, and the dossier that holds it is a sound PDF.

using namespace hdskit;
using namespace hdskit::page;

namespace {

/// The number of pages that were copied.
std::size_t copy_into(const std::filesystem::path& dossier, const std::filesystem::path& annex) {
  PdfFile file{dossier};
  const int parent = file.reserve();
  const int font = file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  const auto stamp = [&](double, double, int) { return Overlay{"BT /F0 9 Tf 20 20 Td (Annexe) Tj ET", "/F0 " + pdf_reference(font)}; };
  const auto pages = copy_annex(file, annex, "foreign", parent, stamp);
  std::string kids;
  for (const int page : pages) kids += pdf_reference(page) + " ";
  file.write(parent, "<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>");
  file.finish(file.add("<< /Type /Catalog /Pages " + pdf_reference(parent) + " >>"), 0);
  return pages.size();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const ScratchFolder folder; // scripts/fuzz.sh lays it into memory
  const auto annex = folder.path() / "annex", dossier = folder.path() / "dossier.pdf";
  std::ofstream{annex, std::ios::binary | std::ios::trunc}.write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
  AnnexSummary summary;
  const bool inspected = fuzz::done([&] { summary = inspect_annex(annex, "foreign"); });
  std::size_t pages = 0;
  if (!fuzz::done([&] { pages = copy_into(dossier, annex); })) return 0;
  fuzz::promise(inspected && static_cast<std::size_t>(summary.pages) == pages, "what is copied was accepted, with as many pages");
  fuzz::require_sound_pdf(dossier, pages);
  return 0;
}
