#include "toolkit/markup/markup_document.hpp"

#include "toolkit/markup/paragraphs.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <set>

namespace hdskit {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view xml) { return xml.starts_with(byte_order_mark) ? xml.substr(byte_order_mark.size()) : xml; }

bool among(std::string_view name, std::initializer_list<std::string_view> names) { return std::ranges::find(names, name) != names.end(); }

/// Runs of white space become one space: where lines are broken in the file means nothing. Non-breaking spaces stay.
std::string malformation(pugi::xml_parse_status status) {
  switch (status) {
    case pugi::status_end_element_mismatch: return tr("an element is closed that is not the one that was opened last, or the last one is never closed");
    case pugi::status_bad_start_element: return tr("a start tag is not complete");
    case pugi::status_bad_end_element: return tr("an end tag is not complete");
    case pugi::status_bad_attribute: return tr("an attribute is not written as name=\"value\"");
    case pugi::status_bad_comment: return tr("a comment is not closed");
    case pugi::status_bad_cdata: return tr("a CDATA section is not closed");
    case pugi::status_bad_pi: return tr("a processing instruction is not closed");
    default: return tr("“<” begins something that is no tag; write &lt; for the sign itself");
  }
}

bool is_id(std::string_view id) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto allowed = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_'; };
  return !id.empty() && letter(id[0]) && std::ranges::all_of(id, allowed);
}

} // namespace

MarkupDocument::MarkupDocument(std::string_view xml, std::size_t size_limit) : text_{without_mark(xml)}, lines_{text_} {
  auto examination = examine_markup_text(text_, lines_, size_limit);
  defects_ = std::move(examination.defects);
  if (examination.safe_to_parse) parse();
}

void MarkupDocument::parse() {
  // As a fragment, so that what stands beside the root is seen instead of skipped.
  const auto result = document_.load_buffer_inplace(text_.data(), text_.size(), pugi::parse_default | pugi::parse_fragment, pugi::encoding_utf8);
  if (result) return;
  const auto last = text_.empty() ? 0 : text_.size() - 1;
  report(lines_.line_at(std::min(static_cast<std::size_t>(result.offset), last)), tr("The XML is malformed here: {1}.", {malformation(result.status)}));
  document_.reset();
}

pugi::xml_node MarkupDocument::outermost() {
  pugi::xml_node root;
  for (const auto node : document_.children())
    if (node.type() == pugi::node_element && !root) root = node;
  for (const auto node : document_.children()) {
    if (node == root) continue;
    if (node.type() == pugi::node_element) report(node, tr("A second element “{1}” stands after the end of the first.", {node.name()}));
    else if (root) report(node, tr("Text stands outside of the element “{1}”.", {root.name()}));
    else report(node, tr("Text stands here where an element should begin."));
  }
  return root;
}

pugi::xml_node MarkupDocument::root(std::string_view name) {
  const auto root = outermost();
  if (!root && defects_.empty()) report(1, tr("The element “{1}” is missing.", {name}));
  if (!root || root.name() == name) return root;
  report(root, tr("The first element must be “{1}”, not “{2}”.", {name, root.name()}));
  return {};
}

void MarkupDocument::expect(pugi::xml_node node, const Shape& shape) {
  expect_attributes(node, shape);
  expect_elements(node, shape);
}

void MarkupDocument::expect_attributes(pugi::xml_node node, const Shape& shape) {
  const auto owner = called(node);
  std::set<std::string_view> seen; // a file may give thousands
  for (const auto attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (!among(name, shape.attributes) && !among(name, shape.optional_attributes))
      report(line_of(attribute), tr("“{1}” has no attribute “{2}”.", {owner, name}));
    else if (seen.contains(name)) report(line_of(attribute), tr("“{1}” gives the attribute “{2}” twice.", {owner, name}));
    else if (trimmed(attribute.value()).empty()) report(line_of(attribute), tr("“{1}” leaves the attribute “{2}” empty.", {owner, name}));
    seen.insert(name);
  }
  for (const auto name : shape.attributes)
    if (!seen.contains(name)) report(node, tr("“{1}” lacks the attribute “{2}”.", {owner, name}));
}

void MarkupDocument::expect_elements(pugi::xml_node node, const Shape& shape) {
  const auto owner = called(node);
  std::set<std::string_view> seen; // a file may give thousands
  for (const auto child : node.children()) {
    if (child.type() != pugi::node_element) {
      report(line_of(child), tr("Text stands in “{1}” where only elements may.", {owner}));
      continue;
    }
    const std::string_view name = child.name();
    const bool once = among(name, shape.once);
    if (!once && !among(name, shape.many)) report(child, tr("“{1}” holds no element “{2}”.", {owner, name}));
    else if (once && seen.contains(name)) report(child, tr("“{1}” holds the element “{2}” twice.", {owner, name}));
    seen.insert(name);
  }
  for (const auto name : shape.once)
    if (!seen.contains(name)) report(node, tr("“{1}” lacks the element “{2}”.", {owner, name}));
}

std::string MarkupDocument::word(pugi::xml_node node, const char* attribute) const { return collapsed(node.attribute(attribute).value()); }

std::string MarkupDocument::id(pugi::xml_node node, const char* attribute) {
  auto id = word(node, attribute);
  if (!id.empty() && !is_id(id))
    report(node, tr("“{1}” cannot be an id: letters without accent, digits, “.”, “-” and “_” are accepted, beginning with a letter.", {id}));
  return id;
}

