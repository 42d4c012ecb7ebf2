#include "gui/presenter/form.hpp"

#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

/// Identifiers are texts in the tables of fields; here a person is told what is wrong with one.
struct KnownIdentifier {
  std::string_view field;
  std::size_t length;
  const char* hint; ///< marked message
};
constexpr KnownIdentifier identifiers[] = {
    {"rpps", 11, marked("11 digits with their key")},     {"siret", 14, marked("14 digits with their key")},   {"siren", 9, marked("9 digits with their key")},
    {"finess", 9, marked("9 characters with their key")}, {"adeli", 9, marked("9 characters with their key")},
};

const KnownIdentifier* identifier_of(const FieldView& field) {
  const auto found = std::ranges::find(identifiers, field.name, &KnownIdentifier::field);
  return field.kind != FieldKind::text || found == std::end(identifiers) ? nullptr : found;
}

/// What the identifiers pass over when they are read.
std::size_t significant_characters(std::string_view text) {
  const auto plain = replaced(replaced(std::string{text}, "\u00A0", " "), "\u202F", " ");
  return static_cast<std::size_t>(std::ranges::count_if(plain, [](char c) { return c != ' ' && c != '.' && c != '-'; }));
}

std::string identifier_fault(const KnownIdentifier& known, std::string_view text) {
  const auto count = significant_characters(text), length = known.length;
  if (count != length) return tr("{1} characters are expected; there are {2}.", {std::to_string(length), std::to_string(count)});
  return tr("The check key does not agree: one of the {1} characters is wrong.", {std::to_string(length)});
}

/// The sentence of a refusal that says what to type here, instead of how the file stores it.
std::string plain_fault(const FieldView& field, std::string_view text) {
  if (const auto* known = identifier_of(field)) return identifier_fault(*known, text);
  if (field.kind == FieldKind::date) return tr("“{1}” is no date: write it as 22/11/2026 or 2026-11-22.", {text});
  return "";
}

std::string hint_of(const FieldView& field) {
  if (const auto* known = identifier_of(field)) return tr(known->hint);
  switch (field.kind) {
    case FieldKind::date: return current_language() == Language::french ? tr("dd/mm/yyyy") : tr("yyyy-mm-dd");
    case FieldKind::duration: return tr("4 h, 90 min or 2 j");
    case FieldKind::number: return tr("a whole number");
    case FieldKind::list: return tr("separated by semicolons");
    default: return "";
  }
}

std::vector<FormChoice> choices_to(const Workspace& workspace, const RecordKind& target) {
  std::vector<FormChoice> choices{{"", tr("(none)")}};
  for (const auto& record : target.all(workspace)) choices.push_back({std::to_string(record.id), title_of(target, record)});
  return choices;
}

} // namespace

void make_citing(FormField& field, std::vector<FormChoice> records) {
  field.cites = true;
  field.several = field.kind == FieldKind::list;
  field.choices = std::move(records);
  if (field.choices.empty()) field.hint = tr("There is nothing to choose from yet: record it first.");
  else if (field.several) field.hint = tr("references with semicolons between them; “Choose…” shows them all");
}

FormField form_field(const FieldView& field, std::function<std::string(std::string_view)> normalise) {
  FormField result{std::string{field.name}, tr(field.label), field.kind, field.required, {}, {}, false, hint_of(field)};
  for (const auto& choice : field.choices) result.choices.push_back({std::string{choice.word}, tr(choice.label)});
  if (const auto* known = identifier_of(field)) result.full_length = known->length;
  else if (field.kind == FieldKind::date) result.full_length = 10;
  result.normalise = [field, normalise = std::move(normalise)](std::string_view text) {
    try {
      return normalise(text);
    } catch (const Problem& problem) {
      const auto sentence = trimmed(text).empty() ? "" : plain_fault(field, text);
      if (sentence.empty()) throw;
      throw Problem{problem.kind(), std::string{field.name}, sentence, problem.remedy()};
    }
  };
  return result;
}

std::vector<FormField> form_fields(const Workspace& workspace, const RecordKind& kind, const CitedRecords& cited) {
  std::vector<FormField> fields;
  for (std::size_t i = 0; i < kind.fields.size(); ++i) {
    fields.push_back(form_field(kind.fields[i], [&kind, i](std::string_view text) { return kind.normalised(i, text); }));
    if (const auto* target = kind_referred_to(kind.fields[i])) fields.back().choices = choices_to(workspace, *target);
    if (const auto kinds = kind.fields[i].refers_to; cited && !kinds.empty()) make_citing(fields.back(), cited(workspace, kinds));
  }
  return fields;
}

} // namespace hdskit::gui
