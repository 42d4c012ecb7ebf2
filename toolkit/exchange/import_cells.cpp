#include "toolkit/exchange/import_cells.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/import_columns.hpp"
#include "toolkit/exchange/xlsx_text.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

constexpr char vertical_tab = '\v'; // a line end within a cell, as word processors paste it

[[noreturn]] void refuse(const std::string& sentence) { throw Problem{ProblemKind::bad_input, "", sentence}; }

std::string without_spaces(std::string_view text) {
  std::string kept;
  for (const char c : replaced(replaced(replaced(std::string{text}, "\u202F", ""), "\u00A0", ""), "\u2009", ""))
    if (c != ' ') kept += c;
  return kept;
}

bool all_digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

/// "1 250,00 €" is 1250. What has decimals that count is refused; what is no number at all is left to the field.
std::string whole_number(const std::string& text) {
  auto number = replaced(without_spaces(text), "\u2212", "-");
  for (const std::string_view unit : {"€", "EUR", "%"})
    if (number.ends_with(unit)) number.resize(number.size() - unit.size());
  const auto mark = number.find_first_of(",.");
  if (mark == std::string::npos) return number;
  const auto whole = number.substr(0, mark), decimals = number.substr(mark + 1);
  if (!all_digits(whole.starts_with('-') ? whole.substr(1) : whole) || !all_digits(decimals)) return text;
  if (decimals.find_first_not_of('0') != std::string::npos) refuse_field_text(text, tr("a whole number, without decimals,"));
  if (decimals.size() == 3) refuse_field_text(text, tr("a whole number without “,” or “.”, which could part thousands as well as decimals,"));
  return whole;
}

/// Also "1/2/2026", "01.02.2026", and a day with the time 00:00 that some programs write.
std::string iso_day(const std::string& text) {
  auto day = std::string{trimmed(replaced(text, "\u00A0", " "))};
  for (const std::string_view midnight : {" 00:00:00", " 00:00"})
    if (day.ends_with(midnight)) day.resize(day.size() - midnight.size());
  if (const auto date = Date::parse(day)) return date->iso();
  const auto parts = split(replaced(replaced(day, ".", "/"), "-", "/"), '/');
  if (parts.size() != 3 || !std::ranges::all_of(parts, [](const auto& part) { return all_digits(part) && part.size() <= 4; })) return text;
  const bool year_first = parts[0].size() == 4;
  const auto& year = parts[year_first ? 0 : 2];
  if (year.size() != 4) return text; // of which century?
  const auto month = static_cast<unsigned>(std::stoul(parts[1])), day_number = static_cast<unsigned>(std::stoul(parts[year_first ? 2 : 0]));
  const auto date = Date::of(std::stoi(year), month, day_number);
  return date ? date->iso() : text;
}

/// Lines, and “,” where references are cited: references hold none.
std::string semicolons(const FieldView& field, std::string text) {
  std::ranges::replace(text, '\n', ';');
  if (!field.refers_to.empty()) std::ranges::replace(text, ',', ';');
  return text;
}

} // namespace

std::string cleaned_cell(const std::string& cell) {
  if (cell.size() > import_cell_limit)
    if (const auto length = utf16_length(cell); length > import_cell_limit)
      refuse(tr("The cell holds {1} characters; at most {2} are imported.", {std::to_string(length), std::to_string(import_cell_limit)}));
  std::string text;
  text.reserve(cell.size());
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    if (c == '\r' || c == vertical_tab) {
      if (c == vertical_tab || i + 1 == cell.size() || cell[i + 1] != '\n') text += '\n';
    } else if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
      refuse(tr("The cell holds a control character, which cannot be seen: type its text again."));
    } else {
      text += c;
    }
  }
  return text;
}

ImportCells::ImportCells(const RecordKind& kind, const ImportRules& rules) : kind_{kind}, rules_{rules} {
  for (const auto& field : kind.fields) {
    Words words;
    const auto understand = [&](std::string_view text, std::string_view word) {
      words.folded.emplace(folded(trimmed(text)), word);
      const auto [place, fresh] = words.keys.emplace(name_key(text), word);
      if (!fresh && place->second != word) place->second = {}; // two choices that only differ in signs
    };
    for (const auto& choice : field.choices) words.folded.emplace(folded(choice.word), choice.word); // what is stored always wins
    for (const auto language : {Language::french, Language::english}) {
      const LanguageScope scope{language};
      for (const auto& choice : field.choices) {
        understand(choice.word, choice.word);
        understand(tr(choice.label), choice.word);
      }
    }
    words_.push_back(std::move(words));
  }
}

std::string ImportCells::as_written(const FieldView& field, std::size_t index, const std::string& text) const {
  switch (field.kind) {
    case FieldKind::choice: {
      const auto& words = words_[index];
      if (const auto found = words.folded.find(folded(trimmed(text))); found != words.folded.end()) return std::string{found->second};
      const auto found = words.keys.find(name_key(text));
      return found == words.keys.end() || found->second.empty() ? text : std::string{found->second};
    }
    case FieldKind::date: return iso_day(text);
    case FieldKind::number: return whole_number(text);
    case FieldKind::list: return semicolons(field, text);
    case FieldKind::long_text: return text;
    default: return std::string{trimmed(text)};
  }
}

std::string ImportCells::read(std::size_t index, const std::string& cell) const {
  const auto& field = kind_.fields[index];
  const auto text = cleaned_cell(cell);
  if (trimmed(replaced(text, "\u00A0", " ")).empty()) return kind_.normalised(index, "");
  try {
    return kind_.normalised(index, as_written(field, index, text));
  } catch (const Problem&) {
    const auto meant = rules_.read_cell ? rules_.read_cell(field.name, text) : std::nullopt;
    if (!meant) throw;
    return kind_.normalised(index, *meant);
  }
}

} // namespace hdskit
