#include "toolkit/access/delimited_reader.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cstring>

namespace hdskit {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

[[noreturn]] void refuse_table(const std::filesystem::path& file, const std::string& what) {
  throw Problem{ProblemKind::bad_input, file.string(), what, tr("Export the table as CSV in UTF-8, with a line of headings.")};
}

void check_start(const std::filesystem::path& file, std::string_view piece) {
  if (piece.starts_with("\xFF\xFE") || piece.starts_with("\xFE\xFF")) refuse_table(file, tr("The file is in UTF-16."));
  if (piece.starts_with("PK\x03\x04")) refuse_table(file, tr("The file is a workbook or an archive, and no text."));
  if (piece.substr(0, 4096).find('\0') != std::string_view::npos) refuse_table(file, tr("The file is no text."));
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Cuts pieces into lines; what is left of a piece waits for the next.
class LineCutter {
public:
  LineCutter(const std::filesystem::path& file, const std::function<void(std::string_view, std::uint64_t)>& take) : file_{file}, take_{take} {}

  void add(std::string_view piece) {
    while (!piece.empty()) {
      const auto* end = static_cast<const char*>(std::memchr(piece.data(), '\n', piece.size()));
      if (!end) break;
      const auto part = piece.substr(0, static_cast<std::size_t>(end - piece.data()));
      if (rest_.empty()) hand_over(part);
      else {
        keep(part);
        hand_over(rest_);
        rest_.clear();
      }
      piece.remove_prefix(part.size() + 1);
    }
    keep(piece);
  }
  std::uint64_t finish() {
    if (!rest_.empty()) hand_over(rest_);
    return number_;
  }

private:
  void keep(std::string_view part) {
    check_length(rest_.size() + part.size());
    rest_ += part;
  }
  void hand_over(std::string_view line) {
    check_length(line.size());
    if (++number_ == 1 && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
    take_(without_return(line), number_);
  }
  void check_length(std::size_t size) const {
    if (size > longest_record) refuse_table(file_, tr("The line {1} is too long for a table.", {std::to_string(number_ + 1)}));
  }
  const std::filesystem::path& file_;
  const std::function<void(std::string_view, std::uint64_t)>& take_;
  std::string rest_;
  std::uint64_t number_ = 0;
};

std::string_view bare_of(std::string_view cell) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!cell.empty() && blank(cell.front())) cell.remove_prefix(1);
  while (!cell.empty() && blank(cell.back())) cell.remove_suffix(1);
  return cell;
}

/// Windows-1252 from 0x80 to 0x9F; 0 where it has no character. Above, it is ISO-8859-1, whose numbers are those of Unicode.
constexpr char16_t windows_1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                       0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                       0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& text, unsigned code) {
  if (code < 0x80) text += static_cast<char>(code);
  else if (code < 0x800) (text += static_cast<char>(0xC0 | code >> 6)) += static_cast<char>(0x80 | (code & 0x3F));
  else ((text += static_cast<char>(0xE0 | code >> 12)) += static_cast<char>(0x80 | (code >> 6 & 0x3F))) += static_cast<char>(0x80 | (code & 0x3F));
}

bool open_quotes(std::string_view record) { return std::ranges::count(record, '"') % 2 != 0; }

} // namespace

InputTrace read_lines(const std::filesystem::path& file, const std::function<void(std::string_view, std::uint64_t)>& take) {
  Sha256 digest;
  LineCutter cutter{file, take};
  bool first = true;
  read_in_pieces(file, [&](std::string_view piece) {
    if (first) check_start(file, piece);
    first = false;
    digest.update(piece);
    cutter.add(piece);
  });
  const auto lines = cutter.finish();
  return {.file = file.string(), .sha256 = digest.finish().hex(), .lines = lines, .dated = day_in_name(file)};
}

const std::vector<std::string_view>& CellSplitter::split(std::string_view record) {
  cells_.clear();
  if (quotes_ && !record.empty() && std::memchr(record.data(), '"', record.size())) {
    split_quoted(record);
    return cells_;
  }
  while (cells_.size() < most_columns) {
    const auto* end = record.empty() ? nullptr : static_cast<const char*>(std::memchr(record.data(), separator_, record.size()));
    if (!end) break;
    const auto size = static_cast<std::size_t>(end - record.data());
    cells_.push_back(record.substr(0, size));
    record.remove_prefix(size + 1);
  }
  cells_.push_back(record);
  return cells_;
}

