#include "toolkit/organisation/record_examination.hpp"

#include "toolkit/organisation/cited_records.hpp"
#include "toolkit/organisation/text_limit.hpp"

namespace hdskit {

constexpr std::size_t most_defects = 100; // more help nobody

void RecordExamination::report(std::string sentence, ExaminedPlace place) {
  if (defects_.size() > most_defects) return;
  const bool full = defects_.size() == most_defects;
  defects_.push_back(full ? "…" : std::move(sentence));
  places_.push_back(full ? ExaminedPlace{} : std::move(place));
}

void RecordExamination::report_in(const RecordKind& kind, const std::string& reference, const std::string& sentence, std::string_view field) {
  if (!sentence.empty()) report(tr("{1} {2}: {3}", {tr(kind.label), reference, sentence}), {std::string{kind.word}, reference, std::string{field}});
}

void RecordExamination::examine_field(const RecordKind& kind, const std::string& reference, const FieldView& field, const std::string& text) {
  if (field.required && trimmed(text).empty()) report_in(kind, reference, tr("“{1}” must be filled in.", {tr(field.label)}), field.name);
  if (text.empty()) return;
  report_in(kind, reference, text_defect(field, text), field.name);
  report_in(kind, reference, defect_(kind, field, text), field.name);
  const auto kinds = cited_kinds(field);
  if (kinds.empty()) return;
  for (const auto& cited : citations_in(field, text))
    if (!is_there(kinds, cited)) report_in(kind, reference, dangling_citation(field, cited), field.name);
}

/// Of kinds that are not examined (services and subcontractors are the organisation's) everything is there: a file may come to a workspace before them.
bool RecordExamination::is_there(const std::vector<std::string>& kinds, const std::string& reference) const {
  return std::ranges::any_of(kinds, [&](const auto& kind) {
    const auto own = known_.find(kind);
    return own == known_.end() || own->second.contains(reference_key(reference));
  });
}

} // namespace hdskit
