#include "cli/field_list.hpp"

#include "cli/json.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit::cli {
namespace {

std::vector<std::string> words_of(const FieldView& field) {
  std::vector<std::string> words;
  for (const auto& choice : field.choices) words.emplace_back(choice.word);
  return words;
}

} // namespace

std::string expected_value(const FieldView& field) {
  switch (field.kind) {
    case FieldKind::text: return tr("text");
    case FieldKind::long_text: return tr("paragraphs");
    case FieldKind::date: return tr("date, such as 2026-11-22");
    case FieldKind::number: return tr("whole number");
    case FieldKind::duration: return tr("duration, such as 4 h, 90 min or 2 j");
    case FieldKind::choice: return joined(words_of(field), ", ");
    case FieldKind::list: return tr("list, its parts separated by semicolons");
    case FieldKind::reference: return tr("number or name of a record");
  }
  return {};
}

std::string expected_citation(std::span<const RecordKind> kinds, const FieldView& field) {
  std::vector<std::string> labels;
  for (const auto& word : split(field.refers_to, ' ')) {
    const auto own = std::ranges::find(kinds, word, &RecordKind::word);
    labels.push_back(tr(own == kinds.end() ? record_kind(word).label : own->label));
  }
  const auto all = joined(labels, ", ");
  return field.kind == FieldKind::list ? tr("references, separated by semicolons: {1}", {all}) : tr("reference: {1}", {all});
}

void print_fields(Context& context, const RecordKind& kind, std::string (*expected)(const RecordKind& kind, const FieldView& field)) {
  if (context.json) {
    json::array all;
    for (const auto& field : kind.fields) {
      const auto words = words_of(field);
      all.push_back(json::object{
          {"name", json_text(field.name)}, {"label", tr(field.label)}, {"required", field.required}, {"choices", json::array(words.begin(), words.end())}});
    }
    return print_json(context.out, all);
  }
  Table table{{tr("Field"), tr("Label"), tr("Required"), tr("Value")}};
  for (const auto& field : kind.fields) table.add({std::string{field.name}, tr(field.label), field.required ? tr("yes") : "", expected(kind, field)});
  table.print(context.out, context.surroundings.output_width);
}

} // namespace hdskit::cli
