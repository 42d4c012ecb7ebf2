#include "toolkit/page/markdown_inlines.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/markdown.hpp"

#include <cmark-gfm.h>

namespace hdskit::page {
namespace {

constexpr int deepest_emphasis = 32;

class InlineReader {
public:
  InlineReader(const MarkdownSource& source, int line) : source_{source}, line_{line} {}

  Inlines read(cmark_node* parent) {
    walk(parent, Inline{}, 0);
    return std::move(inlines_);
  }

private:
  int line_of(cmark_node* node) const { return std::max(line_, cmark_node_get_start_line(node)); }

  void walk(cmark_node* parent, const Inline& style, int depth) {
    if (depth > deepest_emphasis) source_.fail(line_, tr("Emphasis is nested too deeply."), tr("Use one level of **bold** and one of *italic*."));
    for (auto* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) take(node, style, depth);
  }

  void take(cmark_node* node, Inline style, int depth) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT: return add(style, replaced(cmark_node_get_literal(node), reference_mark, "@"));
      case CMARK_NODE_SOFTBREAK: return add(style, " ");
      case CMARK_NODE_LINEBREAK: return add_break();
      case CMARK_NODE_CODE: style.code = true; return add(style, without_markdown_escapes(replaced(cmark_node_get_literal(node), reference_mark, "@")));
      case CMARK_NODE_EMPH: style.italic = true; return walk(node, style, depth + 1);
      case CMARK_NODE_STRONG: style.bold = true; return walk(node, style, depth + 1);
      case CMARK_NODE_LINK: return take_link(node, style, depth);
      case CMARK_NODE_IMAGE:
        source_.fail(line_of(node), tr("An image “![…](…)” has no place in a template."),
                     tr("Draw it with a fenced block (matrix, chart, tree), or add the picture as evidence and cite it as an annex."));
      case CMARK_NODE_HTML_INLINE:
        source_.fail(line_of(node), tr("HTML is not read: “{1}”.", {cmark_node_get_literal(node)}),
                     tr("Write it in Markdown, or put a backslash before “<” to print the sign itself."));
      default: source_.fail(line_of(node), tr("“{1}” is not supported here.", {cmark_node_get_type_string(node)}), tr("Write it as plain text."));
    }
  }

  void take_link(cmark_node* node, Inline style, int depth) {
    style.target = cmark_node_get_url(node);
    static constexpr std::string_view known[] = {"https://", "http://", "mailto:"};
    const bool inside = style.target.size() > 1 && style.target[0] == '#';
    bool outside = false;
    for (const auto scheme : known) outside = outside || (style.target.starts_with(scheme) && style.target.size() > scheme.size());
    if (!inside && !outside)
      source_.fail(line_of(node), tr("The link leads to “{1}”, which is no address.", {style.target}),
                   tr("Link to “#anchor” inside the document, or to an address that starts with https://, http:// or mailto:."));
    auto* child = cmark_node_first_child(node);
    const std::string_view text = child && !cmark_node_next(child) && cmark_node_get_type(child) == CMARK_NODE_TEXT ? cmark_node_get_literal(child) : "";
    if (!text.starts_with(reference_mark)) return walk(node, style, depth + 1);
    if (!inside) source_.fail(line_of(node), tr("“[@page]” and “[@section]” need an anchor of the document."), tr("Write “[@page](#anchor)”."));
    style.kind = text.substr(reference_mark.size()) == "page" ? Inline::Kind::page_of : Inline::Kind::section_of;
    inlines_.push_back(style);
  }

  void add(const Inline& style, std::string text) {
    if (text.empty()) return;
    if (!inlines_.empty()) {
      auto& last = inlines_.back();
      if (last.kind == Inline::Kind::text && last.bold == style.bold && last.italic == style.italic && last.code == style.code && last.target == style.target) {
        last.text += text;
        return;
      }
    }
    inlines_.push_back(style);
    inlines_.back().text = std::move(text);
  }

  void add_break() {
    inlines_.emplace_back();
    inlines_.back().kind = Inline::Kind::line_break;
  }

  const MarkdownSource& source_;
  int line_;
  Inlines inlines_;
};

} // namespace

Inlines read_inlines(cmark_node* parent, const MarkdownSource& source, int line) { return InlineReader{source, line}.read(parent); }

} // namespace hdskit::page
