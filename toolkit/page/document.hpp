#pragma once

#include "toolkit/base/date.hpp"
#include "toolkit/page/drawing.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hdskit::page {

// What a printed document is made of, before anybody decides where lines and pages end. The same blocks become PDF and ODT.

/// A run of text in one style, a line break, or a number that is known only once pages are.
struct Inline {
  enum class Kind {
    text,
    line_break,
    page_of,    ///< the page number of `target`
    section_of, ///< the number of the heading `target`: "3.2"
  };
  Kind kind = Kind::text;
  std::string text;
  bool bold = false, italic = false, code = false;
  std::string target; ///< "#anchor" inside the document, or a URI; "" when it is no link
  bool operator==(const Inline&) const = default;
};
using Inlines = std::vector<Inline>;

struct Block;

struct Heading {
  int level = 1; ///< 1 to 6; level 1 starts a page
  Inlines text;
  std::string anchor;   ///< unique in the document, without '#'
  bool numbered = true; ///< "3.2 " is put before it
  bool in_contents = true;
};

struct Paragraph {
  enum class Style { body, lead, quote, note, code };
  Style style = Style::body;
  Inlines text; ///< in code style line breaks are kept
};

struct List {
  bool ordered = false;
  int start = 1;
  std::vector<std::vector<Block>> items;
};

struct TableColumn {
  enum class Align { left, centre, right };
  Align align = Align::left;
  double weight = 0; ///< share of the width; 0: found from the contents
};
struct TableCell {
  Inlines text;
  int columns = 1; ///< how many columns it spans
  std::optional<Colour> fill;
  bool row_header = false;
};
struct Table {
  std::vector<TableColumn> columns;
  std::vector<std::vector<TableCell>> header, rows; ///< the header comes again on each page that the table reaches
  Inlines caption;
};

struct Figure {
  Drawing drawing;
  std::string alternative; ///< read aloud instead of the figure; never empty
  Inlines caption;
};

struct Picture {
  std::string bytes; ///< a whole PNG or JPEG file
  std::string alternative;
  Inlines caption;
  double width_share = 1.0; ///< of the text width
};

/// A labelled box of a form: filled in, or empty to be filled by hand.
struct FormField {
  std::string label, value;
  int lines = 1;
};

struct PageBreak {};
struct Rule {};
/// Gives a place a name: the target of links and page numbers.
struct Anchor {
  std::string name;
};
/// The table of contents: headings down to `depth`, with page numbers and links.
struct Contents {
  std::string title;
  int depth = 3;
};

struct Block {
  std::variant<Heading, Paragraph, List, Table, Figure, Picture, FormField, PageBreak, Rule, Anchor, Contents> value;
};
using Blocks = std::vector<Block>;

/// The first page, without header or footer.
struct Cover {
  std::string over_title, title, subtitle;
  std::vector<std::pair<std::string, std::string>> lines; ///< label and value: "Version", "2"
  std::string notice;                                     ///< small print at the foot: confidentiality
};

struct Metadata {
  std::string title, subject, author, keywords;
  std::string language = "fr-FR"; ///< BCP 47
  Instant created;                ///< also the date inside the PDF: same instant, same bytes
};

/// A document that is not ours, put behind our pages as it is.
struct Annex {
  std::string anchor;         ///< target of links: "annexe-PSSI"
  std::string title;          ///< in the outline: "Annexe 12 – Politique de sécurité"
  std::string stamp;          ///< on each of its pages: "Annexe 12"
  std::filesystem::path file; ///< PDF, PNG or JPEG
};

struct Document {
  Metadata metadata;
  std::optional<Cover> cover;
  std::string header_left, header_right, footer_left; ///< the footer's right is «page n / N»
  std::string watermark;                              ///< said large on each page, annexes included; "" for none
  Blocks blocks;
  std::vector<Annex> annexes;
};

} // namespace hdskit::page
