#include "gui/viewer/paged_document.hpp"

#include "gui/viewer/image_document.hpp"
#include "gui/viewer/pdf_document.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit::gui {
namespace {

constexpr std::size_t start_looked_at = 1024; // ISO 32000-1 annex H.3.4.1: the marker of a PDF may stand a little further
constexpr std::uint64_t largest_image_file = 200u << 20;

bool is_pdf(std::string_view start) { return start.substr(0, start_looked_at).find("%PDF-") != std::string_view::npos; }
bool is_image(std::string_view start) { return start.starts_with("\x89PNG\r\n\x1a\n") || start.starts_with("\xff\xd8\xff"); }

[[noreturn]] void refuse_kind(const std::string& name) {
  throw Problem{ProblemKind::bad_input, name, tr("“{1}” is neither a PDF nor a PNG or JPEG image: it cannot be shown here.", {name}),
                tr("Save a copy and open it with the program that made it.")};
}

} // namespace

std::unique_ptr<PagedDocument> open_document(std::shared_ptr<const std::string> bytes, const std::string& name) {
  if (is_image(*bytes)) return std::make_unique<ImageDocument>(*bytes, name);
  if (!is_pdf(*bytes)) refuse_kind(name);
  return PdfDocument::of_bytes(std::move(bytes), name);
}

std::unique_ptr<PagedDocument> open_document(const std::filesystem::path& file) {
  const auto start = read_start(file, start_looked_at);
  const auto name = file.filename().string();
  if (is_image(start)) return std::make_unique<ImageDocument>(read_file(file, largest_image_file), name);
  if (!is_pdf(start)) refuse_kind(name);
  return PdfDocument::of_file(file);
}

bool can_be_shown(std::string_view media_type) { return media_type == "application/pdf" || media_type == "image/png" || media_type == "image/jpeg"; }

double bounded_scale(const PageSize& size, double pixels_per_point) {
  const double by_sides = most_pixels_a_side / std::max(size.width, size.height);
  const double by_area = std::sqrt(most_pixels / (size.width * size.height));
  return std::min({pixels_per_point, by_sides, by_area});
}

} // namespace hdskit::gui
