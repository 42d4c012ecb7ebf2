#include "toolkit/backup/borg_answers.hpp"

#include "toolkit/backup/iso_instant.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/json_reading.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

constexpr std::size_t longest_answer = 64u << 20, longest_message = 1u << 20;

[[noreturn]] void refuse_answer() {
  throw Problem{ProblemKind::bad_input, "borg", tr("An answer of borg cannot be understood."),
                tr("Check that the borg that is installed is 1.x of your distribution; the log of the test holds what it said.")};
}

std::string text_of(const boost::json::object& object, std::string_view name) {
  const auto found = object.find(name);
  return found != object.end() && found->value().is_string() ? std::string{found->value().get_string()} : std::string{};
}

void append_utf8(std::string& text, std::uint32_t code) {
  if (code < 0x80) text += static_cast<char>(code);
  else if (code < 0x800) {
    text += static_cast<char>(0xC0 | code >> 6);
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0 | code >> 12);
    text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | code >> 18);
    text += static_cast<char>(0x80 | (code >> 12 & 0x3F));
    text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  }
}

/// Python keeps a byte that is not UTF-8 as the lone surrogate U+DC80 to U+DCFF (PEP 383).
void append_character(std::string& text, std::uint32_t code) {
  if (code >= 0xDC80 && code <= 0xDCFF) text += static_cast<char>(code & 0xFF);
  else if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) refuse_answer();
  else append_utf8(text, code);
}

/// Takes one escape after its backslash off the front of `rest`.
std::uint32_t taken_escape(std::string_view& rest) {
  const char letter = rest.empty() ? '\0' : rest.front();
  rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
  if (letter == 'n') return '\n';
  if (letter == 'r') return '\r';
  if (letter == 't') return '\t';
  if (letter == '\\' || letter == '\'' || letter == '"') return static_cast<std::uint32_t>(letter);
  const std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  std::uint32_t code = 0;
  if (digits == 0 || rest.size() < digits) refuse_answer();
  const auto read = std::from_chars(rest.data(), rest.data() + digits, code, 16);
  if (read.ec != std::errc{} || read.ptr != rest.data() + digits) refuse_answer();
  rest.remove_prefix(digits);
  return code;
}

/// 'it\'s' or "it's", as Python's ascii() writes a string.
std::string python_text(std::string_view literal) {
  if (literal.size() < 2 || (literal.front() != '\'' && literal.front() != '"') || literal.back() != literal.front()) refuse_answer();
  auto rest = literal.substr(1, literal.size() - 2);
  std::string text;
  while (!rest.empty()) {
    if (static_cast<unsigned char>(rest.front()) >= 0x80) refuse_answer();
    const char byte = rest.front();
    rest.remove_prefix(1);
    if (byte == '\\') append_character(text, taken_escape(rest));
    else text += byte;
  }
  return text;
}

void take_message(const boost::json::object& object, BorgMessages& messages) {
  if (text_of(object, "type") != "log_message") return;
  const auto level = text_of(object, "levelname");
  const auto text = text_of(object, "message");
  if (auto name = text_of(object, "msgid"); !name.empty()) messages.names.push_back(std::move(name));
  if (level == "WARNING") ++messages.warnings;
  if (level == "WARNING" && text.find("Operation not permitted") != std::string::npos) ++messages.rights;
  if (level == "ERROR" || level == "CRITICAL") ++messages.errors;
  messages.text += text + "\n";
}

} // namespace

std::vector<BorgArchive> read_borg_archives(std::string_view json) {
  const auto answer = parse_foreign_json(json, "borg", longest_answer);
  const auto* object = answer.if_object();
  const auto found = object ? object->find("archives") : nullptr;
  if (!object || found == object->end() || !found->value().is_array()) refuse_answer();
  std::vector<BorgArchive> archives;
  for (const auto& value : found->value().get_array()) {
    if (!value.is_object()) refuse_answer();
    auto name = text_of(value.get_object(), "name");
    const auto begun = read_iso_instant(text_of(value.get_object(), "start"));
    if (name.empty() || !begun) refuse_answer();
    archives.push_back({std::move(name), text_of(value.get_object(), "id"), *begun});
  }
  return archives;
}

BorgItem read_borg_item(std::string_view line) {
  const auto blank = line.find(' ');
  const auto second = blank == std::string_view::npos ? blank : line.find(' ', blank + 1);
  if (blank != 1 || second == std::string_view::npos) refuse_answer();
  BorgItem item;
  const auto digits = line.substr(blank + 1, second - blank - 1);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), item.size);
  if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) refuse_answer();
  item.file = line[0] == '-' || line[0] == 'h'; // h: a further name of a hard-linked file
  item.folder = line[0] == 'd';
  item.path = python_text(line.substr(second + 1));
  while (item.path.starts_with('/')) item.path.erase(0, 1);
  if (item.path.empty()) refuse_answer();
  return item;
}

bool BorgMessages::named(std::string_view name) const { return std::ranges::find(names, name) != names.end(); }

BorgMessages read_borg_messages(std::string_view standard_error) {
  BorgMessages messages;
  for (const auto line : lines_of(standard_error)) {
    if (line.starts_with('{')) try {
        const auto message = parse_foreign_json(line, "borg", longest_message);
        if (message.is_object()) take_message(message.get_object(), messages);
        continue;
      } catch (const Problem&) {} // a line that was cut
    messages.text += std::string{line} + "\n";
  }
  return messages;
}

} // namespace hdskit
