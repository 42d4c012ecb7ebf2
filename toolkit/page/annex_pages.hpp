#pragma once

#include "toolkit/page/annex_copy.hpp"
#include "toolkit/page/annex_links.hpp"

namespace hdskit::page {

/// Writes the pages of one annex under their new numbers, each with its overlay.
class AnnexPages {
public:
  AnnexPages(PdfFile& file, AnnexSource& source, int parent, const OverlayOf& overlay, const Progress& progress);
  std::vector<int> write();

private:
  void write_page(std::size_t index);
  std::string contents(AnnexPage& page, const std::string& after);
  std::string resources(AnnexPage& page, const std::string& forms);
  int fixed_stream(const std::string& content);

  PdfFile& file_;
  AnnexSource& source_;
  int parent_;
  const OverlayOf& overlay_;
  const Progress& progress_;
  ObjectCopy copy_;
  std::vector<int> objects_;
  std::map<std::string, int> fixed_streams_; ///< what nearly every page has in common, written once
};

} // namespace hdskit::page
