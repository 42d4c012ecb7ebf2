#include "toolkit/exchange/requirement_csv.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/requirement_columns.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace hdskit {
namespace {

using Column = RequirementColumn;

/// By the folded id of the item, letter case aside.
using AnswersByItem = std::unordered_map<std::string, const Answer*>;

AnswersByItem by_item(const std::vector<Answer>& answers) {
  AnswersByItem found;
  for (const auto& answer : answers) found.emplace(folded(answer.item), &answer);
  return found;
}

const Answer* answer_among(const AnswersByItem& answers, const std::string& item) {
  const auto found = answers.find(folded(item));
  return found == answers.end() ? nullptr : found->second;
}

/// The codes of the documents that name an item, by its folded id.
std::unordered_map<std::string, std::vector<std::string>> codes_by_item(const std::vector<Evidence>& evidence) {
  std::unordered_map<std::string, std::vector<std::string>> codes;
  for (const auto& document : evidence)
    for (const auto& requirement : document.requirements) {
      auto& of_item = codes[folded(requirement)];
      if (of_item.empty() || of_item.back() != document.code) of_item.push_back(document.code);
    }
  return codes;
}

SheetColumn requirement_column_of(std::size_t index, std::string heading) {
  return {std::move(heading), static_cast<RequirementColumn>(index) == RequirementColumn::due ? CellKind::date : CellKind::text};
}

std::string with_unix_lines(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') result += text[i];
  return result;
}

bool same_answer(Answer a, Answer b) {
  a.statement = with_unix_lines(a.statement);
  b.statement = with_unix_lines(b.statement);
  return std::ranges::all_of(Answer::type().fields, [&](const Field<Answer>& field) { return field.get(a) == field.get(b); });
}

class Preview {
public:
  Preview(const Checklist& checklist, const std::vector<Answer>& answers) : checklist_{checklist}, answers_{by_item(answers)} {}

  RequirementImport of(const CsvReading& reading) {
    result_.refused = reading.defects;
    places_.fill(absent);
    if (!reading.table.headings.empty()) {
      read_headings(reading.table);
      if (place(Column::id) != absent)
        for (const auto& row : reading.table.rows)
          if (result_.refused.size() < csv_defect_limit) read_row(row); // beyond, no one would be told
    }
    std::ranges::stable_sort(result_.refused, {}, &CsvDefect::line);
    return std::move(result_);
  }

private:
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);

  std::size_t& place(Column column) { return places_[static_cast<std::size_t>(column)]; }

  void read_headings(const CsvTable& table) {
    for (std::size_t i = 0; i < table.headings.size(); ++i) {
      const auto& heading = table.headings[i];
      if (trimmed(heading).empty()) continue; // left by a spreadsheet beside the table
      const auto column = requirement_column(heading);
      if (!column) refuse(table.heading_line, i, tr("No column is called “{1}”; the columns are: {2}.", {heading, joined(requirement_headings(), ", ")}));
      else if (place(*column) != absent) refuse(table.heading_line, i, tr("A second column is called “{1}”.", {heading}));
      else place(*column) = i;
    }
    if (place(Column::id) == absent)
      refuse_row(table.heading_line, tr("The column “{1}” is missing: it says which item each row answers.", {requirement_headings().front()}));
  }

  /// Nothing when the file has no such column, or the row no such cell.
  const std::string* cell(const CsvRow& row, Column column) {
    const auto at = place(column);
    return at < row.cells.size() ? &row.cells[at] : nullptr;
  }

  void read_row(const CsvRow& row) {
    if (std::ranges::all_of(row.cells, [](const std::string& text) { return trimmed(text).empty(); })) return; // a blank row of the spreadsheet
    const auto* id = cell(row, Column::id);
    const auto typed = std::string{id ? trimmed(*id) : ""};
    if (typed.empty()) return refuse(row.line, place(Column::id), tr("The row names no item."));
    const auto* item = checklist_.find_item(typed);
    if (!item) return refuse_item(row.line, typed);
    if (const auto [seen, fresh] = lines_.emplace(item->id, row.line); !fresh)
      return refuse(row.line, place(Column::id), tr("The item “{1}” already stands in line {2}.", {item->id, std::to_string(seen->second)}));
    compare(row, *item);
  }

  void refuse_item(int line, const std::string& typed) {
    const auto near = checklist_.closest_items(typed);
    refuse(line, place(Column::id),
           near.empty() ? tr("The checklist holds no item “{1}”.", {typed})
                        : tr("The checklist holds no item “{1}”; the closest are: {2}.", {typed, joined(near, ", ")}));
  }

