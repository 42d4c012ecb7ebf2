#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/organisation_options.hpp"
#include "cli/table.hpp"
#include "toolkit/base/text.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {kind_operand};

std::vector<std::string> choices_of(const FieldView& field) {
  std::vector<std::string> words;
  for (const auto& choice : field.choices) words.emplace_back(choice.word);
  return words;
}

std::string expected(const FieldView& field) {
  switch (field.kind) {
    case FieldKind::text: return tr("text");
    case FieldKind::long_text: return tr("paragraphs");
    case FieldKind::date: return tr("date, such as 2026-11-22");
    case FieldKind::number: return tr("whole number");
    case FieldKind::duration: return tr("duration, such as 4 h, 90 min or 2 j");
    case FieldKind::choice: return joined(choices_of(field), ", ");
    case FieldKind::list: return tr("list, its parts separated by semicolons");
    case FieldKind::reference: return tr("number or name of a record");
  }
  return {};
}

int run(Context& context) {
  const auto& kind = record_kind(context.arguments.text("kind"));
  if (context.json) {
    json::array all;
    for (const auto& field : kind.fields) {
      const auto words = choices_of(field);
      all.push_back(json::object{
          {"name", json_text(field.name)}, {"label", tr(field.label)}, {"required", field.required}, {"choices", json::array(words.begin(), words.end())}});
    }
    print_json(context.out, all);
    return 0;
  }
  Table table{{tr("Field"), tr("Label"), tr("Required"), tr("Value")}};
  for (const auto& field : kind.fields) table.add({std::string{field.name}, tr(field.label), field.required ? tr("yes") : "", expected(field)});
  table.print(context.out, context.surroundings.output_width);
  return 0;
}

} // namespace

extern const Command organisation_fields;
const Command organisation_fields{
    .name = "organisation fields",
    .summary = marked("List the fields of a kind of record and what each accepts"),
    .operands = operands,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
