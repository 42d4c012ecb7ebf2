#include "toolkit/markup/markup_text.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

bool is_predefined(std::string_view entity) { return entity == "lt" || entity == "gt" || entity == "amp" || entity == "quot" || entity == "apos"; }

/// "#233" or "#xE9", of a character that XML 1.0 allows.
bool is_character_number(std::string_view entity) {
  if (!entity.starts_with('#')) return false;
  const bool hexadecimal = entity.starts_with("#x");
  const auto digits = entity.substr(hexadecimal ? 2 : 1);
  unsigned long number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, hexadecimal ? 16 : 10);
  if (error != std::errc{} || end != digits.data() + digits.size()) return false;
  if (number < 0x20) return number == '\t' || number == '\n' || number == '\r';
  return number <= 0x10FFFF && !(number >= 0xD800 && number <= 0xDFFF) && number != 0xFFFE && number != 0xFFFF;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

/// One pass over the characters, before any parser sees them.
class Scanner {
public:
  Scanner(std::string_view xml, const LineIndex& lines) : xml_{xml}, lines_{lines} {}

  TextExamination scan() {
    while (at_ < xml_.size() && result_.safe_to_parse) step();
    return std::move(result_);
  }

private:
  void step() {
    const char c = xml_[at_];
    if (is_control(c)) return refuse(tr("A control character stands here: this is no text."));
    if (c == '&') return reference();
    if (quote_) {
      if (c == quote_) quote_ = 0;
      ++at_;
    } else if (in_tag_) {
      inside_tag(c);
    } else if (c == '<') {
      opening();
    } else {
      ++at_;
    }
  }

  void inside_tag(char c) {
    if (c == '"' || c == '\'') quote_ = c;
    if (c == '>') {
      in_tag_ = false;
      if (xml_[at_ - 1] == '/') --depth_;
    }
    ++at_;
  }

  void opening() {
    const auto rest = xml_.substr(at_);
    if (rest.starts_with("<!--")) return skip_to("-->");
    if (rest.starts_with("<![CDATA[")) return skip_to("]]>");
    if (rest.starts_with("<?")) return skip_to("?>");
    if (rest.starts_with("<!")) return refuse(tr("A document type declaration is not accepted: the file stands alone."));
    depth_ += rest.starts_with("</") ? -1 : 1;
    if (depth_ > markup_depth_limit) return refuse(tr("Elements are nested deeper than {1} levels.", {std::to_string(markup_depth_limit)}));
    in_tag_ = true;
    ++at_;
  }

  void skip_to(std::string_view end) {
    const auto found = xml_.find(end, at_);
    const auto stop = found == std::string_view::npos ? xml_.size() : found + end.size();
    for (; at_ < stop; ++at_)
      if (is_control(xml_[at_])) return refuse(tr("A control character stands here: this is no text."));
  }

  void reference() {
    constexpr std::size_t longest = 64;
    const auto rest = xml_.substr(at_ + 1, longest);
    const auto end = rest.find_first_of("; \t\r\n<&\"'");
    const bool closed = end != std::string_view::npos && end > 0 && rest[end] == ';';
    if (!closed) {
      report(tr("A “&” stands alone here; write &amp;."));
    } else if (const auto entity = rest.substr(0, end); !is_predefined(entity) && !is_character_number(entity)) {
      report(tr("The entity “&{1};” is not accepted: only &lt; &gt; &amp; &quot; &apos; and the numbers of characters are.", {entity}));
      if (entity.starts_with('#')) result_.safe_to_parse = false; // the parser would make bytes of it that are no UTF-8
    }
    ++at_;
  }

  void report(std::string sentence) {
    if (result_.defects.size() < markup_defect_limit) result_.defects.push_back({lines_.line_at(at_), std::move(sentence)});
  }
  void refuse(std::string sentence) {
    report(std::move(sentence));
    result_.safe_to_parse = false;
  }

  std::string_view xml_;
  const LineIndex& lines_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool in_tag_ = false;
  char quote_ = 0;
  TextExamination result_;
};

int first_line_not_utf8(std::string_view xml) {
  int number = 1;
  for (const auto line : lines_of(xml)) {
    if (!is_utf8(line)) break;
    ++number;
  }
  return number;
}

} // namespace

LineIndex::LineIndex(std::string_view text) {
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) ends_.push_back(at);
}

int LineIndex::line_at(std::size_t offset) const { return 1 + static_cast<int>(std::ranges::lower_bound(ends_, offset) - ends_.begin()); }

TextExamination examine_markup_text(std::string_view xml, const LineIndex& lines, std::size_t size_limit) {
  if (xml.size() > size_limit) return {{{1, tr("The file is larger than {1} MiB, the most that is read.", {std::to_string(size_limit >> 20)})}}, false};
  if (!is_utf8(xml)) return {{{first_line_not_utf8(xml), tr("The text is not UTF-8.")}}, false};
  return Scanner{xml, lines}.scan();
}

} // namespace hdskit
