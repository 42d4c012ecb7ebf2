#pragma once

#include "toolkit/frameworks/library_findings.hpp"
#include "toolkit/frameworks/yaml_value.hpp"
#include "toolkit/markup/bilingual.hpp"

#include <initializer_list>
#include <optional>

namespace hdskit {

/// The fields of one object of a CISO Assistant library, asked for one by one.
class CisoFields {
public:
  /// `kind`: how the object is called in sentences. Fields that are not among `known` are told and passed over.
  CisoFields(const YamlValue& value, std::string_view kind, std::initializer_list<std::string_view> known, LibraryFindings& findings);

  int line() const { return value_.line; }
  const YamlValue* find(std::string_view field) const { return value_.find(field); }

  /// A text; "" when it is not there. What was meant as a text and YAML takes for a list, as “[A.1]”, is that text again.
  std::string text(std::string_view field) const;
  std::string needed_text(std::string_view field) const; ///< refused when empty
  bool flag(std::string_view field, bool otherwise) const;
  std::optional<int> number(std::string_view field) const; ///< refused when it is no whole number

  /// A text in both languages where the library has them: in its own locale, and in its translations. A language may be missing.
  Bilingual bilingual(std::string_view field, std::string_view locale) const;

private:
  std::string translated(std::string_view language, std::string_view field) const;

  const YamlValue& value_;
  std::string kind_;
  LibraryFindings& findings_;
};

/// The text of a value, or nothing for what is none.
std::optional<std::string> ciso_text(const YamlValue& value);

/// The objects under a field that may hold one object or a list of them.
std::vector<const YamlValue*> one_or_many(const YamlValue* value, std::string_view field, LibraryFindings& findings);

} // namespace hdskit
