#include "toolkit/habilitation/small_counts.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>
#include <string_view>

namespace hdskit {
namespace {

constexpr std::size_t most_findings = 1000;
constexpr std::uint64_t fewest_persons = 30; ///< lines, before a column of values that never come twice is taken for a list of persons

/// Words of headings that tell where somebody lives, was born, was treated or died, or who they are: they identify, alone or together.
constexpr std::string_view identifying_words[] = {
    "commune", "code postal", "codepostal", "code_postal", "naissance",   "date de soin", "date de deces", "date_deces", "nir",   "ipp",     "ins",
    "ben_idt", "num_enq",     "pseudonyme", "patient",     "identifiant", "nom",          "prenom",        "rpps",       "adeli", "adresse", "telephone"};
/// Numbers that count nobody.
constexpr std::string_view uncounted_words[] = {"annee",       "year",    "mois",    "rang",  "code", "taux",   "part",
                                                "pourcentage", "moyenne", "mediane", "duree", "age",  "classe", "finess"};
constexpr std::string_view total_words[] = {"total", "ensemble", "effectif total"};

/// Whole words only: "nomenclature" is no name.
bool says_any(std::string_view heading, std::span<const std::string_view> words) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; };
  const auto text = folded(heading);
  return std::ranges::any_of(words, [&](std::string_view word) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
      const bool begins = at == 0 || !is_letter(text[at - 1]), ends = at + word.size() == text.size() || !is_letter(text[at + word.size()]);
      if (begins && ends) return true;
    }
    return false;
  });
}

/// "1 234" and "1234"; nothing for what is no whole number.
std::optional<std::int64_t> count_in(std::string_view cell) {
  std::string digits;
  const auto text = replaced(replaced(std::string{trimmed(cell)}, "\u00A0", ""), "\u202F", "");
  for (const char c : text)
    if (c != ' ') digits += c;
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size() && !digits.empty() ? std::optional{number} : std::nullopt;
}

} // namespace

SmallCountCheck::SmallCountCheck(std::vector<std::string> headings, std::int64_t threshold) : threshold_{threshold} {
  for (auto& heading : headings) {
    Column column;
    column.identifying = says_any(heading, identifying_words);
    column.counted = !column.identifying && !says_any(heading, uncounted_words);
    if (column.counted && total_column_ < 0 && says_any(heading, total_words)) total_column_ = static_cast<std::int64_t>(columns_.size());
    column.heading = std::move(heading);
    columns_.push_back(std::move(column));
    if (columns_.back().identifying)
      note("identifying-column", 0, columns_.size() - 1, tr("The column “{1}” identifies persons, alone or with others.", {columns_.back().heading}));
  }
}

void SmallCountCheck::note(std::string_view rule, std::uint64_t line, std::size_t column, std::string sentence) {
  if (report_.findings.size() == most_findings) {
    ++report_.unsaid;
    return;
  }
  report_.findings.push_back({rule, line, columns_[column].heading, std::move(sentence)});
}

void SmallCountCheck::take(const std::vector<std::string>& cells, std::uint64_t line) {
  ++report_.lines;
  for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
    auto& column = columns_[i];
    if (const auto value = trimmed(cells[i]); !value.empty()) {
      ++column.filled;
      column.distinct_run += value != column.last;
      column.last = value;
    }
    if (!column.counted) continue;
    const auto count = count_in(cells[i]);
    if (!count) continue;
    ++report_.cells;
    if (*count > 0 && *count < threshold_)
      note("small-count", line, i,
           tr("Line {1}, “{2}”: {3} is below the threshold of {4}.",
              {std::to_string(line), column.heading, std::to_string(*count), std::to_string(threshold_)}));
  }
  look_for_hidden(cells, line);
}

void SmallCountCheck::look_for_hidden(const std::vector<std::string>& cells, std::uint64_t line) {
  if (total_column_ < 0 || static_cast<std::size_t>(total_column_) >= cells.size()) return;
  const auto total = count_in(cells[static_cast<std::size_t>(total_column_)]);
  if (!total) return;
  std::int64_t told = 0;
  std::size_t hidden = 0, hidden_column = 0, parts = 0;
  for (std::size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
    if (!columns_[i].counted || static_cast<std::int64_t>(i) == total_column_) continue;
    if (const auto count = count_in(cells[i])) {
      told += *count;
      ++parts;
    } else if (const auto text = trimmed(cells[i]); text.empty() || text.starts_with('<') || text == "*" || text == "s" || text == "ns") {
      ++hidden;
      hidden_column = i;
    }
  }
  if (hidden != 1 || parts == 0) return;
  const auto rest = *total - told;
  if (rest > 0 && rest < threshold_)
    note("derivable", line, hidden_column,
         tr("Line {1}, “{2}”: the hidden number follows from the total and the others.", {std::to_string(line), columns_[hidden_column].heading}));
}

SmallCountReport SmallCountCheck::end() {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto& column = columns_[i];
    if (column.identifying && report_.lines >= fewest_persons && column.filled == report_.lines && column.distinct_run == column.filled)
      note("line-per-person", 0, i, tr("Each line has its own “{1}”: the table seems to hold a line for each person.", {column.heading}));
  }
  return std::move(report_);
}

} // namespace hdskit
