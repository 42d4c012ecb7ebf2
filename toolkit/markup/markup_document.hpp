#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/markup/bilingual.hpp"
#include "toolkit/markup/markup_text.hpp"

#include <pugixml.hpp>

#include <initializer_list>
#include <map>
#include <span>

namespace hdskit {

/// A file as XML elements (a checklist, the regime of a procedure), and the notebook in which all that is wrong with them is written down. Reading goes on
/// after a defect.
class MarkupDocument {
public:
  /// `size_limit`: bytes that are read at most.
  explicit MarkupDocument(std::string_view xml, std::size_t size_limit = markup_size_limit);

  /// The outermost element, whatever its name; nothing when there is none to read. What stands beside it is written down.
  pugi::xml_node outermost();

  /// The outermost element, which must bear that name; nothing when there is none to read.
  pugi::xml_node root(std::string_view name);

  struct Shape {
    std::initializer_list<std::string_view> attributes, optional_attributes;
    std::initializer_list<std::string_view> once, many; ///< elements
  };
  /// Writes down what stands in `node` beside `shape`, and what is missing from it.
  void expect(pugi::xml_node node, const Shape& shape);

  std::string word(pugi::xml_node node, const char* attribute) const; ///< trimmed; "" when missing, which expect() has reported
  std::string id(pugi::xml_node node, const char* attribute = "id");  ///< also checks that it is one
  bool flag(pugi::xml_node node, const char* attribute, bool otherwise);
  Date date(pugi::xml_node node, const char* attribute);                                                   ///< 1900-01-01 when it cannot be read
  std::size_t one_of(pugi::xml_node node, const char* attribute, std::span<const std::string_view> words); ///< which word; 0 when it is none
  Confidence confidence(pugi::xml_node node);
  using Places = std::map<std::string, int>; ///< folded id, line
  /// The node's id, which must not be in `places` yet, and is from now on.
  std::string own_id(pugi::xml_node node, Places& places);
  /// `node` holds fr and en.
  Bilingual bilingual(pugi::xml_node node);
  /// The same, each text in paragraphs (settled_paragraphs).
  Bilingual paragraphs(pugi::xml_node node);

  int line_of(pugi::xml_node node) const;
  void report(int line, std::string sentence);
  void report(pugi::xml_node node, std::string sentence) { report(line_of(node), std::move(sentence)); }

  static std::string called(pugi::xml_node node); ///< "item R1111-9-1"

  bool sound() const { return defects_.empty(); }
  std::vector<MarkupDefect> defects(); ///< by line

private:
  void parse();
  void expect_attributes(pugi::xml_node node, const Shape& shape);
  void expect_elements(pugi::xml_node node, const Shape& shape);
  Bilingual languages(pugi::xml_node node, std::string (*settled)(std::string_view));
  std::string text_of(pugi::xml_node node);
  int line_of(pugi::xml_attribute attribute) const;

  std::string text_; ///< pugixml reads in place: names stay where they were, which gives the lines
  LineIndex lines_;
  pugi::xml_document document_;
  std::vector<MarkupDefect> defects_;
};

/// Throws the Problem bad_input that lists all defects of the file with their lines. `sentence`: “The checklist “…” has 2 defects:”.
[[noreturn]] void refuse_markup(const std::string& subject, std::string sentence, const std::vector<MarkupDefect>& defects, const std::string& remedy);

} // namespace hdskit
