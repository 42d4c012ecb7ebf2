#include "toolkit/page/odt_styles.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/page/xml_text.hpp"
#include "toolkit/page/xml_writer.hpp"

namespace hdskit::page {

const char* const odf_name_spaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\"";

namespace {

constexpr double header_rise = 36, footer_drop = 34; // points that header and footer take from the margins

std::string percent(double share) { return short_number(share * 100) + "%"; }

class StylesWriter {
public:
  StylesWriter(const Document& document, const Style& style) : document_{document}, style_{style} {}

  std::string write() {
    xml_.declaration();
    xml_.raw(std::string{"<office:document-styles"} + odf_name_spaces + ">");
    xml_.raw(odt_fonts(style_));
    xml_.open("office:styles");
    write_defaults();
    write_text_styles();
    write_headings();
    write_blocks();
    write_tables();
    write_contents();
    write_characters();
    write_outline();
    write_lists();
    xml_.close();
    write_pages();
    xml_.raw("</office:document-styles>");
    return xml_.take();
  }

private:
  /// A paragraph style: `paragraph` and `text` are attributes of its properties.
  void paragraph(std::string_view name, std::string_view shown, std::string_view parent, XmlWriter::Attributes paragraph, XmlWriter::Attributes text = {},
                 XmlWriter::Attributes more = {}) {
    xml_.raw("<style:style style:family=\"paragraph\" style:class=\"text\"");
    attributes({{"style:name", name}, {"style:display-name", shown}, {"style:parent-style-name", parent}});
    attributes(more);
    xml_.raw(">");
    if (paragraph.size()) xml_.empty("style:paragraph-properties", paragraph);
    if (text.size()) xml_.empty("style:text-properties", text);
    xml_.raw("</style:style>");
  }
  void attributes(XmlWriter::Attributes list) {
    for (const auto& [key, value] : list)
      if (!value.empty()) xml_.raw(" " + std::string{key} + "=\"" + xml_text(value) + "\"");
  }

  void write_defaults() {
    const auto parts = split(document_.metadata.language, '-');
    xml_.open("style:default-style", {{"style:family", "paragraph"}});
    xml_.empty("style:paragraph-properties", {{"fo:orphans", "2"}, {"fo:widows", "2"}, {"style:tab-stop-distance", "35.4pt"}, {"style:writing-mode", "lr-tb"}});
    xml_.empty("style:text-properties", {{"style:font-name", "serif"},
                                         {"fo:font-size", points(style_.body_size)},
                                         {"fo:color", colour_code(style_.ink)},
                                         {"fo:language", parts[0]},
                                         {"fo:country", parts.size() > 1 ? parts[1] : "none"},
                                         {"fo:hyphenate", "false"},
                                         {"fo:hyphenation-remain-char-count", "2"},
                                         {"fo:hyphenation-push-char-count", "3"}});
    xml_.close();
    xml_.open("style:default-style", {{"style:family", "table"}});
    xml_.empty("style:table-properties", {{"table:border-model", "collapsing"}});
    xml_.close();
    paragraph("Standard", "", "", {});
  }

  void write_text_styles() {
    const auto leading = percent(style_.line_height / 1.15); // the font's own line is 1.15 of its size
    const auto ground = rule("0.5pt", style_.pale);          // LibreOffice pads only at a border
    paragraph("Text_20_body", "Text body", "Standard", {{"fo:text-align", "justify"}, {"fo:line-height", leading}, {"fo:margin-bottom", "6.5pt"}},
              {{"fo:hyphenate", "true"}});
    paragraph("List_20_text", "List text", "Text_20_body", {{"fo:margin-bottom", "3pt"}});
    paragraph("Lead", "", "Text_20_body", {{"fo:margin-bottom", "12pt"}}, {{"fo:font-size", points(style_.body_size * 1.16)}, {"fo:color", muted}});
    paragraph("Quotations", "", "Text_20_body",
              {{"fo:margin-left", "14pt"},
               {"fo:margin-right", "12pt"},
               {"fo:margin-top", "5pt"},
               {"fo:margin-bottom", "11pt"},
               {"fo:border-left", rule("2pt", style_.line)},
               {"fo:padding-left", "9pt"}});
    paragraph("Note", "", "Text_20_body",
              {{"fo:margin-top", "5pt"},
               {"fo:margin-bottom", "11pt"},
               {"fo:background-color", colour_code(style_.pale)},
               {"fo:border-left", rule("2.5pt", style_.accent)},
               {"fo:border-right", ground},
               {"fo:border-top", ground},
               {"fo:border-bottom", ground},
               {"fo:padding", "7pt"}},
              {{"fo:font-size", points(style_.body_size * 0.96)}});
    paragraph("Preformatted_20_Text", "Preformatted Text", "Standard",
              {{"fo:text-align", "start"},
               {"fo:margin-top", "4pt"},
               {"fo:margin-bottom", "12pt"},
               {"fo:background-color", code_ground},
               {"fo:padding", "7pt"},
               {"fo:border", "0.5pt solid " + std::string{code_ground}}},
              {{"style:font-name", "mono"}, {"fo:font-size", points(style_.body_size * 0.8)}, {"fo:hyphenate", "false"}});
  }

