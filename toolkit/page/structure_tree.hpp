#pragma once

#include "toolkit/page/page_result.hpp"
#include "toolkit/page/pdf_file.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hdskit::page {

std::string_view name_of(Tag tag); ///< "H1", "LBody"

/// The tags of a PDF (ISO 32000-1, 14.7): elements are written as they close, so that memory holds the open ones and a number per child.
/// Chapters (what follows a heading of level 1) are sections, which keeps arrays below the 8,191 entries of PDF/A-1 (ISO 19005-1, 6.1.12).
class StructureTree {
public:
  /// `pages`: how many pages will come; their keys in the parent tree are 0 to pages - 1.
  StructureTree(PdfFile& file, int pages);

  /// Takes the steps of the next page in order. Gives, for each of its link annotations, the /StructParent key.
  std::vector<int> add_page(const PaintedPage& page, int page_object, const std::vector<int>& annotation_objects);

  int finish(); ///< closes everything; gives the StructTreeRoot

private:
  struct Element {
    Tag tag = Tag::document;
    int object = 0, parent = 0, page = 0; ///< page: the object of the one where its content begins
    std::string attributes, kids;
    int kid_count = 0;
    std::vector<Element> cells; ///< of a row
    int cell = 0;               ///< its number when it is a cell
  };

  void apply(const StructureStep& step, const PaintedPage& page, int page_object);
  void open(Tag tag, std::string attributes);
  void close();
  void enter_cell(const StructureStep& step);
  void add_content(int number, int page_object);
  void write(const Element& element);
  static void add_kid(Element& element, const std::string& kid);
  int write_parent_tree();

  PdfFile& file_;
  int root_;
  std::vector<Element> open_;
  std::vector<int> parents_;      ///< of the marked contents of the page at hand
  std::vector<int> page_parents_; ///< by page: the object of that array
  std::vector<int> annotation_parents_;
  const std::vector<int>* annotation_objects_ = nullptr;
  std::vector<int> keys_;
  int pages_;
};

} // namespace hdskit::page
