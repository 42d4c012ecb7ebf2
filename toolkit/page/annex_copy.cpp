#include "toolkit/page/annex_copy.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/annex_image.hpp"
#include "toolkit/page/annex_pages.hpp"

namespace hdskit::page {
namespace {

/// An image is held whole while it is copied.
constexpr std::uint64_t largest_image = 128u << 20;

enum class Kind { pdf, image };

Kind kind_of(const std::filesystem::path& file, const std::string& name) {
  const auto start = read_start(file, 1024);
  if (start.starts_with("\x89PNG") || start.starts_with("\xFF\xD8\xFF")) return Kind::image;
  if (start.find("%PDF-") != std::string::npos) return Kind::pdf; // readers accept some bytes before it
  throw Problem{ProblemKind::bad_input, name, tr("“{1}” is neither a PDF nor a PNG or JPEG image.", {name}),
                tr("Export the document as PDF, then add it again.")};
}

/// What libqpdf throws of itself is damage that it met on the way.
template <typename Work> auto reading(AnnexSource& source, const Work& work) {
  try {
    return work();
  } catch (const Problem&) { throw; } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) { source.refuse_damaged(); }
}

} // namespace

AnnexSummary inspect_annex(const std::filesystem::path& file, const std::string& name) {
  if (kind_of(file, name) == Kind::image) {
    require_whole_image(read_file(file, largest_image), name);
    return {.kind = AnnexSummary::Kind::image, .pages = 1};
  }
  AnnexSource source{file, name};
  return {.kind = AnnexSummary::Kind::pdf, .pages = static_cast<int>(source.pages().size())};
}

std::vector<int> copy_annex(PdfFile& file, const std::filesystem::path& annex, const std::string& name, int parent, const OverlayOf& overlay,
                            const Progress& progress) {
  if (kind_of(annex, name) == Kind::image) return {write_image_page(file, read_file(annex, largest_image), name, parent, overlay)};
  AnnexSource source{annex, name};
  return reading(source, [&] { return AnnexPages{file, source, parent, overlay, progress}.write(); });
}

} // namespace hdskit::page