  void write_headings() {
    static constexpr const char* before[] = {"0pt", "22pt", "17pt", "13pt", "11pt", "11pt"};
    static constexpr const char* after[] = {"20pt", "9pt", "7pt", "6pt", "5pt", "5pt"};
    paragraph("Heading", "", "Standard", {{"fo:keep-with-next", "always"}, {"fo:text-align", "start"}},
              {{"style:font-name", "sans"}, {"fo:font-weight", "bold"}, {"fo:hyphenate", "false"}}, {{"style:next-style-name", "Text_20_body"}});
    for (int level = 1; level <= 6; ++level) {
      const auto number = std::to_string(level);
      const auto size = points(style_.heading_sizes[level - 1]);
      paragraph("Heading_20_" + number, "Heading " + number, "Heading",
                {{"fo:margin-top", before[level - 1]}, {"fo:margin-bottom", after[level - 1]}, {"fo:break-before", level == 1 ? "page" : ""}},
                {{"fo:font-size", size},
                 {"fo:color", level <= 3 ? colour_code(style_.accent) : colour_code(style_.ink)},
                 {"fo:font-style", level == 6 ? "italic" : ""}},
                {{"style:default-outline-level", number}, {"style:next-style-name", "Text_20_body"}});
      // Off the outline: neither numbered nor found by LibreOffice when it makes the contents again.
      paragraph("Unlisted_20_heading_20_" + number, "Unlisted heading " + number, "Heading_20_" + number, {}, {},
                {{"style:default-outline-level", XmlWriter::blank}, {"style:next-style-name", "Text_20_body"}});
    }
  }