void CellSplitter::split_quoted(std::string_view record) {
  unquoted_.clear();
  unquoted_.reserve(record.size()); // the cells point into it: it must not move
  std::size_t start = 0;
  bool inside = false;
  for (std::size_t i = 0; i < record.size(); ++i) {
    if (record[i] == '"') {
      const bool doubled = inside && i + 1 < record.size() && record[i + 1] == '"';
      if (doubled) unquoted_ += record[++i];
      else inside = !inside;
    } else if (record[i] == separator_ && !inside && cells_.size() < most_columns) {
      cells_.push_back(std::string_view{unquoted_}.substr(start));
      start = unquoted_.size();
    } else {
      unquoted_ += record[i];
    }
  }
  cells_.push_back(std::string_view{unquoted_}.substr(start));
}

ColumnPlaces::ColumnPlaces(std::span<const std::string_view> names, const std::vector<std::string_view>& headings) {
  std::vector<std::string> keys;
  for (const auto heading : headings) keys.push_back(heading_key(heading));
  for (const auto known : names) {
    int place = -1;
    for (const auto& name : split(known, ' ')) {
      const auto found = std::ranges::find(keys, name);
      if (place < 0 && !name.empty() && found != keys.end()) place = static_cast<int>(found - keys.begin());
    }
    places_.push_back(place);
  }
}

std::string_view ColumnPlaces::bare(std::string_view cell) { return bare_of(cell); }

InputTrace read_records(const std::filesystem::path& file, std::span<const std::string_view> names, ColumnPlaces& places,
                        const std::function<void(const std::vector<std::string_view>&, std::uint64_t)>& take) {
  std::optional<CellSplitter> splitter;
  std::string open; // a record whose quotation marks are not closed yet
  std::uint64_t records = 0;
  auto trace = read_lines(file, [&](std::string_view line, std::uint64_t number) {
    if (!splitter) {
      if (bare_of(line).empty()) return;
      splitter.emplace(separator_of(line), true);
      places = ColumnPlaces{names, splitter->split(line)};
      return;
    }
    if (line.empty() && open.empty()) return;
    if (!open.empty() || (std::memchr(line.data(), '"', line.size()) && open_quotes(line))) {
      if (open.size() + line.size() > longest_record) refuse_table(file, tr("A quotation mark before line {1} is never closed.", {std::to_string(number)}));
      open += (open.empty() ? "" : "\n") + std::string{line};
      if (open_quotes(open)) return;
      line = open;
    }
    ++records;
    take(splitter->split(line), number);
    open.clear();
  });
  if (!splitter) refuse_table(file, tr("The file is empty: a line of headings is expected."));
  if (!open.empty()) refuse_table(file, tr("A quotation mark is never closed."));
  trace.lines = records;
  return trace;
}

char separator_of(std::string_view heading) {
  char best = ';';
  std::ptrdiff_t most = 0;
  for (const char separator : {'|', ';', '\t', ','})
    if (const auto count = std::ranges::count(heading, separator); count > most) {
      most = count;
      best = separator;
    }
  return best;
}

std::string heading_key(std::string_view heading) {
  std::string key;
  for (const char c : folded(utf8_cell(heading)))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
  return key;
}

std::string utf8_cell(std::string_view cell) {
  if (is_utf8(cell)) return std::string{cell};
  std::string text;
  for (const char c : cell) {
    const auto byte = static_cast<unsigned char>(c);
    const unsigned code = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
    append_utf8(text, code == 0 ? '?' : code);
  }
  return text;
}

std::optional<Date> day_in(std::string_view cell) {
  constexpr std::size_t written = 10, digits = 8; // "2026-11-22", "20261122"
  if (const auto day = Date::parse(cell.substr(0, written))) return day;
  const auto start = cell.substr(0, digits);
  if (start.size() < digits || !std::ranges::all_of(start, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
  return Date::parse(std::string{start.substr(0, 4)} + "-" + std::string{start.substr(4, 2)} + "-" + std::string{start.substr(6, 2)});
}

std::optional<Date> day_in_name(const std::filesystem::path& file) {
  const auto name = file.filename().string();
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool begins = name[at] == '2' && (at == 0 || name[at - 1] < '0' || name[at - 1] > '9');
    if (!begins) continue;
    if (const auto day = day_in(std::string_view{name}.substr(at))) return day;
  }
  return std::nullopt;
}

} // namespace hdskit
