#include "toolkit/exchange/csv.hpp"

#include "toolkit/base/text.hpp"

namespace hdskit {
namespace {

constexpr char separator = ';';

bool begins_a_formula(std::string_view text) { return !text.empty() && std::string_view{"=+-@\t\r\n"}.find(text[0]) != std::string_view::npos; }

std::string_view without_apostrophes(std::string_view text) {
  while (text.starts_with('\'')) text.remove_prefix(1);
  return text;
}

void append_cell(std::string& csv, const std::string& text) {
  const auto cell = guarded_cell(text);
  // Other separators are quoted too, so that the separator of a file is found from its heading line; outer spaces, because some readers drop them.
  // So is “sep=”, which would announce a separator where the first cell begins a file.
  const bool quoted =
      folded(cell.substr(0, 4)) == "sep=" || cell.find_first_of(";,\t\"\r\n") != std::string::npos || cell.starts_with(' ') || cell.ends_with(' ');
  if (!quoted) {
    csv += cell;
    return;
  }
  csv += '"';
  for (const char c : cell) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

void append_row(std::string& csv, const std::vector<std::string>& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i) csv += separator;
    append_cell(csv, row[i]);
  }
  if (row.size() == 1 && row[0].empty()) csv += "\"\""; // an empty line would be no row
  csv += "\r\n";
}

} // namespace

std::string guarded_cell(std::string_view text) {
  std::string cell;
  if (begins_a_formula(without_apostrophes(text))) cell = '\'';
  return cell.append(text);
}

std::string unguarded_cell(std::string_view cell) {
  const bool guarded = cell.starts_with('\'') && begins_a_formula(without_apostrophes(cell));
  return std::string{guarded ? cell.substr(1) : cell};
}

std::string write_csv(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows) {
  std::string csv = "\xEF\xBB\xBF"; // without it, Excel takes UTF-8 for Windows-1252
  append_row(csv, headings);
  for (const auto& row : rows) append_row(csv, row);
  return csv;
}

} // namespace hdskit
