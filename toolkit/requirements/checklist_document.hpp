#pragma once

#include "toolkit/requirements/checklist_text.hpp"

#include <pugixml.hpp>

#include <initializer_list>

namespace hdskit {

/// A checklist as XML elements, and the notebook in which all that is wrong with them is written down. Reading goes on after a defect.
class ChecklistDocument {
public:
  explicit ChecklistDocument(std::string_view xml);

  /// The element “checklist”; nothing when there is none to read.
  pugi::xml_node root();

  struct Shape {
    std::initializer_list<std::string_view> attributes, optional_attributes;
    std::initializer_list<std::string_view> once, many; ///< elements
  };
  /// Writes down what stands in `node` beside `shape`, and what is missing from it.
  void expect(pugi::xml_node node, const Shape& shape);

  std::string word(pugi::xml_node node, const char* attribute) const; ///< trimmed; "" when missing, which expect() has reported
  std::string id(pugi::xml_node node, const char* attribute = "id");  ///< also checks that it is one
  bool flag(pugi::xml_node node, const char* attribute, bool otherwise);
  /// `node` holds fr and en.
  Bilingual bilingual(pugi::xml_node node);

  int line_of(pugi::xml_node node) const;
  void report(int line, std::string sentence);
  void report(pugi::xml_node node, std::string sentence) { report(line_of(node), std::move(sentence)); }

  static std::string called(pugi::xml_node node); ///< "item R1111-9-1"

  std::vector<ChecklistDefect> defects(); ///< by line

private:
  void parse();
  void expect_attributes(pugi::xml_node node, const Shape& shape);
  void expect_elements(pugi::xml_node node, const Shape& shape);
  std::string text_of(pugi::xml_node node);
  int line_of(pugi::xml_attribute attribute) const;

  std::string text_; ///< pugixml reads in place: names stay where they were, which gives the lines
  LineIndex lines_;
  pugi::xml_document document_;
  std::vector<ChecklistDefect> defects_;
};

} // namespace hdskit
