#include "toolkit/frameworks/ciso_fields.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {

CisoFields::CisoFields(const YamlValue& value, std::string_view kind, std::initializer_list<std::string_view> known, LibraryFindings& findings)
    : value_{value}, kind_{kind}, findings_{findings} {
  for (std::size_t i = 0; i < value.keys.size(); ++i)
    if (std::ranges::find(known, value.keys[i]) == known.end()) findings.unknown_field(kind, value.keys[i], value.entries[i].line);
}

std::string CisoFields::text(std::string_view field) const {
  const auto* value = find(field);
  if (!value) return {};
  auto text = ciso_text(*value);
  if (!text) findings_.refuse(value->line, tr("The field “{1}” of “{2}” must be a text.", {field, kind_}));
  return std::move(text).value_or("");
}

std::string CisoFields::needed_text(std::string_view field) const {
  auto result = text(field);
  if (trimmed(result).empty()) findings_.refuse(value_.line, tr("“{2}” lacks the field “{1}”.", {field, kind_}));
  return result;
}

bool CisoFields::flag(std::string_view field, bool otherwise) const {
  const auto* value = find(field);
  if (!value || value->empty()) return otherwise;
  const auto word = folded(value->text);
  if (word == "true" || word == "yes" || word == "on" || word == "1") return true;
  if (word == "false" || word == "no" || word == "off" || word == "0") return false;
  findings_.refuse(value->line, tr("The field “{1}” of “{2}” must be true or false.", {field, kind_}));
  return otherwise;
}

std::optional<int> CisoFields::number(std::string_view field) const {
  const auto* value = find(field);
  if (!value || value->empty()) return std::nullopt;
  int number = 0;
  const auto* end = value->text.data() + value->text.size();
  const auto [stop, error] = std::from_chars(value->text.data(), end, number);
  if (value->kind == YamlValue::Kind::scalar && error == std::errc{} && stop == end) return number;
  findings_.refuse(value->line, tr("The field “{1}” of “{2}” must be a whole number.", {field, kind_}));
  return std::nullopt;
}

std::string CisoFields::translated(std::string_view language, std::string_view field) const {
  const auto* translations = find("translations");
  const auto* texts = translations ? translations->find(language) : nullptr;
  const auto* value = texts ? texts->find(field) : nullptr;
  return value ? ciso_text(*value).value_or("") : "";
}

Bilingual CisoFields::bilingual(std::string_view field, std::string_view locale) const {
  auto own = text(field);
  Bilingual both{.french = translated("fr", field), .english = translated("en", field)};
  if (locale.starts_with("fr")) both.french = std::move(own);
  else if (locale.starts_with("en")) both.english = std::move(own);
  else if (both.english.empty()) both.english = std::move(own); // another language: better than nothing
  return both;
}

std::optional<std::string> ciso_text(const YamlValue& value) {
  if (value.kind == YamlValue::Kind::scalar) return value.text;
  if (value.kind == YamlValue::Kind::map) return std::nullopt;
  std::string text;
  for (const auto& entry : value.entries) {
    if (entry.kind != YamlValue::Kind::scalar) return std::nullopt;
    text += (text.empty() ? "" : ", ") + entry.text;
  }
  return "[" + text + "]";
}

std::vector<const YamlValue*> one_or_many(const YamlValue* value, std::string_view field, LibraryFindings& findings) {
  std::vector<const YamlValue*> objects;
  if (!value || value->empty()) return objects;
  const auto take = [&](const YamlValue& object) {
    if (object.kind == YamlValue::Kind::map) objects.push_back(&object);
    else findings.refuse(object.line, tr("An object is expected under “{1}”: fields with their values.", {field}));
  };
  if (value->kind == YamlValue::Kind::list)
    for (const auto& object : value->entries) take(object);
  else take(*value);
  return objects;
}

} // namespace hdskit
