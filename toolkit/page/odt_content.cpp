#include "toolkit/page/odt_content.hpp"

#include "toolkit/base/translate.hpp"
#include "toolkit/page/figures.hpp"
#include "toolkit/page/odt_automatic_styles.hpp"
#include "toolkit/page/odt_inlines.hpp"
#include "toolkit/page/odt_styles.hpp"
#include "toolkit/page/odt_tables.hpp"
#include "toolkit/page/pdf_image.hpp"

#include <algorithm>

namespace hdskit::page {
namespace {

constexpr std::size_t blocks_per_report = 200;
constexpr const char* after_number = "\u00a0 "; // between the number and the words of a line of contents
constexpr int deepest_list = 10;                // levels of a list style

class ContentWriter {
public:
  ContentWriter(const Document& document, const Style& style)
      : document_{document}, style_{style}, references_{gather_references(document)}, inlines_{xml_, references_}, tables_{xml_, inlines_, automatic_, style} {}

  OdtContent write(const Progress& progress) {
    if (document_.cover) write_cover(*document_.cover);
    for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
      if (i % blocks_per_report == 0) {
        progress.stop_if_cancelled();
        progress.tell(tr("Writing the text"), i, document_.blocks.size());
      }
      add(document_.blocks[i]);
    }
    write_annexes();
    if (inlines_.bookmarks_wait()) inlines_.paragraph("Standard", {});
    return {whole(xml_.take()), std::move(pictures_)};
  }

private:
  std::string whole(const std::string& body) const {
    XmlWriter xml;
    xml.declaration();
    xml.raw(std::string{"<office:document-content"} + odf_name_spaces + ">");
    xml.raw(odt_fonts(style_));
    xml.raw(automatic_.xml());
    xml.open("office:body");
    xml.open("office:text");
    xml.raw(body);
    xml.close();
    xml.close();
    xml.raw("</office:document-content>");
    return xml.take();
  }

  void write_cover(const Cover& cover) {
    inlines_.paragraph(automatic_.on_master("Cover_20_over_20_title", "Cover"), {{.text = cover.over_title}});
    inlines_.paragraph("Title", {{.text = cover.title}});
    inlines_.paragraph("Subtitle", {{.text = cover.subtitle}});
    tables_.write_cover_lines(cover.lines);
    break_waits_ = true;
    cover_ends_ = true;
  }

  /// The style of the next paragraph, at the top of a page when a break waits for one.
  std::string placed(const std::string& style) {
    if (!break_waits_) return style;
    break_waits_ = false;
    const bool after_cover = cover_ends_;
    cover_ends_ = false;
    return automatic_.breaking(style, after_cover ? "Standard" : "");
  }
  /// For what is no paragraph: an empty one takes the break.
  void place_break() {
    if (break_waits_) inlines_.paragraph(placed("After_20_table"), {});
  }

  void add(const Block& block) {
    std::visit([this](const auto& value) { add(value); }, block.value);
  }

  void add(const Heading& heading) {
    const int level = std::clamp(heading.level, 1, 6);
    const auto& known = references_.of(heading);
    const bool numbered = !known.number.empty();
    const auto number = std::to_string(level);
    if (level == 1 && !cover_ends_) break_waits_ = false; // its style starts a page
    const bool listed = heading.in_contents || numbered;
    const auto style = placed((listed ? "Heading_20_" : "Unlisted_20_heading_20_") + number);
    if (listed) inlines_.open_heading(style, level, numbered);
    else inlines_.open_paragraph(style);
    if (!heading.anchor.empty()) xml_.empty("text:bookmark-start", {{"text:name", heading.anchor}});
    inlines_.write(heading.text);
    if (!heading.anchor.empty()) xml_.empty("text:bookmark-end", {{"text:name", heading.anchor}});
    inlines_.close();
  }

  void add(const Paragraph& paragraph) {
    static constexpr const char* styles[] = {"Text_20_body", "Lead", "Quotations", "Note", "Preformatted_20_Text"};
    const bool in_list = !lists_.empty() && paragraph.style == Paragraph::Style::body;
    inlines_.paragraph(placed(in_list ? "List_20_text" : styles[static_cast<int>(paragraph.style)]), paragraph.text);
  }

