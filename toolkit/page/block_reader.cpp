#include "toolkit/page/block_reader.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/fenced_block.hpp"
#include "toolkit/page/heading_reader.hpp"
#include "toolkit/page/markdown.hpp"
#include "toolkit/page/markdown_inlines.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <optional>

namespace hdskit::page {
namespace {

constexpr int deepest_nesting = 12;

class BlockReader {
public:
  BlockReader(const MarkdownSource& source, int depth, std::optional<Paragraph::Style> quote) : source_{source}, depth_{depth}, quote_{quote} {}

  Blocks read(cmark_node* parent) {
    if (depth_ > deepest_nesting)
      source_.fail(cmark_node_get_start_line(parent), tr("Lists and quotations are nested too deeply."), tr("Use at most three levels."));
    for (auto* node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) take(node);
    return std::move(blocks_);
  }

private:
  template <typename Value> void add(Value value) { blocks_.push_back({std::move(value)}); }

  void take(cmark_node* node) {
    const int line = cmark_node_get_start_line(node);
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH: return take_paragraph(node, line);
      case CMARK_NODE_HEADING:
        if (depth_ > 0) source_.fail(line, tr("A heading cannot stand in a list or a quotation."), tr("Move it to the start of a line of its own."));
        return add(read_heading(node, source_));
      case CMARK_NODE_THEMATIC_BREAK: return add(Rule{});
      case CMARK_NODE_LIST: return take_list(node);
      case CMARK_NODE_BLOCK_QUOTE: return take_quotation(node);
      case CMARK_NODE_CODE_BLOCK: return take_fenced(node, line);
      case CMARK_NODE_HTML_BLOCK: return refuse_html(node, line);
      default:
        if (std::string_view{cmark_node_get_type_string(node)} == "table") return take_table(node);
        source_.fail(line, tr("“{1}” is not supported here.", {cmark_node_get_type_string(node)}), tr("Write it as plain text."));
    }
  }

  /// A comment alone is for the template's authors; everything else of HTML would be seen by nobody or by a reader.
  void refuse_html(cmark_node* node, int line) const {
    const auto html = trimmed(cmark_node_get_literal(node));
    if (html.starts_with("<!--") && html.find("-->") == html.size() - 3) return;
    source_.fail(line, tr("HTML is not read: “{1}”.", {html.substr(0, html.find('\n'))}),
                 tr("Write it in Markdown, or put a backslash before “<” to print the sign itself."));
  }

  void take_paragraph(cmark_node* node, int line) {
    auto text = read_inlines(node, source_, line);
    if (text.empty()) return;
    if (take_caption(text, line)) return;
    add(Paragraph{quote_.value_or(Paragraph::Style::body), std::move(text)});
  }

  /// The written line decides, not the text: words from data are escaped there and never become a caption.
  bool take_caption(Inlines& text, int line) {
    if (blocks_.empty()) return false;
    Inlines* caption = nullptr;
    std::string_view word;
    if (auto* table = std::get_if<Table>(&blocks_.back().value)) {
      caption = &table->caption;
      word = "Tableau";
    } else if (auto* figure = std::get_if<Figure>(&blocks_.back().value)) {
      caption = &figure->caption;
      word = "Figure";
    }
    const auto written = trimmed(source_.line(line));
    if (!caption || !caption->empty() || !written.starts_with(word)) return false;
    for (const std::string_view colon : {" :", ":", "\u00A0:", "\u202F:"}) {
      const auto label = std::string{word} + std::string{colon};
      if (!written.starts_with(label) || text[0].kind != Inline::Kind::text || !text[0].text.starts_with(label)) continue;
      auto& first = text[0].text;
      first.erase(0, label.size());
      for (const std::string_view blank : {"\u00A0", "\u202F", " "})
        while (first.starts_with(blank)) first.erase(0, blank.size());
      if (first.empty()) text.erase(text.begin());
      *caption = std::move(text);
      return true;
    }
    return false;
  }

  void take_list(cmark_node* node) {
    List list{.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST};
    if (list.ordered) list.start = cmark_node_get_list_start(node);
    for (auto* item = cmark_node_first_child(node); item; item = cmark_node_next(item))
      list.items.push_back(BlockReader{source_, depth_ + 1, quote_}.read(item));
    add(std::move(list));
  }

  void take_quotation(cmark_node* node) {
    auto style = Paragraph::Style::quote;
    if (auto* first = cmark_node_first_child(node); first && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH) {
      const auto text = read_inlines(first, source_, cmark_node_get_start_line(first));
      if (!text.empty() && text[0].bold && text[0].text.starts_with("Note") &&
          trimmed(source_.line(cmark_node_get_start_line(first))).find("**Note") != std::string_view::npos)
        style = Paragraph::Style::note;
    }
    for (auto& block : BlockReader{source_, depth_ + 1, style}.read(node)) blocks_.push_back(std::move(block));
  }

  void take_fenced(cmark_node* node, int line) {
    const auto word = cmark_node_get_fence_info(node);
    FencedBlock fenced{.word = replaced(std::string{trimmed(word ? word : "")}, reference_mark, "@"),
                       .text = replaced(cmark_node_get_literal(node), reference_mark, "@"),
                       .line = line,
                       .nested = depth_ > 0};
    for (auto& block : read_fenced_block(fenced, source_)) blocks_.push_back(std::move(block));
  }

  void take_table(cmark_node* node) {
    Table table;
    const auto* alignments = cmark_gfm_extensions_get_table_alignments(node);
    for (int i = 0; i < cmark_gfm_extensions_get_table_columns(node); ++i) {
      const auto align = alignments[i] == 'r' ? TableColumn::Align::right : alignments[i] == 'c' ? TableColumn::Align::centre : TableColumn::Align::left;
      table.columns.push_back({.align = align});
    }
    for (auto* row = cmark_node_first_child(node); row; row = cmark_node_next(row)) {
      const bool header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
      (header ? table.header : table.rows).push_back(read_row(row, header));
    }
    add(std::move(table));
  }

  std::vector<TableCell> read_row(cmark_node* row, bool header) const {
    std::vector<TableCell> cells;
    for (auto* node = cmark_node_first_child(row); node; node = cmark_node_next(node)) {
      TableCell cell{.text = read_inlines(node, source_, cmark_node_get_start_line(row))};
      const auto& text = cell.text;
      cell.row_header = !header && cells.empty() && !text.empty() && std::all_of(text.begin(), text.end(), [](const Inline& piece) { return piece.bold; });
      cells.push_back(std::move(cell));
    }
    return cells;
  }

  const MarkdownSource& source_;
  int depth_;
  std::optional<Paragraph::Style> quote_;
  Blocks blocks_;
};

} // namespace

Blocks read_blocks(cmark_node* root, const MarkdownSource& source) { return BlockReader{source, 0, {}}.read(root); }

} // namespace hdskit::page