  void write_blocks() {
    paragraph("Figure", "", "Standard", {{"fo:text-align", "center"}, {"fo:margin-top", "12pt"}, {"fo:margin-bottom", "12pt"}});
    paragraph("Figure_20_with_20_caption", "Figure with caption", "Figure", {{"fo:margin-bottom", "5pt"}, {"fo:keep-with-next", "always"}});
    const auto small = points(style_.table_size);
    paragraph("Caption", "", "Standard", {{"fo:margin-top", "0pt"}, {"fo:margin-bottom", "14pt"}, {"fo:text-align", "center"}},
              {{"style:font-name", "sans"}, {"fo:font-size", small}, {"fo:font-style", "italic"}, {"fo:color", muted}});
    paragraph("Table_20_caption", "Table caption", "Caption",
              {{"fo:text-align", "start"}, {"fo:margin-top", "12pt"}, {"fo:margin-bottom", "4pt"}, {"fo:keep-with-next", "always"}});
    paragraph("Horizontal_20_Line", "Horizontal Line", "Standard",
              {{"fo:margin-top", "4pt"}, {"fo:margin-bottom", "9pt"}, {"fo:border-bottom", rule("0.6pt", style_.line)}, {"fo:padding", "0pt"}},
              {{"fo:font-size", "4pt"}});
    paragraph("Page_20_break", "Page break", "Standard", {{"fo:break-before", "page"}}, {{"fo:font-size", "2pt"}});
    paragraph("After_20_table", "After table", "Standard", {{"fo:margin-bottom", "6pt"}}, {{"fo:font-size", "4pt"}});
    paragraph("Form_20_label", "Form label", "Standard", {{"fo:margin-top", "6pt"}, {"fo:margin-bottom", "3pt"}, {"fo:keep-with-next", "always"}},
              {{"style:font-name", "sans"}, {"fo:font-size", small}, {"fo:font-weight", "bold"}});
    paragraph("Form_20_value", "Form value", "Standard", {{"fo:text-align", "start"}});
    const auto accent = colour_code(style_.accent);
    paragraph("Cover_20_over_20_title", "Cover over title", "Standard", {{"fo:margin-top", "130pt"}, {"fo:margin-bottom", "14pt"}},
              {{"style:font-name", "sans"}, {"fo:font-size", "12pt"}, {"fo:color", muted}});
    paragraph("Title", "", "Standard",
              {{"fo:text-align", "start"}, {"fo:margin-bottom", "14pt"}, {"fo:padding-bottom", "12pt"}, {"fo:border-bottom", rule("3pt", style_.accent)}},
              {{"style:font-name", "sans"}, {"fo:font-size", "30pt"}, {"fo:font-weight", "bold"}, {"fo:color", accent}});
    paragraph("Subtitle", "", "Standard", {{"fo:margin-bottom", "40pt"}}, {{"style:font-name", "sans"}, {"fo:font-size", "15pt"}});
    paragraph("Cover_20_label", "Cover label", "Standard", {}, {{"style:font-name", "sans"}, {"fo:font-size", "9.5pt"}, {"fo:color", muted}});
    paragraph("Cover_20_value", "Cover value", "Standard", {}, {{"style:font-name", "sans"}, {"fo:font-size", "9.5pt"}, {"fo:font-weight", "bold"}});
    const auto right = points(style_.text_width()), middle = points(style_.text_width() / 2);
    for (const auto* name : {"Header", "Footer"}) {
      xml_.open("style:style", {{"style:name", name}, {"style:family", "paragraph"}, {"style:parent-style-name", "Standard"}, {"style:class", "extra"}});
      const bool header = std::string_view{name} == "Header";
      xml_.open("style:paragraph-properties",
                {{header ? "fo:border-bottom" : "fo:border-top", rule("0.5pt", style_.line)}, {header ? "fo:padding-bottom" : "fo:padding-top", "3pt"}});
      xml_.open("style:tab-stops");
      if (header) xml_.empty("style:tab-stop", {{"style:position", middle}, {"style:type", "center"}});
      xml_.empty("style:tab-stop", {{"style:position", right}, {"style:type", "right"}});
      xml_.close();
      xml_.close();
      xml_.empty("style:text-properties", {{"style:font-name", "sans"}, {"fo:font-size", points(style_.small_size - 0.5)}, {"fo:color", muted}});
      xml_.close();
    }
    paragraph("Cover_20_notice", "Cover notice", "Standard", {{"fo:text-align", "start"}},
              {{"style:font-name", "sans"}, {"fo:font-size", points(style_.small_size)}, {"fo:color", muted}});
  }

  void write_tables() {
    const auto small = points(style_.table_size);
    paragraph("Table_20_Contents", "Table Contents", "Standard", {{"fo:text-align", "start"}, {"fo:orphans", "2"}},
              {{"style:font-name", "sans"}, {"fo:font-size", small}});
    paragraph("Table_20_centred", "Table centred", "Table_20_Contents", {{"fo:text-align", "center"}});
    paragraph("Table_20_right", "Table right", "Table_20_Contents", {{"fo:text-align", "end"}});
    paragraph("Table_20_Heading", "Table Heading", "Table_20_Contents", {}, {{"fo:font-weight", "bold"}});
    paragraph("Table_20_heading_20_centred", "Table heading centred", "Table_20_Heading", {{"fo:text-align", "center"}});
    paragraph("Table_20_heading_20_right", "Table heading right", "Table_20_Heading", {{"fo:text-align", "end"}});
  }

