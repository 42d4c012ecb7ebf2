#include "toolkit/page/markdown.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/block_reader.hpp"
#include "toolkit/page/markdown_html.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <memory>
#include <mutex>

namespace hdskit::page {
namespace {

constexpr std::size_t largest_markdown = 64u << 20;

struct Parser {
  Parser() : parser{cmark_parser_new(CMARK_OPT_DEFAULT)} {
    static std::once_flag once; // cmark's registry is a global without a lock
    std::call_once(once, cmark_gfm_core_extensions_ensure_registered);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
  }
  ~Parser() { cmark_parser_free(parser); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  cmark_parser* parser;
};

struct NodeEnd {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};

std::string with_reference_marks(std::string_view markdown) {
  auto text = replaced(std::string{markdown}, reference_mark, "");
  for (const auto* word : {"page", "section"})
    text = replaced(std::move(text), std::string{"[@"} + word + "](", "[" + std::string{reference_mark} + word + "](");
  return text;
}

} // namespace

std::string_view MarkdownSource::line(int number) const {
  return number >= 1 && static_cast<std::size_t>(number) <= lines.size() ? lines[static_cast<std::size_t>(number) - 1] : std::string_view{};
}

void MarkdownSource::fail(int line, const std::string& sentence, const std::string& remedy) const {
  throw Problem{ProblemKind::bad_input, name, tr("“{1}”, line {2}: {3}", {name, std::to_string(first_line + line - 1), sentence}), remedy};
}

Blocks read_markdown(std::string_view markdown, const std::string& name, int first_line, const NamedFigures* figures) {
  MarkdownSource source{.name = name, .first_line = first_line, .figures = figures};
  if (markdown.size() > largest_markdown)
    source.fail(1, tr("The text is larger than the {1} accepted here.", {french_bytes(largest_markdown)}), tr("Part it into several templates."));
  if (!is_utf8(markdown)) source.fail(1, tr("The text is not UTF-8."), tr("Save the file again as UTF-8."));
  const auto text = with_reference_marks(markdown);
  source.lines = lines_of(text);
  const Parser parser;
  cmark_parser_feed(parser.parser, text.data(), text.size());
  const std::unique_ptr<cmark_node, NodeEnd> root{cmark_parser_finish(parser.parser)};
  return read_blocks(root.get(), source);
}

Blocks blocks_of_markdown(std::string_view markdown, const std::string& name, const NamedFigures& figures) {
  auto blocks = read_markdown(markdown, name, 1, &figures);
  name_headings(blocks, name);
  return blocks;
}

std::string html_of_markdown(std::string_view markdown) {
  const Parser parser;
  cmark_parser_feed(parser.parser, markdown.data(), markdown.size());
  const std::unique_ptr<cmark_node, NodeEnd> root{cmark_parser_finish(parser.parser)};
  // Without CMARK_OPT_UNSAFE: raw HTML and addresses that run a script are left out.
  const std::unique_ptr<char, void (*)(void*)> html{cmark_render_html(root.get(), CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser.parser)),
                                                    std::free};
  return html.get();
}

} // namespace hdskit::page
