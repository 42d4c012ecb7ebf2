#include "toolkit/page/block_shaping.hpp"

#include "toolkit/page/pdf_image.hpp"
#include "toolkit/page/table_layout.hpp"

#include <algorithm>
#include <cmath>

namespace hdskit::page {
namespace {

constexpr double least_text_width = 120; // points: deeper lists are indented no further
constexpr double largest_figure = 0.78;  // of the text height: headings and a caption keep room on its page
constexpr float paragraph_gap = 6.5F, block_gap = 12;
constexpr double column_of_page_numbers = 34;
constexpr Tag heading_tags[] = {Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6};

float as_float(double value) { return static_cast<float>(value); }

class BlockShaper {
public:
  BlockShaper(Typesetter& typesetter, const Document& document)
      : t_{typesetter}, style_{typesetter.style()}, document_{document}, width_{style_.text_width()} {}

  void add(std::span<const Block> blocks) {
    for (const auto& block : blocks) std::visit([this](const auto& value) { add(value); }, block.value);
  }
  ShapedBlocks take() { return {std::move(boxes_), std::move(places_), starts_page_}; }

private:
  SetBlock& push(SetBlock box) {
    box.x = as_float(x_);
    box.width = as_float(width_);
    box.opens = {kept(t_.memory(), opens_), opens_.size()};
    box.places = std::move(places_);
    box.starts_page = box.starts_page || starts_page_;
    opens_.clear();
    places_.clear();
    starts_page_ = false;
    if (auto* text = std::get_if<TextBox>(&box.content)) {
      if (has_marker_) text->marker = marker_, text->marker_x = marker_x_;
      if (has_marker_ && text->text.line_count == 0) box.height = std::max<float>(box.height, marker_.leading);
      has_marker_ = false;
    }
    boxes_.push_back(std::move(box));
    return boxes_.back();
  }

  SetBlock& push_text(const Inlines& text, const TextStyle& style, Tag tag, TextBox::Ground ground = TextBox::Ground::none, double inset_left = 0,
                      double inset_right = 0, double pad = 0) {
    TextBox box{.text = t_.set(text, style, width_ - inset_left - inset_right),
                .inset = as_float(inset_left),
                .ground = ground,
                .above = as_float(pad),
                .below = as_float(pad)};
    const auto height = as_float(box.text.height() + 2 * pad);
    return push({.content = box, .tag = tag, .height = height});
  }

  void add(const Heading& heading) {
    const auto level = std::clamp(heading.level, 1, 6);
    const auto& numbered = t_.references().of(heading);
    Inlines text = heading.text;
    if (!numbered.number.empty()) text.insert(text.begin(), {.text = numbered.number + "\u00a0\u00a0"});
    static constexpr float before[] = {0, 22, 17, 13, 11, 11}, after[] = {20, 9, 7, 6, 5, 5};
    places_.push_back(numbered.target);
    auto& box = push_text(text, heading_style(style_, level), heading_tags[level - 1], level == 1 ? TextBox::Ground::chapter : TextBox::Ground::none);
    box.before = before[level - 1];
    box.after = after[level - 1];
    box.starts_page = box.starts_page || level == 1;
    box.keeps_with_next = box.whole = true;
  }

  void add(const Paragraph& paragraph) {
    auto style = body_style(style_);
    switch (paragraph.style) {
      case Paragraph::Style::body: {
        auto& box = push_text(paragraph.text, style, Tag::p);
        box.after = paragraph_gap;
        // "as follows:" stays with what follows.
        const auto said = plain_text(paragraph.text);
        if (said.ends_with(':') && std::get<TextBox>(box.content).text.line_count <= 3) box.keeps_with_next = box.whole = true;
        return;
      }
      case Paragraph::Style::lead:
        style.size *= 1.16F, style.leading *= 1.14F, style.ink = Ink::muted;
        push_text(paragraph.text, style, Tag::p).after = block_gap;
        return;
      case Paragraph::Style::quote: return add_enclosed(paragraph.text, style, Tag::block_quote, TextBox::Ground::quote, 18, 4);
      case Paragraph::Style::note:
        style.size *= 0.96F, style.leading *= 0.96F;
        return add_enclosed(paragraph.text, style, Tag::note, TextBox::Ground::note, 14, 7);
      case Paragraph::Style::code:
        style = {.cut = {.family = Family::mono},
                 .size = as_float(style_.body_size * 0.8),
                 .leading = as_float(style_.body_size * 1.1),
                 .hyphenated = false,
                 .code = true};
        push_text(paragraph.text, style, Tag::p, TextBox::Ground::code, 10, 10, 7).after = block_gap;
        boxes_.back().before = 4;
        return;
    }
  }

  /// A quotation or a note: its element holds a paragraph.
  void add_enclosed(const Inlines& text, const TextStyle& style, Tag tag, TextBox::Ground ground, double inset, double pad) {
    opens_.push_back(tag);
    auto& box = push_text(text, style, Tag::p, ground, inset, inset * 0.7, pad);
    box.closes = 1;
    box.before = 5;
    box.after = block_gap - 1;
  }