  void write_contents() {
    const auto right = points(style_.text_width());
    paragraph("Contents_20_Heading", "Contents Heading", "Heading", {{"fo:break-before", "page"}, {"fo:margin-bottom", "16pt"}},
              {{"fo:font-size", points(style_.heading_sizes[0])}, {"fo:color", colour_code(style_.accent)}});
    for (int level = 1; level <= 6; ++level) {
      const auto number = std::to_string(level);
      xml_.open("style:style", {{"style:name", "Contents_20_" + number},
                                {"style:display-name", "Contents " + number},
                                {"style:family", "paragraph"},
                                {"style:parent-style-name", "Standard"},
                                {"style:class", "index"}});
      xml_.open("style:paragraph-properties",
                {{"fo:margin-left", points(14.0 * (level - 1))}, {"fo:margin-top", level == 1 ? "7pt" : "1pt"}, {"fo:text-align", "start"}});
      xml_.open("style:tab-stops");
      xml_.empty("style:tab-stop", {{"style:position", points(style_.text_width() - 14.0 * (level - 1))},
                                    {"style:type", "right"},
                                    {"style:leader-style", "dotted"},
                                    {"style:leader-text", "."}});
      xml_.close();
      xml_.close();
      xml_.empty("style:text-properties", {{"style:font-name", "sans"},
                                           {"fo:font-size", points(style_.body_size * (level == 1 ? 0.96 : 0.9))},
                                           {"fo:font-weight", level == 1 ? "bold" : "normal"}});
      xml_.close();
    }
  }

  void character(std::string_view name, std::string_view shown, XmlWriter::Attributes text) {
    xml_.open("style:style", {{"style:name", name}, {"style:display-name", shown}, {"style:family", "text"}});
    xml_.empty("style:text-properties", text);
    xml_.close();
  }

  void write_characters() {
    const auto code_size = "90%";
    character("Strong_20_Emphasis", "Strong Emphasis", {{"fo:font-weight", "bold"}});
    character("Emphasis", "", {{"fo:font-style", "italic"}});
    character("Strong_20_and_20_emphasis", "Strong and emphasis", {{"fo:font-weight", "bold"}, {"fo:font-style", "italic"}});
    character("Source_20_Text", "Source Text", {{"style:font-name", "mono"}, {"fo:font-size", code_size}});
    character("Strong_20_source_20_text", "Strong source text", {{"style:font-name", "mono"}, {"fo:font-size", code_size}, {"fo:font-weight", "bold"}});
    character("Internet_20_link", "Internet link", {{"fo:color", colour_code(style_.accent)}, {"style:text-underline-style", "none"}});
    character("Index_20_Link", "Index Link", {});
    character("Watermark", "", {{"fo:font-weight", "bold"}, {"fo:color", "#b03030"}, {"fo:font-size", points(style_.small_size + 2)}});
    character("Bullet_20_Symbols", "Bullet Symbols", {});
  }

  void write_outline() {
    xml_.open("text:outline-style", {{"style:name", "Outline"}});
    for (int level = 1; level <= 10; ++level) {
      const auto number = std::to_string(level);
      const bool numbered = level <= 6;
      xml_.open("text:outline-level-style",
                {{"text:level", number}, {"style:num-format", numbered ? "1" : XmlWriter::blank}, {"text:display-levels", numbered ? number : ""}});
      xml_.open("style:list-level-properties", {{"text:list-level-position-and-space-mode", "label-alignment"}});
      xml_.empty("style:list-level-label-alignment", {{"text:label-followed-by", "space"}});
      xml_.close();
      xml_.close();
    }
    xml_.close();
  }

  void write_lists() {
    static constexpr const char* bullets[] = {"•", "–", "·"};
    for (const bool ordered : {false, true}) {
      xml_.open("text:list-style", {{"style:name", ordered ? "Numbered" : "Bulleted"}});
      for (int level = 1; level <= 10; ++level) {
        const auto number = std::to_string(level);
        const double indent = 16.0 * level;
        if (ordered) xml_.open("text:list-level-style-number", {{"text:level", number}, {"style:num-format", "1"}, {"style:num-suffix", "."}});
        else
          xml_.open("text:list-level-style-bullet",
                    {{"text:level", number}, {"text:bullet-char", bullets[std::min(level - 1, 2)]}, {"text:style-name", "Bullet_20_Symbols"}});
        xml_.open("style:list-level-properties", {{"text:list-level-position-and-space-mode", "label-alignment"}});
        xml_.empty("style:list-level-label-alignment", {{"text:label-followed-by", "listtab"},
                                                        {"text:list-tab-stop-position", points(indent)},
                                                        {"fo:text-indent", "-16pt"},
                                                        {"fo:margin-left", points(indent)}});
        xml_.close();
        xml_.close();
      }
      xml_.close();
    }
  }

