#include "toolkit/organisation/record_kind.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

/// Which kind a reference leads to: the field tables do not say.
struct Reference {
  std::string_view field, kind;
};
constexpr Reference references[] = {{"entity", "entity"}, {"client", "client"},     {"person", "person"},
                                    {"deputy", "person"}, {"primary_site", "site"}, {"backup_site", "site"}};

std::string label_of(const FieldView& field, const std::string& word) {
  const auto found = std::ranges::find(field.choices, word, &Choice::word);
  return found == field.choices.end() ? word : tr(found->label);
}

} // namespace

std::size_t RecordKind::index_of(std::string_view name) const {
  const auto found = std::ranges::find(fields, name, &FieldView::name);
  if (found != fields.end()) return static_cast<std::size_t>(found - fields.begin());
  std::vector<std::string_view> names;
  for (const auto& known : fields) names.push_back(known.name);
  throw Problem{ProblemKind::bad_input, std::string{name}, tr("“{1}” is not a field of the kind {2}.", {name, word}),
                suggestion(name, names, tr("See its fields with: hdskit organisation fields {1}", {word}))};
}

const RecordKind* kind_referred_to(const FieldView& field) {
  if (field.kind != FieldKind::reference) return nullptr;
  const auto found = std::ranges::find(references, field.name, &Reference::field);
  return found == std::end(references) ? nullptr : &record_kind(found->kind);
}

std::string title_of(const RecordKind& kind, const RecordView& record) {
  const auto index = kind.index_of(kind.columns.front());
  return label_of(kind.fields[index], record.values[index]);
}

std::string shown_value(const Workspace& workspace, const FieldView& field, const std::string& text) {
  if (field.kind == FieldKind::choice) return label_of(field, text);
  const auto* target = kind_referred_to(field);
  if (!target) return text;
  for (const auto& record : target->all(workspace))
    if (std::to_string(record.id) == text) return title_of(*target, record);
  return text;
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

} // namespace hdskit