  void add(const List& list) {
    const auto style = body_style(style_);
    std::vector<TextBlock> markers;
    double widest = 9;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      static const std::string bullets[] = {"•", "–", "·"};
      const auto setting = t_.shape(list.ordered ? std::to_string(list.start + static_cast<int>(i)) + "." : bullets[std::min<std::size_t>(depth_, 2)], style);
      widest = std::max(widest, natural_width(setting.tokens).full);
      markers.push_back(t_.set(setting, style, 200));
    }
    const double x = x_, width = width_, indent = width_ > least_text_width ? widest + 7 : 0;
    if (!list.items.empty()) opens_.push_back(Tag::l);
    ++depth_;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      x_ = x + indent, width_ = width - indent;
      marker_ = markers[i], marker_x_ = as_float(x), has_marker_ = true;
      add_item(list.items[i]);
      x_ = x, width_ = width;
    }
    --depth_;
    if (list.items.empty()) return;
    ++boxes_.back().closes;
    boxes_.back().after = depth_ == 0 ? paragraph_gap + 2 : std::max(boxes_.back().after, 2.5F);
  }

  void add_item(const std::vector<Block>& blocks) {
    opens_.push_back(Tag::li);
    opens_.push_back(Tag::lbody);
    // A marker stands before a line of text: when the item starts with anything else, on a line of its own.
    const bool starts_with_text = !blocks.empty() && std::holds_alternative<Paragraph>(blocks.front().value);
    if (!starts_with_text) {
      auto& box = push_text({}, body_style(style_), Tag::p);
      box.keeps_with_next = !blocks.empty();
    }
    add(blocks);
    auto& last = boxes_.back();
    last.closes = static_cast<std::uint16_t>(last.closes + 2);
    if (blocks.size() <= 1 && starts_with_text) last.after = 3;
  }

  void add(const Table& table) {
    if (table.header.empty() && table.rows.empty()) return;
    opens_.push_back(Tag::table);
    if (!table.caption.empty()) {
      add_caption(table.caption).keeps_with_next = true;
      boxes_.back().before = block_gap;
      boxes_.back().after = 4;
    }
    const auto box = lay_out_table(t_, table, width_);
    float height = box.header_height;
    for (const auto& row : box.rows) height += row.height;
    push({.content = box, .tag = Tag::table, .height = height, .before = 6, .after = block_gap + 2, .closes = 1});
  }

  SetBlock& add_caption(const Inlines& caption, Justification justification = Justification::left) {
    auto style = table_style(style_);
    style.justification = justification;
    style.ink = Ink::muted;
    style.cut.italic = true;
    auto& box = push_text(caption, style, Tag::caption);
    box.whole = true;
    return box;
  }

  void add(const Figure& figure) {
    FigureBox box{.drawing = &figure.drawing, .alternative = &figure.alternative};
    std::vector<TextBlock> labels;
    for (const auto& shape : figure.drawing.shapes)
      if (const auto* label = std::get_if<Label>(&shape)) {
        auto style = table_style(style_);
        style.size = as_float(label->size);
        style.cut.bold = label->bold;
        labels.push_back(t_.set(Inlines{{.text = label->text}}, style, 1e6));
      }
    box.labels = {kept(t_.memory(), labels), labels.size()};
    add_figure(box, figure.drawing.width, figure.drawing.height, figure.caption);
  }

  void add(const Picture& picture) {
    const auto size = image_size(picture.bytes, picture.alternative);
    const double width = style_.text_width() * std::clamp(picture.width_share, 0.02, 1.0);
    add_figure({.picture = &picture.bytes, .alternative = &picture.alternative}, width, width * size.height / std::max(size.width, 1), picture.caption);
  }

  /// `width`, `height`: as drawn; scaled down to what the page can hold.
  void add_figure(FigureBox box, double width, double height, const Inlines& caption) {
    if (width <= 0 || height <= 0) return;
    const double scale = std::min({1.0, width_ / width, style_.text_height() * largest_figure / height});
    box.scale = as_float(scale);
    if (!caption.empty()) opens_.push_back(Tag::div);
    auto& pushed = push({.content = box, .tag = Tag::figure, .height = as_float(height * scale), .before = block_gap, .after = block_gap});
    pushed.x += as_float((width_ - width * scale) / 2);
    pushed.width = as_float(width * scale);
    if (caption.empty()) return;
    pushed.keeps_with_next = true;
    pushed.after = 5;
    auto& below = add_caption(caption, Justification::centre);
    below.closes = 1;
    below.after = block_gap + 2;
  }

