#include "toolkit/exchange/table_reader.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/workbook_remedy.hpp"

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

void refuse_foreign(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) refuse_old_office(bytes, name);
  auto start = folded(trimmed(bytes.substr(0, 64)));
  if (start.starts_with("\xEF\xBB\xBF")) start.erase(0, 3);
  for (const auto& foreign : foreign_files)
    if (bytes.starts_with(foreign.start) || start.starts_with(foreign.start)) refuse(name, tr("“{1}” is {2}, not a table.", {name, tr(foreign.called)}));
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
