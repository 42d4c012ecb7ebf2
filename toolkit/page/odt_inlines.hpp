#pragma once

#include "toolkit/page/document.hpp"
#include "toolkit/page/references.hpp"
#include "toolkit/page/xml_writer.hpp"

#include <set>

namespace hdskit::page {

/// Writes what stands inside paragraphs: text with its blanks, emphasis, links, cross references, bookmarks.
class OdtInlines {
public:
  OdtInlines(XmlWriter& xml, const References& references);

  /// A paragraph (or heading) element with bookmarks that wait for one.
  void open_paragraph(const std::string& style);
  void open_heading(const std::string& style, int level, bool numbered);
  void close() { xml_.close(); }
  void paragraph(const std::string& style, const Inlines& text);

  void write(const Inlines& text);
  void write_text(std::string_view text); ///< runs of blanks and line ends kept
  void bookmark_next(const std::string& name) { waiting_.push_back(name); }
  bool bookmarks_wait() const { return !waiting_.empty(); }
  void page_reference(const std::string& name); ///< the page number of a bookmark, which LibreOffice works out

private:
  void write_run(const Inline& run);
  void write_styled(const Inline& run);
  void write_waiting_bookmarks();

  XmlWriter& xml_;
  const References& references_;
  std::set<std::string, std::less<>> numbered_; ///< anchors of numbered headings
  std::vector<std::string> waiting_;
  bool after_blank_ = true; ///< a blank here would be swallowed, as XML readers of text do
};

} // namespace hdskit::page
