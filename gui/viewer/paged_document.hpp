#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace hdskit::gui {

/// Pixels from the upper left corner, row by row, three bytes each.
struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
};

/// Points, 72 to the inch.
struct PageSize {
  double width = 0, height = 0;
};

/// A part of a page in points from its upper left corner.
struct PageArea {
  double x = 0, y = 0, width = 0, height = 0;
};

/// A place where words that were sought stand.
struct Hit {
  int page = 0; ///< from 0
  PageArea area;
};

struct OutlineEntry {
  std::string title;
  int page = 0;  ///< from 0
  int depth = 0; ///< from 0
};

// Documents come from anywhere: whatever they claim, no more than this is believed.
constexpr int most_pages = 20'000;
constexpr double largest_side = 14'400, smallest_side = 3; ///< points: 200 inches is what ISO 32000-1 annex C.2 gives a page at most
constexpr double most_pixels = 16e6;                       ///< of a picture: 64 MB while it is drawn
constexpr double most_pixels_a_side = 16'000;
constexpr std::size_t most_outline_entries = 5'000;
constexpr int deepest_outline = 16;
constexpr std::size_t most_hits_a_page = 500;

/// A document that is seen page by page. For one thread at a time.
class PagedDocument {
public:
  PagedDocument() = default;
  virtual ~PagedDocument() = default;
  PagedDocument(const PagedDocument&) = delete;
  PagedDocument& operator=(const PagedDocument&) = delete;

  virtual int page_count() = 0;                 ///< 1 to most_pages
  virtual PageSize page_size(int page) = 0;     ///< as it is seen, turned and cut; each side from smallest_side to largest_side
  virtual std::string page_label(int page) = 0; ///< how the document itself numbers it, "iv"; "" when it does not
  virtual std::vector<OutlineEntry> outline() = 0;

  /// On white paper. What would be too large a picture comes smaller: its size is never more than the limits above.
  virtual Picture draw(int page, double pixels_per_point) = 0;

  virtual std::string text(int page) = 0;
  virtual std::vector<Hit> find(int page, const std::string& words) = 0; ///< letter case aside
};

/// A PDF, a PNG or a JPEG, by its first bytes. `name` is what a Problem calls it. The bytes are kept, not copied.
/// Throws Problem bad_input (encrypted, or of another kind) and damaged.
std::unique_ptr<PagedDocument> open_document(std::shared_ptr<const std::string> bytes, const std::string& name);
/// The same for a file: a PDF is read piece by piece as it is needed, and stays open.
std::unique_ptr<PagedDocument> open_document(const std::filesystem::path& file);

/// Whether open_document knows that kind: "application/pdf", "image/png", "image/jpeg".
bool can_be_shown(std::string_view media_type);

/// The scale at which a page of that size keeps within the limits of a picture.
double bounded_scale(const PageSize& size, double pixels_per_point);

} // namespace hdskit::gui