  void compare(const CsvRow& row, const Item& item) {
    const auto* before = answer_among(answers_, item.id);
    const auto refusals = result_.refused.size();
    Answer answer = before ? *before : Answer{};
    answer.item = item.id;
    read_state(row, answer);
    read_due(row, answer);
    if (const auto* text = cell(row, Column::statement)) answer.statement = with_unix_lines(*text);
    if (const auto* text = cell(row, Column::owner)) answer.owner = *text;
    read_applicability(row, answer);
    if (result_.refused.size() > refusals) return;

    const auto* state = cell(row, Column::state);
    const bool says_nothing = !before && (!state || trimmed(*state).empty()) && trimmed(answer.statement).empty() && trimmed(answer.owner).empty() &&
                              !answer.due && answer.applicability == Applicability::applicable;
    if (says_nothing || (before && same_answer(*before, answer))) {
      ++result_.unchanged;
      return;
    }
    ++(before ? result_.changed : result_.added);
    result_.answers.push_back(std::move(answer));
  }

  void read_state(const CsvRow& row, Answer& answer) {
    const auto* text = cell(row, Column::state);
    if (!text) return;
    const auto state = trimmed(*text).empty() ? DemonstrationState::absent : state_of(*text);
    if (state) answer.state = *state;
    else refuse(row.line, place(Column::state), tr("“{1}” is no state of “{2}”: one of {3} is expected.", {*text, answer.item, state_words()}));
  }

  static std::string state_words() { return words_of(choices_of(DemonstrationState{})); }

  static std::string words_of(std::span<const Choice> choices) {
    std::vector<std::string> words;
    for (const auto& choice : choices) words.push_back(tr(choice.label));
    return joined(words, ", ");
  }

  void read_applicability(const CsvRow& row, Answer& answer) {
    const auto* text = cell(row, Column::applicability);
    if (text) {
      const auto read = trimmed(*text).empty() ? Applicability::applicable : applicability_of(*text);
      if (!read)
        return refuse(row.line, place(Column::applicability),
                      tr("“{1}” is not accepted for “{2}”: one of {3} is expected.", {*text, answer.item, words_of(choices_of(Applicability{}))}));
      answer.applicability = *read;
    }
    if (answer.applicability == Applicability::excluded && trimmed(answer.statement).empty())
      refuse(row.line, place(text ? Column::applicability : Column::id), tr("The item “{1}” is excluded without a justification.", {answer.item}));
  }

  void read_due(const CsvRow& row, Answer& answer) {
    const auto* text = cell(row, Column::due);
    if (!text) return;
    answer.due = Date::parse(trimmed(*text));
    if (!answer.due && !trimmed(*text).empty())
      refuse(row.line, place(Column::due), tr("“{1}” is no date for “{2}”: write it as 2026-11-22 or 22/11/2026.", {*text, answer.item}));
  }

  void refuse(int line, std::size_t column, std::string sentence) { add({line, static_cast<int>(column) + 1, std::move(sentence)}); }
  void refuse_row(int line, std::string sentence) { add({line, 0, std::move(sentence)}); }
  void add(CsvDefect defect) {
    if (result_.refused.size() < csv_defect_limit) result_.refused.push_back(std::move(defect));
  }

  const Checklist& checklist_;
  AnswersByItem answers_;
  std::array<std::size_t, requirement_column_count> places_{};
  std::map<std::string, int> lines_; // item, where it stands
  RequirementImport result_;
};

} // namespace

Sheet requirement_sheet(const Checklist& checklist, const std::vector<Answer>& answers, const std::vector<Evidence>& evidence) {
  Sheet sheet{.title = tr("Requirements"), .columns = {}, .rows = {}};
  for (auto& heading : requirement_headings()) sheet.columns.push_back(requirement_column_of(sheet.columns.size(), std::move(heading)));
  const auto given = by_item(answers);
  auto codes = codes_by_item(evidence);
  for (const auto& item : checklist.items) {
    const auto* answer = answer_among(given, item.id);
    const auto* article = checklist.find_article(item.article);
    sheet.rows.push_back({item.id, article ? article->label : item.article, item.number, item.title.in_current_language(), item.wording.in_current_language(),
                          answer ? state_word(answer->state) : "", answer ? answer->statement : "", answer ? answer->owner : "",
                          answer ? to_field_text(answer->due) : "", joined(codes[folded(item.id)], ", "),
                          answer ? applicability_word(answer->applicability) : ""});
  }
  return sheet;
}

std::string export_requirements(const Checklist& checklist, const std::vector<Answer>& answers, const std::vector<Evidence>& evidence) {
  return sheet_csv(requirement_sheet(checklist, answers, evidence));
}

RequirementImport preview_requirements(const Checklist& checklist, const std::vector<Answer>& answers, const CsvReading& table) {
  return Preview{checklist, answers}.of(table);
}

RequirementImport import_requirements(Change& change, const Checklist& checklist, const CsvReading& table, const std::string& name) {
  auto import = preview_requirements(checklist, all_answers(change.workspace()), table);
  if (!import.refused.empty())
    throw Problem{ProblemKind::bad_input, name, tr("“{1}” was not imported:", {name}) + "\n" + listed(import.refused),
                  tr("Correct these cells and import the file again; nothing was changed.")};
  give_answers(change, checklist, import.answers);
  return import;
}

} // namespace hdskit
