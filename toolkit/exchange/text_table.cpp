#include "toolkit/exchange/table_reader.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/workbook_remedy.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// Files that people take for tables, by how their bytes begin.
struct Foreign {
  std::string_view start;
  const char* called; ///< marked message
};
constexpr Foreign foreign_files[] = {
    {"%PDF-", marked("a PDF document")},
    {"{\\rtf", marked("an RTF document")},
    {"\x89PNG", marked("a picture")},
    {"\xFF\xD8\xFF", marked("a picture")},
    {"GIF8", marked("a picture")},
    {"7z\xBC\xAF\x27\x1C", marked("a compressed archive")},
    {"\x1F\x8B", marked("a compressed archive")},
    {"Rar!", marked("a compressed archive")},
    {"<!doctype html", marked("a web page, even if its name ends like that of a workbook")},
    {"<html", marked("a web page, even if its name ends like that of a workbook")},
    {"<?xml", marked("an XML document")},
    {"SQLite format 3", marked("a database or a workspace")},
};

[[noreturn]] void refuse(const std::string& name, const std::string& sentence) { throw Problem{ProblemKind::bad_input, name, sentence, saved_again()}; }

/// Old Office files and encrypted new ones share a container; the latter holds a stream of that name, in UTF-16.
void refuse_old_office(std::string_view bytes, const std::string& name) {
  std::string stream;
  for (const char c : std::string_view{"EncryptedPackage"}) stream += {c, '\0'};
  if (bytes.find(stream) != std::string_view::npos) refuse(name, tr("“{1}” is protected by a password.", {name}));
  refuse(name, tr("“{1}” is a workbook of the old format (.xls), or another old document of Office, which is not read here.", {name}));
}

/// A program, an image of a disk: told once, instead of a thousand letters that are none. UTF-16, full of zero bytes too, gets its own sentence later.
bool is_binary(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
  constexpr std::size_t looked_at = 4096, most_in_text = 8; // a stray control character is a defect with its place
  const auto start = bytes.substr(0, looked_at);
  const auto controls = std::ranges::count_if(start, [](unsigned char c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r'; });
  return static_cast<std::size_t>(controls) > most_in_text && static_cast<std::size_t>(controls) * 20 > start.size();
}

void refuse_foreign(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) refuse_old_office(bytes, name);
  auto start = folded(trimmed(bytes.substr(0, 64)));
  if (start.starts_with("\xEF\xBB\xBF")) start.erase(0, 3);
  for (const auto& foreign : foreign_files)
    if (bytes.starts_with(foreign.start) || start.starts_with(foreign.start)) refuse(name, tr("“{1}” is {2}, not a table.", {name, tr(foreign.called)}));
  if (start.starts_with("{") || start.starts_with("[")) refuse(name, tr("“{1}” is {2}, not a table.", {name, tr("a JSON document")}));
  if (is_binary(bytes)) refuse(name, tr("“{1}” is {2}, not a table.", {name, tr("a binary file")}));
}

} // namespace

CsvReading read_text_table(std::string_view bytes, const std::string& name) {
  refuse_foreign(bytes, name);
  return read_csv(bytes, name);
}

std::string saved_again() {
  return tr("Open it in a spreadsheet, save it as an Excel workbook (.xlsx) without password or as “CSV UTF-8”, then import that file.");
}

} // namespace hdskit
