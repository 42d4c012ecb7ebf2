#pragma once

#include "toolkit/page/libqpdf.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace hdskit::page {

/// A rectangle in a page's own space, points, corners in order.
struct PageBox {
  double left = 0, bottom = 0, right = 0, top = 0;
  double width() const { return right - left; }
  double height() const { return top - bottom; }
};

/// A page of an annex with what it inherits from the page tree.
struct AnnexPage {
  QPDFObjectHandle dictionary, resources;
  PageBox media;
  PageBox visible;  ///< what of the media a reader shows: /CropBox within /MediaBox
  int rotation = 0; ///< 0, 90, 180 or 270, clockwise
  double unit = 1;  ///< points for one unit of the page's space (/UserUnit)
};

/// A PDF that is not ours, opened and understood as far as its pages. Its streams stay on the disk until they are asked for.
/// Throws Problem bad_input: no PDF; needs a password; truncated; damaged; no page, more than 20,000, or a page tree that makes no sense.
class AnnexSource {
public:
  AnnexSource(const std::filesystem::path& file, const std::string& name);

  QPDF& pdf() { return *pdf_; }
  std::vector<AnnexPage>& pages() { return pages_; }
  [[noreturn]] void refuse_damaged() const;

private:
  void open(const std::filesystem::path& file);
  void refuse_half_a_file(const std::filesystem::path& file);
  std::string name_;
  std::shared_ptr<QPDF> pdf_;
  std::vector<AnnexPage> pages_;
};

} // namespace hdskit::page
