#include "toolkit/backup/sqlite_file.hpp"

#include "toolkit/backup/iso_instant.hpp"
#include "toolkit/backup/tool_answer.hpp"
#include "toolkit/base/text.hpp"

#include <charconv>

namespace hdskit {
namespace {

constexpr char column_end = '\x1F', row_end = '\x1E'; // of the program's mode "ascii"
constexpr std::size_t longest_answer = 16u << 20;

/// A path as a URI: SQLite takes '?' and '#' for what follows one, '%' for a code.
std::string uri_of(const std::filesystem::path& file, std::string_view parameters) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : file.string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '_' || c == '.';
    if (plain) uri += c;
    else uri.append({'%', digits[byte >> 4], digits[byte & 15]});
  }
  return uri + std::string{parameters};
}

std::vector<std::vector<std::string>> rows_of(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  for (auto end = text.find(row_end); end != std::string_view::npos; end = text.find(row_end)) {
    rows.push_back(split(text.substr(0, end), column_end));
    text.remove_prefix(end + 1);
  }
  return rows;
}

} // namespace

SqliteAnswer SqliteFile::ask(const std::string& sql) const {
  ChildCommand command;
  command.words = {"sqlite3", "-init", "/dev/null", "-batch", "-bail", "-safe", "-ascii", "-noheader"};
  if (!beside_) command.words.emplace_back("-readonly");
  command.words.push_back(uri_of(file_, beside_ ? "?mode=rw" : "?mode=ro&immutable=1"));
  command.folder = access_.workshop;
  command.input = "PRAGMA trusted_schema=OFF;\nPRAGMA cell_size_check=ON;\n" + sql + "\n;\n";
  const auto answer = ask_tool(access_, std::move(command), "sqlite3", longest_answer);
  return {answer.result.status, rows_of(answer.text)};
}

std::optional<Instant> moment_of_datum(std::string_view text) {
  text = trimmed(text);
  if (auto moment = read_iso_instant(text)) return moment;
  if (const auto day = Date::parse(text)) return Instant::at_midnight(*day);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  constexpr double first_milliseconds = 1e11, latest = 253'402'300'800.0; // the year 5138 in seconds, March 1973 in milliseconds; the end of the year 9999
  if (number >= first_milliseconds) number /= 1000;
  if (!(number >= 0 && number < latest)) return std::nullopt;
  return Instant{std::chrono::sys_seconds{std::chrono::seconds{static_cast<std::int64_t>(number)}}};
}

} // namespace hdskit
