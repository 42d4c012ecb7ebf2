#include "toolkit/page/heading_reader.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/block_reader.hpp"
#include "toolkit/page/markdown_inlines.hpp"

#include <cmark-gfm.h>

#include <algorithm>
#include <functional>
#include <set>

namespace hdskit::page {
namespace {

/// The last line of the heading's text as it was written: the line itself, or for an underlined heading the one above the line of '=' or '-'.
std::string_view written_line(cmark_node* node, const MarkdownSource& source) {
  const auto first = trimmed(source.line(cmark_node_get_start_line(node)));
  if (!first.starts_with('#')) {
    for (int line = cmark_node_get_start_line(node) + 1; !source.line(line).empty(); ++line) {
      const auto below = trimmed(source.line(line));
      if (!below.empty() && (below.find_first_not_of('=') == std::string_view::npos || below.find_first_not_of('-') == std::string_view::npos))
        return trimmed(source.line(line - 1));
    }
    return first;
  }
  auto text = first;
  while (text.ends_with('#')) text.remove_suffix(1);
  return text.size() < first.size() && !text.ends_with(' ') ? first : trimmed(text);
}

/// "{#anchor .unnumbered}" at the end of a line; "" when there is none. What comes from data has a backslash before its braces.
std::string_view attributes_of(std::string_view line) {
  if (!line.ends_with('}')) return {};
  const auto open = line.rfind('{');
  if (open == std::string_view::npos || (open > 0 && line[open - 1] == '\\')) return {};
  const auto attributes = line.substr(open);
  const bool meant = attributes.size() > 2 && (attributes[1] == '#' || attributes[1] == '.');
  return meant && attributes.find('\\') == std::string_view::npos ? attributes : std::string_view{};
}

void apply(std::string_view attributes, Heading& heading, const MarkdownSource& source, int line) {
  for (const auto& word : split(attributes.substr(1, attributes.size() - 2), ' ')) {
    if (word.empty()) continue;
    if (word == ".unnumbered") heading.numbered = false;
    else if (word == ".unlisted") heading.in_contents = false;
    else if (word[0] == '#' && is_anchor(word.substr(1)) && heading.anchor.empty()) heading.anchor = word.substr(1);
    else
      source.fail(line, tr("“{1}” says nothing about a heading.", {word}),
                  tr("Write “{#anchor}” with letters, digits and hyphens, “.unnumbered” or “.unlisted”."));
  }
}

void take_off(std::string_view attributes, Heading& heading, const MarkdownSource& source, int line) {
  auto* last = heading.text.empty() ? nullptr : &heading.text.back().text;
  if (!last || !last->ends_with(attributes))
    source.fail(line, tr("“{1}” must be the last words of the heading, outside of bold, italic or a link.", {attributes}),
                tr("Move it to the end of the line."));
  last->resize(last->size() - attributes.size());
  last->resize(last->find_last_not_of(' ') + 1);
  if (last->empty()) heading.text.pop_back();
}

std::string words_of(const Inlines& inlines) {
  std::string words;
  for (const auto& piece : inlines) words += piece.kind == Inline::Kind::text ? piece.text : " ";
  return words;
}

std::string anchor_from(std::string_view words) {
  std::string anchor;
  for (const char c : folded(words)) {
    const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (keep) anchor += c;
    else if (!anchor.empty() && anchor.back() != '-') anchor += '-';
  }
  anchor.resize(std::min<std::size_t>(anchor.size(), 60));
  while (anchor.ends_with('-')) anchor.pop_back();
  return anchor.empty() ? "section" : anchor;
}

} // namespace

bool is_anchor(std::string_view name) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'; };
  return !name.empty() && name.size() <= 80 && std::all_of(name.begin(), name.end(), allowed);
}

Heading read_heading(cmark_node* node, const MarkdownSource& source) {
  const int line = cmark_node_get_start_line(node);
  Heading heading{.level = cmark_node_get_heading_level(node), .text = read_inlines(node, source, line)};
  if (const auto attributes = attributes_of(written_line(node, source)); !attributes.empty()) {
    apply(attributes, heading, source, line);
    take_off(attributes, heading, source, line);
  }
  if (trimmed(words_of(heading.text)).empty()) source.fail(line, tr("A heading has no text."), tr("Write its title after the signs “#”, or remove the line."));
  return heading;
}

void name_headings(Blocks& blocks, const std::string& name) {
  std::set<std::string, std::less<>> taken;
  const auto take = [&](const std::string& anchor) {
    if (!anchor.empty() && !taken.insert(anchor).second)
      throw Problem{ProblemKind::bad_input, name, tr("“{1}” gives the anchor “{2}” to two places.", {name, anchor}),
                    tr("Give each place an anchor of its own.")};
  };
  const std::function<void(const Blocks&)> take_all = [&](const Blocks& part) {
    for (const auto& block : part) {
      if (const auto* heading = std::get_if<Heading>(&block.value)) take(heading->anchor);
      else if (const auto* anchor = std::get_if<Anchor>(&block.value)) take(anchor->name);
      else if (const auto* list = std::get_if<List>(&block.value))
        for (const auto& item : list->items) take_all(item);
    }
  };
  take_all(blocks);
  for (auto& block : blocks) {
    auto* heading = std::get_if<Heading>(&block.value);
    if (!heading || !heading->anchor.empty()) continue;
    const auto wish = anchor_from(words_of(heading->text));
    auto anchor = wish;
    for (int i = 2; !taken.insert(anchor).second; ++i) anchor = wish + "-" + std::to_string(i);
    heading->anchor = anchor;
  }
}

} // namespace hdskit::page
