#include "toolkit/exchange/workbook_xml.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/xlsx_text.hpp"

#include <charconv>

namespace hdskit {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && blanks.find(c) == std::string_view::npos; }

} // namespace

WorkbookXml::WorkbookXml(std::string_view xml, std::string workbook, std::string part) : xml_{xml}, workbook_{std::move(workbook)}, part_{std::move(part)} {
  if (!is_utf8(xml_)) refuse(tr("it is not UTF-8"));
  if (xml_.starts_with("\xEF\xBB\xBF")) xml_.remove_prefix(3);
}

void WorkbookXml::refuse(const std::string& reason) const {
  throw Problem{ProblemKind::bad_input, workbook_, tr("The workbook “{1}” cannot be read: its part “{2}” is damaged ({3}).", {workbook_, part_, reason}),
                tr("Open it in a spreadsheet, save it again as .xlsx, then import that file.")};
}

std::string_view WorkbookXml::root() {
  while (next() != Event::start) {}
  return local(open_.back());
}

WorkbookXml::Event WorkbookXml::next() {
  if (closes_itself_) {
    closes_itself_ = false;
    open_.pop_back();
    return Event::end;
  }
  for (;;) {
    if (at_ >= xml_.size()) refuse(tr("it ends too early"));
    const auto rest = xml_.substr(at_);
    if (rest[0] != '<') {
      raw_text_ = rest.substr(0, rest.find('<'));
      at_ += raw_text_.size();
      is_cdata_ = false;
      return Event::text;
    }
    if (rest.starts_with("</")) return end_tag();
    if (rest.starts_with("<!--")) up_to("-->");
    else if (rest.starts_with("<?")) up_to("?>");
    else if (rest.starts_with("<![CDATA[")) {
      at_ += std::string_view{"<![CDATA["}.size();
      raw_text_ = up_to("]]>");
      is_cdata_ = true;
      return Event::text;
    } else if (rest.starts_with("<!")) refuse(tr("it has a document type declaration, which is not accepted"));
    else return start_tag();
  }
}

WorkbookXml::Event WorkbookXml::start_tag() {
  ++at_;
  if (open_.size() == workbook_depth_limit) refuse(tr("its elements are nested deeper than {1} levels", {std::to_string(workbook_depth_limit)}));
  open_.push_back(name_here());
  attributes_.clear();
  while (read_attribute()) {}
  return Event::start;
}

WorkbookXml::Event WorkbookXml::end_tag() {
  at_ += 2;
  const auto name = name_here();
  skip_blanks();
  if (open_.empty() || open_.back() != name || at_ >= xml_.size() || xml_[at_] != '>') refuse(tr("an element is closed that is not open"));
  ++at_;
  open_.pop_back();
  return Event::end;
}

bool WorkbookXml::read_attribute() {
  skip_blanks();
  const auto rest = xml_.substr(at_);
  closes_itself_ = rest.starts_with("/>");
  if (closes_itself_ || rest.starts_with(">")) {
    at_ += closes_itself_ ? 2 : 1;
    return false;
  }
  const auto name = name_here();
  skip_blanks();
  if (at_ >= xml_.size() || xml_[at_] != '=') refuse(tr("an attribute has no value"));
  ++at_;
  skip_blanks();
  if (at_ >= xml_.size() || (xml_[at_] != '"' && xml_[at_] != '\'')) refuse(tr("an attribute has no value"));
  const auto quote = xml_.substr(at_, 1);
  ++at_;
  attributes_.emplace_back(local(name), up_to(quote));
  return true;
}

void WorkbookXml::skip_blanks() { at_ = std::min(xml_.find_first_not_of(blanks, at_), xml_.size()); }

std::string_view WorkbookXml::name_here() {
  const auto end = std::min(xml_.find_first_of(" \t\r\n/>=<\"'&", at_), xml_.size());
  const auto name = xml_.substr(at_, end - at_);
  if (local(name).empty()) refuse(tr("a name is missing"));
  at_ = end;
  return name;
}

std::string_view WorkbookXml::up_to(std::string_view end) {
  const auto found = xml_.find(end, at_);
  if (found == std::string_view::npos) refuse(tr("it ends too early"));
  const auto before = xml_.substr(at_, found - at_);
  at_ = found + end.size();
  return before;
}

std::string_view WorkbookXml::plain_attribute(std::string_view name) const {
  for (const auto& [own, value] : attributes_)
    if (own == name) return value;
  return {};
}

std::string WorkbookXml::attribute(std::string_view name) const {
  std::string value;
  append(value, plain_attribute(name));
  return value;
}

std::string WorkbookXml::text() {
  std::string text;
  for (const auto depth = open_.size(); open_.size() >= depth;) {
    if (next() != Event::text || open_.size() != depth) continue;
    if (is_cdata_) text += raw_text_;
    else append(text, raw_text_);
  }
  return text;
}

/// Line ends become LF, as XML has it.
void WorkbookXml::append(std::string& text, std::string_view raw) const {
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char c = raw[i];
    if (is_control(c)) refuse(tr("it holds a control character"));
    if (c == '&') {
      i += append_reference(text, raw.substr(i)) - 1;
    } else if (c == '\r') {
      if (i + 1 == raw.size() || raw[i + 1] != '\n') text += '\n';
    } else {
      text += c;
    }
  }
}

/// How long the reference is that `raw` begins with.
std::size_t WorkbookXml::append_reference(std::string& text, std::string_view raw) const {
  constexpr std::size_t longest = 12;
  const auto end = raw.substr(0, longest).find(';');
  const auto name = end == std::string_view::npos ? std::string_view{} : raw.substr(1, end - 1);
  constexpr std::pair<std::string_view, char> known[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  for (const auto& [word, character] : known)
    if (name == word) {
      text += character;
      return end + 1;
    }
  const bool hexadecimal = name.starts_with("#x");
  const auto digits = name.starts_with('#') ? name.substr(hexadecimal ? 2 : 1) : std::string_view{};
  std::uint32_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number, hexadecimal ? 16 : 10);
  const bool whole = !digits.empty() && read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
  if (!whole || (number < 0x20 && number != '\t' && number != '\n' && number != '\r') || !append_character(text, number))
    refuse(tr("it holds an entity that is not accepted"));
  return end + 1;
}

} // namespace hdskit
