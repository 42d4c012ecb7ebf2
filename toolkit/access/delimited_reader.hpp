#pragma once

#include "toolkit/base/date.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit {

// Tables of other people, read as a stream: memory does not grow with the file. Exports of applications (CSV), the open files of the ANS, access logs.

constexpr std::size_t longest_record = 1u << 20; ///< bytes; a longer one is no table
constexpr std::size_t most_columns = 512;

/// What the report says of an input, so that the review can be done again from the same bytes.
struct InputTrace {
  std::string file;   ///< as the person named it
  std::string sha256; ///< of the whole file
  std::uint64_t lines = 0;
  std::optional<Date> dated; ///< what the file says of its own date, in its name or its lines
};

/// Every line without its end (LF or CRLF) and without a byte order mark; numbers from 1.
/// Throws Problem: what read_in_pieces throws; bad_input for UTF-16, a workbook, a line beyond longest_record.
InputTrace read_lines(const std::filesystem::path& file, const std::function<void(std::string_view line, std::uint64_t number)>& take);

/// The cells of one record; they live until the next one. `quotes`: cells may stand in quotation marks, doubled inside (RFC 4180).
class CellSplitter {
public:
  CellSplitter(char separator, bool quotes) : separator_{separator}, quotes_{quotes} {}
  const std::vector<std::string_view>& split(std::string_view record);

private:
  void split_quoted(std::string_view record);
  char separator_;
  bool quotes_;
  std::vector<std::string_view> cells_;
  std::string unquoted_; ///< keeps what quoted cells say
};

/// Where the columns of a table stand, found by their headings whatever their order.
class ColumnPlaces {
public:
  ColumnPlaces() = default;
  /// names[i]: the headings of column i, as heading_key() makes them, parted by spaces; the earlier ones are preferred.
  ColumnPlaces(std::span<const std::string_view> names, const std::vector<std::string_view>& headings);
  template <typename Column> bool has(Column column) const { return place(static_cast<std::size_t>(column)) >= 0; }
  /// Trimmed; empty when the table has no such column or the record ends before it.
  template <typename Column> std::string_view cell(Column column, const std::vector<std::string_view>& cells) const {
    const auto at = place(static_cast<std::size_t>(column));
    return at < 0 || static_cast<std::size_t>(at) >= cells.size() ? std::string_view{} : bare(cells[static_cast<std::size_t>(at)]);
  }
  template <typename Column> int index(Column column) const { return place(static_cast<std::size_t>(column)); }

private:
  int place(std::size_t column) const { return column < places_.size() ? places_[column] : -1; }
  static std::string_view bare(std::string_view cell);
  std::vector<int> places_;
};

/// A table with a heading line: separator “|”, “;”, tab or “,”, whichever the heading has most of. Empty lines are passed over.
InputTrace read_records(const std::filesystem::path& file, std::span<const std::string_view> names, ColumnPlaces& places,
                        const std::function<void(const std::vector<std::string_view>& cells, std::uint64_t line)>& take);

char separator_of(std::string_view heading);

/// A heading as it is compared: without accents, case, spaces or punctuation. "Libellé civilité d’exercice" gives "libellecivilitedexercice".
std::string heading_key(std::string_view heading);
/// The cell in UTF-8: as it is, or read as Windows-1252 when its bytes are no UTF-8.
std::string utf8_cell(std::string_view cell);
/// "2026-11-22", "22/11/2026", "20261122", each possibly followed by a time.
std::optional<Date> day_in(std::string_view cell);
/// Eight digits in a row that make a day, as open files carry it in their name: "…_activite_202611220730.txt".
std::optional<Date> day_in_name(const std::filesystem::path& file);

} // namespace hdskit
