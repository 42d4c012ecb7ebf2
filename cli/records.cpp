#include "cli/records.hpp"

#include "cli/suggestion.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit::cli {
namespace {

/// Which kind a reference leads to: the field tables do not say.
struct Reference {
  std::string_view field, kind;
};
constexpr Reference references[] = {{"entity", "entity"}, {"client", "client"},     {"person", "person"},
                                    {"deputy", "person"}, {"primary_site", "site"}, {"backup_site", "site"}};

const RecordKind* kind_referred_to(const FieldView& field) {
  if (field.kind != FieldKind::reference) return nullptr;
  const auto found = std::ranges::find(references, field.name, &Reference::field);
  return found == std::end(references) ? nullptr : &record_kind(found->kind);
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string label_of(const FieldView& field, const std::string& word) {
  const auto found = std::ranges::find(field.choices, word, &Choice::word);
  return found == field.choices.end() ? word : tr(found->label);
}

} // namespace

std::size_t RecordKind::index_of(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const auto& known : fields) {
    if (known.name == name) return names.size();
    names.push_back(known.name);
  }
  throw Problem{ProblemKind::bad_input, std::string{name}, tr("“{1}” is not a field of the kind {2}.", {name, word}),
                suggestion(name, names, tr("See its fields with: hdskit organisation fields {1}", {word}))};
}

std::string title_of(const RecordKind& kind, const RecordView& record) {
  const auto index = kind.index_of(kind.columns.front());
  return label_of(kind.fields[index], record.values[index]);
}

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

std::string shown_value(const Workspace& workspace, const FieldView& field, const std::string& text) {
  if (field.kind == FieldKind::choice) return label_of(field, text);
  const auto* target = kind_referred_to(field);
  const auto number = whole_number(text);
  if (!target || !number) return text;
  for (const auto& record : target->all(workspace))
    if (record.id == *number) return title_of(*target, record);
  return text;
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

std::vector<std::string> referring_to(const Workspace& workspace, const RecordKind& kind, std::int64_t id) {
  std::vector<std::string> found;
  for (const auto& other : record_kinds())
    for (const auto& record : other.all(workspace))
      for (std::size_t i = 0; i < other.fields.size(); ++i)
        if (const auto* target = kind_referred_to(other.fields[i]); target && target->word == kind.word && record.values[i] == std::to_string(id))
          found.push_back(tr("{1} “{2}”", {tr(other.label), title_of(other, record)}));
  return found;
}

} // namespace hdskit::cli