  void add(const FormField& field) {
    auto label = table_style(style_);
    label.cut.bold = true;
    auto value = body_style(style_);
    value.justification = Justification::left;
    FieldBox box{.label = t_.set(Inlines{{.text = field.label}}, label, width_), .value = t_.set(Inlines{{.text = field.value}}, value, width_ - 14)};
    box.box_height = std::max<float>(static_cast<float>(std::max(1, field.lines)), static_cast<float>(box.value.line_count)) * value.leading + 8;
    const float height = as_float(box.label.height()) + 3 + box.box_height;
    if (static_cast<double>(height) <= style_.text_height()) {
      push({.content = box, .tag = Tag::p, .height = height, .before = 6, .after = 9, .whole = true});
      return;
    }
    push_text({{.text = field.label}}, label, Tag::p).keeps_with_next = true; // an answer longer than a page runs on like a quotation
    push_text({{.text = field.value}}, value, Tag::p, TextBox::Ground::quote, 12, 0, 4).after = block_gap;
  }

  void add(const PageBreak&) { starts_page_ = true; }
  void add(const Rule&) { push({.content = RuleBox{}, .tag = Tag::p, .height = 1, .before = 9, .after = 9}); }
  void add(const Anchor& anchor) { places_.push_back(t_.references().find("#" + anchor.name)); }

  void add(const Contents& contents) {
    if (!contents.title.empty()) {
      auto& box = push_text({{.text = contents.title}}, heading_style(style_, 1), Tag::h1, TextBox::Ground::chapter);
      box.starts_page = box.keeps_with_next = box.whole = true;
      box.after = 16;
    }
    const auto first = boxes_.size();
    opens_.push_back(Tag::toc);
    for (const auto& heading : t_.references().headings)
      if (heading.heading->in_contents && heading.heading->level <= contents.depth)
        add_contents_line(heading.heading->level, heading.number, plain_text(heading.heading->text), heading.target);
    for (const auto& annex : document_.annexes) add_contents_line(2, "", annex.title, t_.references().find("#" + annex.anchor));
    if (boxes_.size() == first) opens_.pop_back();
    else boxes_.back().closes = 1, boxes_.back().after = block_gap;
  }

  void add_contents_line(int level, const std::string& number, const std::string& title, std::int32_t target) {
    const double x = x_, width = width_;
    auto style = body_style(style_);
    style.justification = Justification::left;
    style.hyphenated = false;
    style.cut = {.family = Family::sans, .bold = level == 1};
    style.size = as_float(style_.body_size * (level == 1 ? 0.96 : 0.9));
    style.leading = style.size * 1.4F;
    if (level == 1) style.ink = Ink::accent;
    const double indent = 14 * (std::clamp(level, 1, 6) - 1);
    x_ += indent, width_ -= indent;
    const auto setting = t_.shape(number.empty() ? title : number + "\u00a0\u00a0" + title, style);
    TextBox line{.text = t_.set(setting, style, width_ - column_of_page_numbers), .page_of = target};
    const float height = as_float(line.text.height());
    auto& box = push({.content = line, .tag = Tag::toci, .height = height});
    box.before = level == 1 ? 7.0F : 1.0F;
    box.whole = true;
    box.keeps_with_next = level == 1;
    x_ = x, width_ = width;
  }

  Typesetter& t_;
  const Style& style_;
  const Document& document_;
  double x_ = 0, width_;
  std::vector<SetBlock> boxes_;
  std::vector<Tag> opens_;
  std::vector<std::int32_t> places_;
  bool starts_page_ = false, has_marker_ = false;
  TextBlock marker_;
  float marker_x_ = 0;
  std::size_t depth_ = 0;
};

} // namespace

TextStyle body_style(const Style& style) {
  return {.cut = {.family = Family::serif},
          .size = as_float(style.body_size),
          .leading = as_float(style.body_size * style.line_height),
          .justification = Justification::both};
}

TextStyle table_style(const Style& style) {
  return {.cut = {.family = Family::sans}, .size = as_float(style.table_size), .leading = as_float(style.table_size * 1.3)};
}

TextStyle heading_style(const Style& style, int level) {
  const auto size = as_float(style.heading_sizes[std::clamp(level, 1, 6) - 1]);
  return {.cut = {.family = Family::sans, .bold = true, .italic = level == 6},
          .size = size,
          .leading = size * 1.22F,
          .ink = level <= 3 ? Ink::accent : Ink::text,
          .hyphenated = false};
}

void join_notes(std::vector<SetBlock>& blocks) {
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    auto* above = std::get_if<TextBox>(&blocks[i].content);
    auto* below = std::get_if<TextBox>(&blocks[i + 1].content);
    if (above == nullptr || below == nullptr || above->ground != below->ground || above->ground != TextBox::Ground::note || blocks[i + 1].starts_page) continue;
    const float half_gap = 2;
    blocks[i].height -= above->below - half_gap;
    blocks[i + 1].height -= below->above - half_gap;
    above->below = below->above = half_gap;
    blocks[i].after = blocks[i + 1].before = 0;
  }
}

ShapedBlocks shape_blocks(Typesetter& typesetter, std::span<const Block> blocks, const Document& document) {
  BlockShaper shaper{typesetter, document};
  shaper.add(blocks);
  return shaper.take();
}

} // namespace hdskit::page
