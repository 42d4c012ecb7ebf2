#include "toolkit/exchange/csv_text.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

/// Windows-1252, 0x80 to 0x9F; 0 where the code page has no character. From 0xA0 on it is Latin-1.
constexpr char16_t windows_1252_upper[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                             0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                             0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& text, char16_t character) {
  if (character < 0x800) {
    text += static_cast<char>(0xC0 | (character >> 6));
  } else {
    text += static_cast<char>(0xE0 | (character >> 12));
    text += static_cast<char>(0x80 | ((character >> 6) & 0x3F));
  }
  text += static_cast<char>(0x80 | (character & 0x3F));
}

std::string hexadecimal(unsigned char byte) {
  constexpr char digits[] = "0123456789ABCDEF";
  return {digits[byte >> 4], digits[byte & 0xF]};
}

void note(std::vector<CsvDefect>& defects, int line, std::string sentence) {
  if (defects.size() < csv_defect_limit) defects.push_back({line, 0, std::move(sentence)});
}

CsvText from_windows_1252(std::string_view bytes) {
  CsvText result{.text = {}, .encoding = CsvEncoding::windows_1252, .defects = {}};
  result.text.reserve(bytes.size() + bytes.size() / 8);
  int line = 1;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') ++line;
    if (byte < 0x80) {
      result.text += c;
    } else if (const char16_t character = byte < 0xA0 ? windows_1252_upper[byte - 0x80] : static_cast<char16_t>(byte); character) {
      append_utf8(result.text, character);
    } else {
      note(result.defects, line, tr("The byte {1} is no character, neither in UTF-8 nor in Windows-1252.", {hexadecimal(byte)}));
    }
  }
  return result;
}

/// How a text that is not UTF-8 came about: many good sequences and few bad bytes make a damaged UTF-8 file; in Windows-1252 text an
/// accented letter is nearly always followed by a plain one, which makes no sequence at all.
bool is_damaged_utf8(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  while (!bytes.empty()) {
    std::size_t length = 1;
    if (static_cast<unsigned char>(bytes[0]) >= 0x80) {
      for (length = 2; length <= 4 && length <= bytes.size() && !is_utf8(bytes.substr(0, length)); ++length) {}
      const bool sequence = length <= 4 && length <= bytes.size();
      ++(sequence ? good : bad);
      if (!sequence) length = 1;
    }
    bytes.remove_prefix(length);
  }
  return good > bad;
}

CsvText damaged_utf8(std::string_view bytes) {
  CsvText result;
  int line = 1;
  for (const auto part : lines_of(bytes)) {
    if (!is_utf8(part)) note(result.defects, line, tr("This line is not UTF-8 although most of the file is."));
    ++line;
  }
  return result;
}

void refuse_foreign(std::string_view bytes, const std::string& name) {
  const auto remedy = tr("In Excel, save it as “CSV UTF-8”, then import that file.");
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is encoded in UTF-16 (“Unicode text”), which is not read here.", {name}), remedy};
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is a workbook, not a CSV text.", {name}), remedy};
  if (bytes.size() > csv_size_limit)
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” is larger than {2} MiB.", {name, std::to_string(csv_size_limit >> 20)}),
                  tr("Import it in several files.")};
}

void note_zero_bytes(CsvText& result) {
  if (result.text.find('\0') == std::string::npos) return;
  int line = 1;
  for (const auto part : lines_of(result.text)) {
    if (part.find('\0') != std::string_view::npos) note(result.defects, line, tr("A zero byte stands here: this is no text."));
    ++line;
  }
}

} // namespace

CsvText csv_text_of(std::string_view bytes, const std::string& name) {
  refuse_foreign(bytes, name);
  CsvText result;
  const bool marked_utf8 = bytes.starts_with("\xEF\xBB\xBF");
  if (marked_utf8) bytes.remove_prefix(3);
  if (is_utf8(bytes)) result.text = bytes;
  else result = marked_utf8 || is_damaged_utf8(bytes) ? damaged_utf8(bytes) : from_windows_1252(bytes);
  note_zero_bytes(result);
  return result;
}

} // namespace hdskit
