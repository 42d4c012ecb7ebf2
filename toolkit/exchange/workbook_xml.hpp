#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hdskit {

constexpr std::size_t workbook_depth_limit = 64; ///< open elements; a worksheet needs about 10

/// Reads one part of a workbook from element to element. Not pugixml: a worksheet may take hundreds of MiB once inflated, and a tree of it ten
/// times that, so that a small file could take all memory. No document type, no entities but the predefined ones, UTF-8 only. What is no sound
/// XML throws Problem bad_input that names the workbook and the part. Elements and attributes go by their local names: some programs write
/// prefixes, and Strict Open XML has other namespaces for the same names.
class WorkbookXml {
public:
  /// `xml` must outlive this.
  WorkbookXml(std::string_view xml, std::string workbook, std::string part);

  /// Goes to the outermost element and gives its name; to be called first.
  std::string_view root();

  /// Visits the children of the element that was begun last, with their names. What the visitor does not read of a child is passed over.
  template <typename Visit> void each_child(Visit visit) {
    const auto depth = open_.size();
    for (;;) {
      const auto event = next();
      if (event == Event::end && open_.size() < depth) return;
      if (event != Event::start) continue;
      visit(local(open_.back()));
      while (open_.size() > depth) next();
    }
  }

  /// An attribute of the element that was begun last; "" when it has none.
  std::string attribute(std::string_view name) const;
  /// The same as it stands in the file: for numbers and words, which need no escapes.
  std::string_view plain_attribute(std::string_view name) const;

  /// The text of the element that was begun last, without that of its children.
  std::string text();

  [[noreturn]] void refuse(const std::string& reason) const;

private:
  enum class Event { start, end, text };
  static std::string_view local(std::string_view name) { return name.substr(name.find(':') + 1); }

  Event next();
  Event start_tag();
  Event end_tag();
  bool read_attribute();
  void skip_blanks();
  std::string_view name_here();
  std::string_view up_to(std::string_view end);
  void append(std::string& text, std::string_view raw) const;
  std::size_t append_reference(std::string& text, std::string_view raw) const;

  std::string_view xml_;
  std::string workbook_, part_;
  std::size_t at_ = 0;
  std::vector<std::string_view> open_;
  std::vector<std::pair<std::string_view, std::string_view>> attributes_;
  std::string_view raw_text_;
  bool is_cdata_ = false, closes_itself_ = false;
};

} // namespace hdskit
