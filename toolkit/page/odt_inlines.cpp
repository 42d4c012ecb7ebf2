#include "toolkit/page/odt_inlines.hpp"

namespace hdskit::page {
namespace {

const char* style_name(const Inline& run) {
  if (run.code) return run.bold ? "Strong_20_source_20_text" : "Source_20_Text";
  if (run.bold) return run.italic ? "Strong_20_and_20_emphasis" : "Strong_20_Emphasis";
  return run.italic ? "Emphasis" : "";
}

std::string_view anchor_of(std::string_view target) {
  if (target.starts_with('#')) target.remove_prefix(1);
  return target;
}

} // namespace

OdtInlines::OdtInlines(XmlWriter& xml, const References& references) : xml_{xml}, references_{references} {
  for (const auto& heading : references.headings)
    if (!heading.number.empty()) numbered_.insert(heading.heading->anchor);
}

void OdtInlines::open_paragraph(const std::string& style) {
  xml_.open("text:p", {{"text:style-name", style}});
  after_blank_ = true;
  write_waiting_bookmarks();
}

void OdtInlines::open_heading(const std::string& style, int level, bool numbered) {
  xml_.open("text:h", {{"text:style-name", style}, {"text:outline-level", std::to_string(level)}, {"text:is-list-header", numbered ? "" : "true"}});
  after_blank_ = true;
  write_waiting_bookmarks();
}

void OdtInlines::paragraph(const std::string& style, const Inlines& text) {
  open_paragraph(style);
  write(text);
  close();
}

void OdtInlines::write_waiting_bookmarks() {
  for (const auto& name : waiting_) xml_.empty("text:bookmark", {{"text:name", name}});
  waiting_.clear();
}

void OdtInlines::write(const Inlines& text) {
  for (const auto& run : text) write_run(run);
}

void OdtInlines::write_run(const Inline& run) {
  if (run.kind == Inline::Kind::line_break) {
    xml_.empty("text:line-break");
    after_blank_ = true;
    return;
  }
  if (run.target.empty()) return write_styled(run);
  xml_.open("text:a", {{"xlink:type", "simple"},
                       {"xlink:href", run.kind == Inline::Kind::text ? run.target : "#" + std::string{anchor_of(run.target)}},
                       {"text:style-name", "Internet_20_link"},
                       {"text:visited-style-name", "Internet_20_link"}});
  write_styled(run);
  xml_.close();
}

void OdtInlines::write_styled(const Inline& run) {
  const std::string_view style = style_name(run);
  if (!style.empty()) xml_.open("text:span", {{"text:style-name", style}});
  const std::string name{anchor_of(run.target)};
  if (run.kind == Inline::Kind::text) {
    write_text(run.text);
  } else if (run.kind == Inline::Kind::page_of) {
    page_reference(name);
  } else {
    const int target = references_.find(name);
    const std::string section = target < 0 ? "–" : references_.targets[static_cast<std::size_t>(target)].section;
    // Only a numbered heading can be asked for its number; for other places the words are what there is to say.
    if (numbered_.contains(name)) xml_.element("text:bookmark-ref", {{"text:reference-format", "number-all-superior"}, {"text:ref-name", name}}, section);
    else xml_.text(section);
    after_blank_ = false;
  }
  if (!style.empty()) xml_.close();
}

void OdtInlines::page_reference(const std::string& name) {
  xml_.element("text:bookmark-ref", {{"text:reference-format", "page"}, {"text:ref-name", name}}, "–");
  after_blank_ = false;
}

void OdtInlines::write_text(std::string_view text) {
  while (!text.empty()) {
    const auto plain = text.find_first_of(" \t\n");
    if (plain != 0) {
      xml_.text(text.substr(0, plain));
      after_blank_ = false;
      text.remove_prefix(std::min(plain, text.size()));
      continue;
    }
    if (text[0] == ' ') {
      if (after_blank_) xml_.empty("text:s");
      else xml_.raw(" ");
      after_blank_ = true;
    } else {
      xml_.empty(text[0] == '\t' ? "text:tab" : "text:line-break");
      after_blank_ = true;
    }
    text.remove_prefix(1);
  }
}

} // namespace hdskit::page