bool MarkupDocument::flag(pugi::xml_node node, const char* attribute, bool otherwise) {
  const auto value = word(node, attribute);
  if (!value.empty() && value != "true" && value != "false")
    report(node, tr("The attribute “{1}” of “{2}” is “{3}”: true or false is expected.", {attribute, called(node), value}));
  return value.empty() ? otherwise : value == "true";
}

Date MarkupDocument::date(pugi::xml_node node, const char* attribute) {
  const auto text = word(node, attribute);
  const auto date = Date::parse(text);
  if (!text.empty() && (!date || date->iso() != text)) report(node, tr("“{1}” is no date: write it as 2006-01-05.", {text}));
  return date ? *date : *Date::of(1900, 1, 1);
}

std::size_t MarkupDocument::one_of(pugi::xml_node node, const char* attribute, std::span<const std::string_view> words) {
  const auto given = word(node, attribute);
  std::string expected;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (given == words[i]) return i;
    expected += (i ? ", " : "") + std::string{words[i]};
  }
  if (!given.empty()) report(node, tr("The attribute “{1}” of “{2}” is “{3}”: one of {4} is expected.", {attribute, called(node), given, expected}));
  return 0;
}

Confidence MarkupDocument::confidence(pugi::xml_node node) {
  static constexpr std::string_view words[] = {"high", "medium", "low"};
  return static_cast<Confidence>(one_of(node, "confidence", words));
}

std::string MarkupDocument::own_id(pugi::xml_node node, Places& places) {
  auto given = id(node);
  if (given.empty()) return given;
  const auto [place, fresh] = places.emplace(folded(given), line_of(node));
  if (!fresh) report(node, tr("The id “{1}” is already given in line {2}.", {given, std::to_string(place->second)}));
  return given;
}

Bilingual MarkupDocument::bilingual(pugi::xml_node node) { return languages(node, collapsed); }
Bilingual MarkupDocument::paragraphs(pugi::xml_node node) { return languages(node, settled_paragraphs); }

Bilingual MarkupDocument::languages(pugi::xml_node node, std::string (*settled)(std::string_view)) {
  if (!node) return {}; // reported by the shape of its parent
  const std::string_view name = node.name();
  const auto owner = [&] { return called(node.attribute("id") ? node : node.parent()); };
  // Sentences are made when they are needed: a file has thousands of texts.
  const auto language = [&](const char* element, const char* missing, const char* empty) {
    const auto child = node.child(element);
    if (!child) report(node, tr(missing, {name, owner()}));
    auto text = settled(text_of(child));
    if (child && text.empty()) report(child, tr(empty, {name, owner()}));
    return text;
  };
  for (const auto child : node.children())
    if (child.type() != pugi::node_element) report(line_of(child), tr("Text stands in “{1}” where only elements may.", {name}));
    else if (!among(child.name(), {"fr", "en"})) report(child, tr("“{1}” holds no element “{2}”.", {name, child.name()}));
    else if (node.child(child.name()) != child) report(child, tr("“{1}” holds the element “{2}” twice.", {name, child.name()}));
  auto french = language("fr", marked("The French text (fr) of “{1}” is missing in “{2}”."), marked("The French text (fr) of “{1}” is empty in “{2}”."));
  auto english = language("en", marked("The English text (en) of “{1}” is missing in “{2}”."), marked("The English text (en) of “{1}” is empty in “{2}”."));
  return {std::move(french), std::move(english)};
}

std::string MarkupDocument::text_of(pugi::xml_node node) {
  std::string text;
  for (const auto attribute : node.attributes()) report(line_of(attribute), tr("“{1}” has no attribute “{2}”.", {node.name(), attribute.name()}));
  for (const auto child : node.children()) {
    if (child.type() == pugi::node_element) report(child, tr("“{1}” holds no element “{2}”.", {node.name(), child.name()}));
    else text += child.value();
  }
  return text;
}

int MarkupDocument::line_of(pugi::xml_node node) const {
  const auto line = lines_.line_at(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, node.offset_debug())));
  if (node.type() == pugi::node_element) return line;
  const auto text = std::string_view{node.value()}; // begins right after the tag before it, mostly with the end of that line
  return line + static_cast<int>(std::ranges::count(text.substr(0, std::min(text.find_first_not_of(" \t\n"), text.size())), '\n'));
}

int MarkupDocument::line_of(pugi::xml_attribute attribute) const { return lines_.line_at(static_cast<std::size_t>(attribute.name() - text_.data())); }

void MarkupDocument::report(int line, std::string sentence) {
  if (defects_.size() < markup_defect_limit) defects_.push_back({line, std::move(sentence)});
  else if (defects_.size() == markup_defect_limit)
    defects_.push_back({line, tr("There are more than {1} defects; the others are not listed.", {std::to_string(markup_defect_limit)})});
}

std::string MarkupDocument::called(pugi::xml_node node) {
  const auto id = std::string_view{node.attribute("id").value()};
  auto shown = std::min<std::size_t>(id.size(), 60);
  while (shown < id.size() && shown > 0 && (static_cast<unsigned char>(id[shown]) & 0xC0) == 0x80) --shown; // not in the middle of a character
  return std::string{node.name()} + (id.empty() ? "" : " ") + std::string{id.substr(0, shown)};
}

std::vector<MarkupDefect> MarkupDocument::defects() {
  std::ranges::stable_sort(defects_, {}, &MarkupDefect::line);
  return std::move(defects_);
}

void refuse_markup(const std::string& subject, std::string sentence, const std::vector<MarkupDefect>& defects, const std::string& remedy) {
  for (const auto& defect : defects) sentence += "\n" + tr("line {1}: {2}", {std::to_string(defect.line), defect.sentence});
  throw Problem{ProblemKind::bad_input, subject, sentence, remedy};
}

} // namespace hdskit