  void add(const List& list) {
    if (list.items.empty()) return;
    place_break();
    if (lists_.size() >= deepest_list) { // deeper ones go on at the last level
      for (const auto& item : list.items)
        for (const auto& block : item) add(block);
      return;
    }
    const char* style = list.ordered ? "Numbered" : "Bulleted";
    xml_.open("text:list", {{"text:style-name", style}});
    lists_.push_back(style);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      const bool starts = list.ordered && i == 0 && list.start != 1;
      xml_.open("text:list-item", {{"text:start-value", starts ? std::to_string(list.start) : ""}});
      for (const auto& block : list.items[i]) add(block);
      if (list.items[i].empty()) inlines_.paragraph("List_20_text", {});
      xml_.close();
    }
    lists_.pop_back();
    xml_.close();
  }

  /// A list holds no table: the lists are closed around it and go on behind it.
  template <typename Write> void outside_lists(Write write) {
    place_break();
    const auto open = lists_;
    lists_.clear();
    for (std::size_t i = 0; i < open.size(); ++i) {
      xml_.close();
      xml_.close();
    }
    write();
    for (const auto* style : open) {
      xml_.open("text:list", {{"text:style-name", style}, {"text:continue-numbering", "true"}});
      xml_.open("text:list-header");
    }
    lists_ = open;
  }

  void add(const Table& table) {
    outside_lists([&] { tables_.write(table); });
  }
  void add(const FormField& field) {
    outside_lists([&] { tables_.write(field); });
  }

  void add(const Figure& figure) {
    add_frame("Pictures/figure", ".svg", "image/svg+xml", svg_of(figure.drawing), figure.drawing.width, figure.drawing.height, figure.alternative,
              figure.caption);
  }

  void add(const Picture& picture) {
    const auto size = image_size(picture.bytes, picture.alternative);
    const double width = style_.text_width() * std::clamp(picture.width_share, 0.02, 1.0);
    const bool png = picture.bytes.starts_with("\x89PNG");
    add_frame("Pictures/picture", png ? ".png" : ".jpg", png ? "image/png" : "image/jpeg", picture.bytes, width, width * size.height / std::max(size.width, 1),
              picture.alternative, picture.caption);
  }

  void add_frame(const char* stem, const char* ending, const char* media_type, std::string bytes, double width, double height, const std::string& alternative,
                 const Inlines& caption) {
    if (width <= 0 || height <= 0) return;
    const auto number = std::to_string(pictures_.size() + 1);
    const auto name = stem + number + ending;
    pictures_.push_back({name, media_type, std::move(bytes)});
    const double scale = std::min({1.0, style_.text_width() / width, style_.text_height() * 0.78 / height});
    inlines_.open_paragraph(placed(caption.empty() ? "Figure" : "Figure_20_with_20_caption"));
    xml_.open(
        "draw:frame",
        {{"draw:name", "Figure " + number}, {"text:anchor-type", "as-char"}, {"svg:width", points(width * scale)}, {"svg:height", points(height * scale)}});
    xml_.empty("draw:image", {{"xlink:href", name}, {"xlink:type", "simple"}, {"xlink:show", "embed"}, {"xlink:actuate", "onLoad"}});
    xml_.element("svg:desc", {}, alternative);
    xml_.close();
    inlines_.close();
    if (!caption.empty()) inlines_.paragraph("Caption", caption);
  }

  void add(const PageBreak&) { break_waits_ = true; }
  void add(const Rule&) { inlines_.paragraph(placed("Horizontal_20_Line"), {}); }
  void add(const Anchor& anchor) { inlines_.bookmark_next(anchor.name); }

  void add(const Contents& contents) {
    if (cover_ends_) place_break_after_cover(contents);
    else if (contents.title.empty()) place_break();
    break_waits_ = false;
    xml_.open("text:table-of-content", {{"text:name", "Contents" + std::to_string(++contents_)}, {"text:protected", "false"}});
    write_contents_source(contents);
    xml_.open("text:index-body");
    if (!contents.title.empty()) {
      xml_.open("text:index-title", {{"text:name", "Contents" + std::to_string(contents_) + "_Head"}});
      inlines_.paragraph(contents_heading_, {{.text = contents.title}});
      xml_.close();
    }
    for (const auto& heading : references_.headings)
      if (heading.heading->in_contents && heading.heading->level <= contents.depth) write_contents_line(heading);
    if (!document_.annexes.empty()) write_contents_line(1, "", annexes_title(), "");
    for (const auto& annex : document_.annexes)
      if (contents.depth >= 2) write_contents_line(2, "", annex.title, annex.anchor);
    xml_.close();
    xml_.close();
    contents_heading_ = "Contents_20_Heading";
  }

