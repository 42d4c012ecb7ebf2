#pragma once

#include "toolkit/page/document.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace hdskit::page {

/// Figures that whoever gives the text has drawn already: the block ```figure calls one by its name, as often as it likes.
using NamedFigures = std::map<std::string, Figure, std::less<>>;

/// Turns Markdown (CommonMark with tables, cmark-gfm) into blocks. HTML is never interpreted: it is refused with its line.
///
/// Beyond Markdown:
///   `# Title {#anchor}`      names a heading; `{#anchor .unnumbered}` leaves out its number, `{.unlisted}` its line in the contents
///   `[text](#anchor)`        a link; `[@page](#anchor)` the page number there, `[@section](#anchor)` the number of that heading; Inline::target keeps the '#'
///   `> text`                 a quotation; a quotation that starts with **Note** is a note
///   fenced blocks            ```matrix, ```chart, ```tree, ```page-break, ```form-field, ```contents, ```lead, ```anchor,
///                            ```figure (see docs/guide/templates.md)
///                            a fenced block without a word is a code paragraph: its lines, parted by line_break
///   a paragraph `Tableau : text` or `Figure : text` right after a table or figure is its caption
/// Throws Problem bad_input naming `name` and the line for HTML, an unknown fenced block, or wrong contents of one.
Blocks blocks_of_markdown(std::string_view markdown, const std::string& name, const NamedFigures& figures = {});

/// `data` as one piece of plain text inside Markdown: nothing in it is markup any more. Line ends become spaces.
std::string escaped_for_markdown(std::string_view data);

/// Takes away what escaped_for_markdown put in: for code spans and fenced blocks, where Markdown itself leaves escapes alone.
std::string without_markdown_escapes(std::string_view markdown);

/// A person's text as Markdown: blank lines part paragraphs, lines starting with "- " become lists, everything else is plain text.
std::string prose_as_markdown(std::string_view prose);

} // namespace hdskit::page
