#include "cli/referenced_record.hpp"

#include "toolkit/base/closest.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/known_references.hpp"
#include "toolkit/organisation/record_key.hpp"

#include <algorithm>

namespace hdskit::cli {
namespace {

bool has_references(const RecordKind& kind) { return std::ranges::find(kind.fields, "reference", &FieldView::name) != kind.fields.end(); }

std::optional<std::int64_t> number_of(const RecordKind& kind, const std::string& words) {
  const bool digits = !words.empty() && words.size() < 18 && words.find_first_not_of("0123456789") == std::string::npos;
  return digits && !has_references(kind) ? std::optional{std::stoll(words)} : std::nullopt;
}

[[noreturn]] void refuse_unknown(const Workspace& workspace, std::span<const RecordKind> kinds, const std::string& reference) {
  std::vector<std::string> near;
  for (const auto& kind : kinds)
    if (has_references(kind))
      for (const auto& known : RecordMemory::of(workspace).references(kind.word).closest_to(reference)) near.push_back(known);
  const auto best = closest(reference, {near.begin(), near.end()}, 3);
  throw Problem{ProblemKind::not_found, reference, tr("No record bears the reference “{1}”.", {reference}),
                best.empty() ? tr("List what is there, then start again with one of its references.")
                             : tr("Did you mean: {1}?", {joined({best.begin(), best.end()}, ", ")})};
}

} // namespace

std::string ReferencedRecord::key() const { return record_key(kind, record.values); }

std::string ReferencedRecord::name() const { return has_references(kind) ? tr("{1}, “{2}”", {key(), title_of(kind, record)}) : key(); }

std::optional<ReferencedRecord> record_with(const Workspace& workspace, const RecordKind& kind, const std::string& reference) {
  if (const auto number = number_of(kind, reference)) return ReferencedRecord{kind, kind.find(workspace, *number)};
  const auto* known = RecordMemory::of(workspace).keys(kind).find(reference);
  return known ? std::optional{ReferencedRecord{kind, kind.find(workspace, known->id)}} : std::nullopt;
}

ReferencedRecord find_referenced(const Workspace& workspace, std::span<const RecordKind> kinds, const RecordKind* asked, const RecordKind* first,
                                 const std::string& reference) {
  if (const auto* kind = asked ? asked : first)
    if (auto record = record_with(workspace, *kind, reference)) return std::move(*record);
  if (asked) record_referenced(workspace, *asked, reference); // says what there is
  std::vector<ReferencedRecord> found;
  std::vector<std::string> options;
  for (const auto& kind : kinds)
    if (auto record = has_references(kind) ? record_with(workspace, kind, reference) : std::nullopt) {
      options.push_back("--kind " + option_word(kind.word));
      found.push_back(std::move(*record));
    }
  if (found.size() > 1)
    throw Problem{ProblemKind::bad_input, reference, tr("Several records bear the reference “{1}”.", {reference}),
                  tr("Say which one is meant: {1}.", {joined(options, ", ")})};
  if (!found.empty()) return found.front();
  if (first) record_referenced(workspace, *first, reference);
  refuse_unknown(workspace, kinds, reference);
}

std::string option_word(std::string_view kind) { return replaced(std::string{kind}, "_", "-"); }

} // namespace hdskit::cli
