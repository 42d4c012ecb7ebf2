#pragma once

#include "gui/viewer/paged_document.hpp"

namespace hdskit::gui {

/// A PDF as poppler reads it.
class PdfDocument : public PagedDocument {
public:
  /// Throws Problem damaged, and bad_input when a password is asked for.
  static std::unique_ptr<PdfDocument> of_bytes(std::shared_ptr<const std::string> bytes, const std::string& name);
  static std::unique_ptr<PdfDocument> of_file(const std::filesystem::path& file); ///< besides: not_found, refused
  ~PdfDocument() override;

  int page_count() override;
  PageSize page_size(int page) override;
  std::string page_label(int page) override;
  std::vector<OutlineEntry> outline() override;
  Picture draw(int page, double pixels_per_point) override;
  std::string text(int page) override;
  std::vector<Hit> find(int page, const std::string& words) override;

private:
  struct State;
  explicit PdfDocument(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

} // namespace hdskit::gui
