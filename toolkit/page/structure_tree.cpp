#include "toolkit/page/structure_tree.hpp"

#include <algorithm>
#include <stdexcept>

namespace hdskit::page {
namespace {

constexpr std::string_view names[] = {"Document", "Sect", "H1", "H2", "H3",      "H4",     "H5",  "H6",   "P",    "L",          "LI",   "Lbl", "LBody",
                                      "Table",    "TR",   "TH", "TD", "Caption", "Figure", "TOC", "TOCI", "Link", "BlockQuote", "Note", "Div"};
static_assert(std::size(names) == static_cast<std::size_t>(Tag::div) + 1);
constexpr std::size_t numbers_per_leaf = 1000; // of the parent tree

} // namespace

std::string_view name_of(Tag tag) { return names[static_cast<std::size_t>(tag)]; }

StructureTree::StructureTree(PdfFile& file, int pages) : file_{file}, root_{file.reserve()}, pages_{pages} {
  open_.push_back({.tag = Tag::document, .object = file.reserve(), .parent = root_});
}

std::vector<int> StructureTree::add_page(const PaintedPage& page, int page_object, const std::vector<int>& annotation_objects) {
  parents_.clear();
  keys_.assign(page.links.size(), 0);
  annotation_objects_ = &annotation_objects;
  for (const auto& step : page.steps) apply(step, page, page_object);
  std::string array = "[";
  for (const int parent : parents_) array += pdf_reference(parent) + " ";
  page_parents_.push_back(file_.add(array + "]"));
  return std::move(keys_);
}

void StructureTree::apply(const StructureStep& step, const PaintedPage& page, int page_object) {
  switch (step.kind) {
    case StructureStep::Kind::open: return open(step.tag, step.number < 0 ? std::string{} : page.attributes[static_cast<std::size_t>(step.number)]);
    case StructureStep::Kind::close: return close();
    case StructureStep::Kind::content: return add_content(step.number, page_object);
    case StructureStep::Kind::cell: return enter_cell(step);
    case StructureStep::Kind::annotation: {
      const auto number = static_cast<std::size_t>(step.number);
      add_kid(open_.back(), "<</Type/OBJR/Pg " + pdf_reference(page_object) + "/Obj " + pdf_reference((*annotation_objects_)[number]) + ">>");
      keys_[number] = pages_ + static_cast<int>(annotation_parents_.size());
      annotation_parents_.push_back(open_.back().object);
      return;
    }
    case StructureStep::Kind::end_cell: {
      Element cell = std::move(open_.back());
      open_.pop_back();
      auto& cells = open_.back().cells;
      cells[static_cast<std::size_t>(cell.cell)] = std::move(cell);
      return;
    }
  }
}

void StructureTree::open(Tag tag, std::string attributes) {
  if (tag == Tag::h1 && open_.size() <= 2 && (open_.size() == 1 || open_.back().tag == Tag::sect)) {
    if (open_.size() == 2) close();
    open_.push_back({.tag = Tag::sect, .object = file_.reserve(), .parent = open_.back().object});
  }
  if (tag == Tag::l) attributes += "/A<</O/List/ListNumbering/None>>";
  Element element{.tag = tag, .object = file_.reserve(), .parent = open_.back().object, .attributes = std::move(attributes)};
  open_.push_back(std::move(element));
}

void StructureTree::close() {
  if (open_.size() < 2) throw std::logic_error{"StructureTree: closed more elements than were open"};
  Element element = std::move(open_.back());
  open_.pop_back();
  for (const auto& cell : element.cells) {
    write(cell);
    add_kid(element, pdf_reference(cell.object));
  }
  write(element);
  add_kid(open_.back(), pdf_reference(element.object));
}

void StructureTree::enter_cell(const StructureStep& step) {
  auto& cells = open_.back().cells;
  const auto number = static_cast<std::size_t>(step.number);
  if (cells.size() <= number) {
    std::string attributes;
    if (step.tag == Tag::th) attributes += step.row_scope ? "/Scope/Row" : "/Scope/Column";
    if (step.columns > 1) attributes += "/ColSpan " + std::to_string(step.columns);
    if (!attributes.empty()) attributes = "/A<</O/Table" + attributes + ">>";
    cells.push_back({.tag = step.tag, .object = file_.reserve(), .parent = open_.back().object, .attributes = attributes, .cell = step.number});
  }
  Element cell = std::move(cells[number]);
  open_.push_back(std::move(cell));
}

void StructureTree::add_content(int number, int page_object) {
  auto& element = open_.back();
  if (element.page == 0) element.page = page_object;
  add_kid(element,
          element.page == page_object ? std::to_string(number) : "<</Type/MCR/Pg " + pdf_reference(page_object) + "/MCID " + std::to_string(number) + ">>");
  if (static_cast<std::size_t>(number) != parents_.size()) throw std::logic_error{"StructureTree: marked contents out of order"};
  parents_.push_back(element.object);
}

void StructureTree::add_kid(Element& element, const std::string& kid) {
  if (element.kid_count++ > 0) element.kids += ' ';
  element.kids += kid;
}

void StructureTree::write(const Element& element) {
  std::string body = "<</S/" + std::string{name_of(element.tag)} + "/P " + pdf_reference(element.parent) + element.attributes;
  if (element.page != 0) body += "/Pg " + pdf_reference(element.page);
  if (element.kid_count == 1) body += "/K " + element.kids;
  if (element.kid_count > 1) body += "/K[" + element.kids + "]";
  file_.write(element.object, body + ">>");
}

int StructureTree::write_parent_tree() {
  std::vector<std::pair<int, int>> numbers;
  for (std::size_t i = 0; i < page_parents_.size(); ++i) numbers.emplace_back(static_cast<int>(i), page_parents_[i]);
  for (std::size_t i = 0; i < annotation_parents_.size(); ++i) numbers.emplace_back(pages_ + static_cast<int>(i), annotation_parents_[i]);
  std::string leaves;
  for (std::size_t start = 0; start < numbers.size(); start += numbers_per_leaf) {
    const auto end = std::min(numbers.size(), start + numbers_per_leaf);
    std::string leaf = "<</Limits[" + std::to_string(numbers[start].first) + " " + std::to_string(numbers[end - 1].first) + "]/Nums[";
    for (auto i = start; i < end; ++i) leaf += std::to_string(numbers[i].first) + " " + pdf_reference(numbers[i].second) + " ";
    leaves += pdf_reference(file_.add(leaf + "]>>")) + " ";
  }
  return file_.add(leaves.empty() ? "<</Nums[]>>" : "<</Kids[" + leaves + "]>>");
}

int StructureTree::finish() {
  while (open_.size() > 1) close();
  write(open_.front());
  const int parent_tree = write_parent_tree();
  file_.write(root_, "<</Type/StructTreeRoot/K " + pdf_reference(open_.front().object) + "/ParentTree " + pdf_reference(parent_tree) + "/ParentTreeNextKey " +
                         std::to_string(pages_ + static_cast<int>(annotation_parents_.size())) + ">>");
  return root_;
}

} // namespace hdskit::page
