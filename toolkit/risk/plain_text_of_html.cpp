#include "toolkit/base/text.hpp"
#include "toolkit/risk/foreign_study.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace hdskit {
namespace {

struct Entity {
  std::string_view name, text;
};
constexpr Entity entities[] = {{"amp", "&"},       {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
                               {"nbsp", "\u00A0"}, {"eacute", "é"}, {"egrave", "è"}, {"agrave", "à"}, {"ccedil", "ç"},
                               {"ecirc", "ê"},     {"ugrave", "ù"}, {"rsquo", "’"},  {"laquo", "«"},  {"raquo", "»"}};
constexpr std::size_t longest_entity = 10;
constexpr std::string_view line_makers[] = {"p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6"};

void append_utf8(std::string& text, unsigned code) {
  if (code < 0x80) text += static_cast<char>(code);
  else if (code < 0x800) text += {static_cast<char>(0xC0 | code >> 6), static_cast<char>(0x80 | (code & 0x3F))};
  else if (code < 0x10000)
    text += {static_cast<char>(0xE0 | code >> 12), static_cast<char>(0x80 | (code >> 6 & 0x3F)), static_cast<char>(0x80 | (code & 0x3F))};
  else
    text += {static_cast<char>(0xF0 | code >> 18), static_cast<char>(0x80 | (code >> 12 & 0x3F)), static_cast<char>(0x80 | (code >> 6 & 0x3F)),
             static_cast<char>(0x80 | (code & 0x3F))};
}

/// What “&…;” means; false when it means nothing.
bool append_entity(std::string& text, std::string_view name) {
  if (name.starts_with('#')) {
    const bool hexadecimal = name.starts_with("#x") || name.starts_with("#X");
    const auto digits = name.substr(hexadecimal ? 2 : 1);
    unsigned code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    if (error != std::errc{} || end != digits.data() + digits.size() || code < 0x20 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return false;
    append_utf8(text, code);
    return true;
  }
  const auto* known = std::ranges::find(entities, name, &Entity::name);
  if (known == std::end(entities)) return false;
  text += known->text;
  return true;
}

bool makes_line(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  const auto name = folded(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
  return std::ranges::find(line_makers, name) != std::end(line_makers);
}

std::string without_marks(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    const char c = html[at];
    const auto close = c == '<' ? html.find('>', at) : std::string_view::npos;
    const bool is_tag = close != std::string_view::npos && at + 1 < html.size() &&
                        (std::isalpha(static_cast<unsigned char>(html[at + 1])) || html[at + 1] == '/' || html[at + 1] == '!');
    const auto end = c == '&' ? html.substr(at, longest_entity).find(';') : std::string_view::npos;
    if (is_tag) {
      if (makes_line(html.substr(at + 1, close - at - 1))) text += '\n';
      at = close + 1;
    } else if (end != std::string_view::npos && append_entity(text, html.substr(at + 1, end - 1))) {
      at += end + 1;
    } else {
      text += c;
      ++at;
    }
  }
  return text;
}

} // namespace

std::string plain_text_of_html(std::string_view html) {
  std::string text;
  const auto plain = without_marks(html);
  for (const auto line : lines_of(plain))
    if (const auto words = trimmed(line); !words.empty()) text.append(text.empty() ? "" : "\n").append(words);
  return text;
}

} // namespace hdskit
