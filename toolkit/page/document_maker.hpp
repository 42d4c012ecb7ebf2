#pragma once

#include "toolkit/page/annex_copy.hpp"
#include "toolkit/page/annex_stamp.hpp"
#include "toolkit/page/block_shaping.hpp"
#include "toolkit/page/page_painter.hpp"
#include "toolkit/page/pdf_font.hpp"
#include "toolkit/page/pdf_writer.hpp"
#include "toolkit/page/structure_tree.hpp"
#include "toolkit/page/watermark.hpp"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace hdskit::page {

/// The making of one PDF, stage by stage: what each stage leaves is what the next one needs.
class DocumentMaker {
public:
  DocumentMaker(const Document& document, const PdfOptions& options, const Progress& progress);

  void inspect_annexes(); ///< how many pages each has; an unreadable one ends the work before it costs anything
  void shape();           ///< all lines of all blocks, on all threads
  void make_up_pages();   ///< what stands on which page; from here on every number is known
  PdfOutcome write(const std::filesystem::path& file);

private:
  void set_signs();
  void choose_fonts();
  void locate_annexes();
  void write_images(PdfFile& file);
  void write_pages(PdfFile& file, StructureTree& structure);
  void write_page(PdfFile& file, StructureTree& structure, std::size_t number, const PaintedPage& page);
  int write_link(PdfFile& file, const LinkArea& area, int object, int key) const;
  void write_annexes(PdfFile& file);
  std::string destination(const Target& target) const;
  int write_catalogue(PdfFile& file, int structure);
  PdfOutcome outcome(PdfFile& file) const;

  const Document& document_;
  const PdfOptions& options_;
  const Progress& progress_;
  References references_;
  TypeFaces faces_;
  std::vector<std::unique_ptr<Typesetter>> typesetters_; ///< one for each thread; their memory holds all lines
  std::vector<AnnexSummary> annexes_;
  std::vector<SetBlock> blocks_;
  std::vector<Fragments> pages_; ///< the cover first, when there is one
  Furniture furniture_;
  std::optional<SetCover> cover_;
  std::unique_ptr<Watermark> watermark_;
  std::vector<TextBlock> stamps_;
  Signs signs_;
  PdfFonts fonts_;
  std::vector<int> font_numbers_; ///< by TypeFaces::number
  std::map<const std::string*, int> images_;
  int total_pages_ = 0;

  struct Group {
    int object = 0, count = 0;
    std::string kids;
  };
  std::vector<Group> groups_;                          ///< of pages, in the page tree
  std::vector<int> page_objects_, annex_page_objects_; ///< the latter: first page of each annex
  int page_root_ = 0, resources_ = 0, watermark_object_ = 0;
};

} // namespace hdskit::page