  void page_layout(std::string_view name, XmlWriter::Attributes header, XmlWriter::Attributes footer) {
    xml_.open("style:page-layout", {{"style:name", name}});
    xml_.empty("style:page-layout-properties", {{"fo:page-width", points(style_.page_width)},
                                                {"fo:page-height", points(style_.page_height)},
                                                {"style:print-orientation", "portrait"},
                                                {"fo:margin-left", points(style_.margin_left)},
                                                {"fo:margin-right", points(style_.margin_right)},
                                                {"fo:margin-top", points(style_.margin_top - header_rise)},
                                                {"fo:margin-bottom", points(style_.margin_bottom - footer_drop)}});
    xml_.open("style:header-style");
    xml_.empty("style:header-footer-properties", header);
    xml_.close();
    xml_.open("style:footer-style");
    xml_.empty("style:header-footer-properties", footer);
    xml_.close();
    xml_.close();
  }

  void write_pages() {
    xml_.open("office:automatic-styles");
    const auto rise = points(header_rise), drop = points(footer_drop);
    page_layout("Body_20_layout", {{"svg:height", rise}, {"fo:margin-bottom", "18pt"}}, {{"svg:height", drop}, {"fo:margin-top", "16pt"}});
    page_layout("Cover_20_layout", {{"svg:height", rise}, {"fo:margin-bottom", "18pt"}}, {{"fo:min-height", "60pt"}, {"fo:margin-top", "16pt"}});
    xml_.close();
    xml_.open("office:master-styles");
    xml_.open("style:master-page", {{"style:name", "Standard"}, {"style:page-layout-name", "Body_20_layout"}});
    write_header();
    write_footer();
    xml_.close();
    xml_.open("style:master-page", {{"style:name", "Cover"}, {"style:page-layout-name", "Cover_20_layout"}, {"style:next-style-name", "Standard"}});
    write_cover_header_and_footer();
    xml_.close();
    xml_.close();
  }

  void write_header() {
    xml_.open("style:header");
    xml_.open("text:p", {{"text:style-name", "Header"}});
    xml_.text(document_.header_left);
    xml_.empty("text:tab");
    if (!document_.watermark.empty()) xml_.element("text:span", {{"text:style-name", "Watermark"}}, document_.watermark);
    xml_.empty("text:tab");
    xml_.text(document_.header_right);
    xml_.close();
    xml_.close();
  }

  void write_footer() {
    xml_.open("style:footer");
    xml_.open("text:p", {{"text:style-name", "Footer"}});
    xml_.text(document_.footer_left);
    xml_.empty("text:tab");
    xml_.text("page ");
    xml_.element("text:page-number", {{"text:select-page", "current"}}, "1");
    xml_.text(" / ");
    xml_.element("text:page-count", {}, "1");
    xml_.close();
    xml_.close();
  }

  void write_cover_header_and_footer() {
    if (!document_.watermark.empty()) {
      xml_.open("style:header");
      xml_.open("text:p", {{"text:style-name", "Header"}});
      xml_.empty("text:tab");
      xml_.element("text:span", {{"text:style-name", "Watermark"}}, document_.watermark);
      xml_.close();
      xml_.close();
    }
    if (!document_.cover || document_.cover->notice.empty()) return;
    xml_.open("style:footer");
    xml_.element("text:p", {{"text:style-name", "Cover_20_notice"}}, document_.cover->notice);
    xml_.close();
  }

  static std::string rule(const char* width, const Colour& colour) { return std::string{width} + " solid " + colour_code(colour); }

  static constexpr const char* muted = "#59606b";
  static constexpr const char* code_ground = "#f3f5f6"; // not that of notes: LibreOffice runs neighbours of one ground into each other
  const Document& document_;
  const Style& style_;
  XmlWriter xml_;
};

} // namespace

std::string odt_fonts(const Style& style) {
  XmlWriter xml;
  xml.open("office:font-face-decls");
  const auto face = [&](const char* name, const std::string& family, const char* generic) {
    xml.empty("style:font-face", {{"style:name", name},
                                  {"svg:font-family", "'" + family + "'"},
                                  {"style:font-family-generic", generic},
                                  {"style:font-pitch", generic == std::string_view{"modern"} ? "fixed" : "variable"}});
  };
  face("serif", style.serif, "roman");
  face("sans", style.sans, "swiss");
  face("mono", style.mono, "modern");
  xml.close();
  return xml.take();
}

std::string odt_styles(const Document& document, const Style& style) { return StylesWriter{document, style}.write(); }

} // namespace hdskit::page