  /// The first thing behind the cover carries the change of page style.
  void place_break_after_cover(const Contents& contents) {
    if (contents.title.empty()) place_break();
    else contents_heading_ = placed("Contents_20_Heading");
  }

  void write_contents_source(const Contents& contents) {
    xml_.open("text:table-of-content-source", {{"text:outline-level", std::to_string(contents.depth)}, {"text:use-index-marks", "false"}});
    xml_.element("text:index-title-template", {{"text:style-name", "Contents_20_Heading"}}, contents.title);
    for (int level = 1; level <= 6; ++level) {
      const auto number = std::to_string(level);
      xml_.open("text:table-of-content-entry-template", {{"text:outline-level", number}, {"text:style-name", "Contents_20_" + number}});
      xml_.empty("text:index-entry-link-start", {{"text:style-name", "Index_20_Link"}});
      xml_.empty("text:index-entry-chapter");
      xml_.element("text:index-entry-span", {}, after_number);
      xml_.empty("text:index-entry-text");
      xml_.empty("text:index-entry-tab-stop", {{"style:type", "right"}, {"style:leader-char", "."}});
      xml_.empty("text:index-entry-page-number");
      xml_.empty("text:index-entry-link-end");
      xml_.close();
    }
    xml_.close();
  }

  void write_contents_line(const NumberedHeading& heading) {
    write_contents_line(std::clamp(heading.heading->level, 1, 6), heading.number, plain_text(heading.heading->text), heading.heading->anchor);
  }

  void write_contents_line(int level, const std::string& number, const std::string& title, const std::string& anchor) {
    inlines_.open_paragraph("Contents_20_" + std::to_string(level));
    if (!anchor.empty())
      xml_.open("text:a",
                {{"xlink:type", "simple"}, {"xlink:href", "#" + anchor}, {"text:style-name", "Index_20_Link"}, {"text:visited-style-name", "Index_20_Link"}});
    inlines_.write_text(number.empty() ? title : number + after_number + title);
    if (!anchor.empty()) {
      xml_.empty("text:tab");
      inlines_.page_reference(anchor);
      xml_.close();
    }
    inlines_.close();
  }

  std::string annexes_title() const {
    const LanguageScope language{document_.metadata.language.starts_with("fr") ? Language::french : Language::english};
    return tr("Annexes (separate files)");
  }

  void write_annexes() {
    if (document_.annexes.empty()) return;
    if (!cover_ends_) break_waits_ = false;
    inlines_.open_heading(placed("Heading_20_1"), 1, false);
    inlines_.write_text(annexes_title());
    inlines_.close();
    for (const auto& annex : document_.annexes) {
      inlines_.open_heading("Heading_20_2", 2, false);
      if (!annex.anchor.empty()) xml_.empty("text:bookmark-start", {{"text:name", annex.anchor}});
      inlines_.write_text(annex.title);
      if (!annex.anchor.empty()) xml_.empty("text:bookmark-end", {{"text:name", annex.anchor}});
      inlines_.close();
      inlines_.paragraph("Text_20_body", {{.text = annex.file.filename().string()}});
    }
  }

  const Document& document_;
  const Style& style_;
  References references_;
  XmlWriter xml_;
  OdtInlines inlines_;
  OdtAutomaticStyles automatic_;
  OdtTables tables_;
  std::vector<OdtPicture> pictures_;
  std::vector<const char*> lists_; ///< styles of the lists that are open, outermost first
  std::string contents_heading_ = "Contents_20_Heading";
  int contents_ = 0;
  bool break_waits_ = false, cover_ends_ = false;
};

} // namespace

OdtContent odt_content(const Document& document, const Style& style, const Progress& progress) { return ContentWriter{document, style}.write(progress); }

} // namespace hdskit::page
