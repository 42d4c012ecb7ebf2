#include "toolkit/organisation/text_limit.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string too_long(const FieldView& field, std::size_t length, std::size_t limit) {
  return tr("“{1}” has {2} characters; {3} at most can be kept.", {tr(field.label), std::to_string(length), std::to_string(limit)});
}

std::string longest_defect(const FieldView& field, std::string_view text) {
  if (field.kind == FieldKind::list)
    for (const auto& part : split(text, ';'))
      if (part.size() > text_limit && characters(part) > text_limit) return too_long(field, characters(part), text_limit);
  const auto limit = field.name == "reference" ? reference_limit : field.kind == FieldKind::text ? text_limit : long_text_limit;
  if (text.size() <= limit) return "";
  const auto length = characters(text);
  return length > limit ? too_long(field, length, limit) : "";
}

} // namespace

std::string text_defect(const FieldView& field, std::string_view text) {
  if (text.find('\0') != std::string_view::npos || !is_utf8(text)) return tr("“{1}” is no text in UTF-8.", {tr(field.label)});
  if (auto defect = longest_defect(field, text); !defect.empty()) return defect;
  if (field.name == "reference" && text.find_first_of(";\n\r\t") != std::string_view::npos)
    return tr("“{1}” can be no reference: a reference has no semicolon, no tab and no line break.", {text});
  return "";
}

void refuse_unfit_text(const FieldView& field, std::string_view text) {
  if (auto defect = text_defect(field, text); !defect.empty())
    throw Problem{ProblemKind::bad_input, std::string{field.name}, defect, tr("Shorten or correct the text; nothing was changed.")};
}

} // namespace hdskit
