#include "cli/records.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit::cli {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

} // namespace

RecordView find_by_words(const Workspace& workspace, const RecordKind& kind, const std::string& words) {
  if (const auto number = whole_number(words)) return kind.find(workspace, *number);
  std::vector<RecordView> found;
  std::vector<std::string> titles;
  for (auto& record : kind.all(workspace)) {
    titles.push_back(title_of(kind, record));
    if (folded(titles.back()) == folded(words)) found.push_back(std::move(record));
  }
  if (found.size() == 1) return found.front();
  if (!found.empty()) {
    std::vector<std::string> numbers;
    for (const auto& record : found) numbers.push_back(std::to_string(record.id));
    throw Problem{ProblemKind::bad_input, words, tr("Several records bear the name “{1}”.", {words}),
                  tr("Give the number instead: {1}.", {joined(numbers, ", ")})};
  }
  throw Problem{ProblemKind::not_found, words, tr("No record of the kind {1} is named “{2}”.", {kind.word, words}),
                suggestion(words, {titles.begin(), titles.end()}, tr("See what there is with: hdskit organisation list {1}", {kind.word}))};
}

Assignments read_assignments(const Workspace& workspace, const RecordKind& kind, const std::vector<std::string>& words) {
  Assignments assignments;
  for (const auto& word : words) {
    const auto equals = word.find('=');
    if (equals == std::string::npos)
      throw Problem{ProblemKind::bad_input, word, tr("“{1}” is not an assignment.", {word}),
                    tr("Write the name of a field, an equal sign and the value: --set city=Rennes")};
    const auto name = std::string{trimmed(std::string_view{word}.substr(0, equals))};
    auto text = word.substr(equals + 1);
    const auto* target = kind_referred_to(kind.fields[kind.index_of(name)]);
    if (target && !trimmed(text).empty()) text = std::to_string(find_by_words(workspace, *target, text).id);
    assignments.emplace_back(name, std::move(text));
  }
  return assignments;
}

json::value field_json(FieldKind kind, const std::string& text) {
  switch (kind) {
    case FieldKind::list: {
      json::array parts;
      for (const auto& part : split(text, ';'))
        if (const auto kept = trimmed(part); !kept.empty()) parts.emplace_back(json_text(kept));
      return parts;
    }
    case FieldKind::number:
    case FieldKind::reference:
      if (const auto number = whole_number(text)) return *number;
      return nullptr;
    case FieldKind::date:
    case FieldKind::duration:
      if (text.empty()) return nullptr;
      return json_text(text);
    case FieldKind::text:
    case FieldKind::long_text:
    case FieldKind::choice: break;
  }
  return json_text(text);
}

json::object record_json(const RecordKind& kind, const RecordView& record) {
  json::object object{{"id", record.id}};
  for (std::size_t i = 0; i < kind.fields.size(); ++i) object[kind.fields[i].name] = field_json(kind.fields[i].kind, record.values[i]);
  return object;
}

} // namespace hdskit::cli
