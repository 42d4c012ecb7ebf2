#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace hdskit::cli {

/// Rows of text in columns, aligned as a terminal shows them.
class Table {
public:
  explicit Table(std::vector<std::string> headings) : headings_{std::move(headings)} {}
  void add(std::vector<std::string> row);
  /// `width`: columns of the terminal, to which long cells are cut; 0: nothing is cut.
  void print(std::ostream& out, int width) const;

private:
  std::vector<std::string> headings_;
  std::vector<std::vector<std::string>> rows_;
};

/// "Label : value" lines, the values under each other; long values are wrapped, never cut.
class Sheet {
public:
  void add(std::string label, std::string value) { lines_.emplace_back(std::move(label), std::move(value)); }
  void print(std::ostream& out, int width) const;

private:
  std::vector<std::pair<std::string, std::string>> lines_;
};

} // namespace hdskit::cli
