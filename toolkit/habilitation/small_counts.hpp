#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hdskit {

// What must not leave a secure space in a table: counts so small that somebody can be told from them, columns that identify, lines of single persons. No text
// sets the threshold of small counts; 11 is common, so that a cell shows 11 or more, or nothing (facts of the référentiel; editable by who checks).

inline constexpr std::int64_t usual_small_count = 11;

struct SmallCountFinding {
  std::string_view rule;  ///< "small-count", "identifying-column", "line-per-person", "derivable"
  std::uint64_t line = 0; ///< of the file, 1 being the headings; 0: the whole column
  std::string column;
  std::string sentence;
};

struct SmallCountReport {
  std::uint64_t lines = 0, cells = 0; ///< cells: numbers that were compared with the threshold
  std::vector<SmallCountFinding> findings;
  std::uint64_t unsaid = 0; ///< findings beyond the first thousand
  bool clean() const { return findings.empty(); }
};

/// Looks at a table line by line, so that its length does not matter. 0 is no small count: nobody is behind it. A total and all its parts but one give that one
/// away: a line whose only hidden cell follows from the total beside it is told as "derivable".
class SmallCountCheck {
public:
  /// `headings` of the table. A column whose heading speaks of a rank, a year, a code or a rate is not counted.
  SmallCountCheck(std::vector<std::string> headings, std::int64_t threshold = usual_small_count);
  void take(const std::vector<std::string>& cells, std::uint64_t line);
  SmallCountReport end();

private:
  void note(std::string_view rule, std::uint64_t line, std::size_t column, std::string sentence);
  void look_for_hidden(const std::vector<std::string>& cells, std::uint64_t line);

  struct Column {
    std::string heading;
    bool counted = true, identifying = false;
    std::uint64_t filled = 0, distinct_run = 0;
    std::string last;
  };
  std::vector<Column> columns_;
  std::int64_t threshold_;
  std::int64_t total_column_ = -1;
  SmallCountReport report_;
};

} // namespace hdskit
