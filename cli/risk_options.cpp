#include "cli/risk_options.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/exchange/risk_grades.hpp"
#include "toolkit/risk/study_store.hpp"

#include <algorithm>
#include <optional>

namespace hdskit::cli {
namespace {

std::optional<std::int64_t> referenced(const Workspace& workspace, const RecordKind& kind, const std::string& reference) {
  try {
    return record_referenced(workspace, kind, reference);
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::not_found) throw;
    return std::nullopt;
  }
}

/// Another kind than risk that has this reference; risk itself when none has.
const RecordKind& kind_with(const Workspace& workspace, const std::string& reference) {
  std::vector<const RecordKind*> found;
  std::vector<std::string> words;
  for (const auto& kind : risk_kinds())
    if (kind.word != "risk" && referenced(workspace, kind, reference)) {
      found.push_back(&kind);
      words.push_back("--kind " + replaced(std::string{kind.word}, "_", "-"));
    }
  if (found.size() > 1)
    throw Problem{ProblemKind::bad_input, reference, tr("Several objects of the study bear the reference “{1}”.", {reference}),
                  tr("Say which one is meant: {1}.", {joined(words, ", ")})};
  return found.empty() ? risk_kind("risk") : *found.front();
}

} // namespace

const RecordKind& chosen_kind(const Arguments& arguments) { return risk_kind(arguments.has("kind") ? arguments.text("kind") : "risk"); }

ReferencedRecord find_referenced(const Workspace& workspace, const Arguments& arguments) {
  const auto reference = arguments.text("reference");
  const auto& asked = chosen_kind(arguments);
  if (!arguments.has("kind") && !referenced(workspace, asked, reference)) {
    const auto& kind = kind_with(workspace, reference);
    return {kind, kind.find(workspace, record_referenced(workspace, kind, reference))};
  }
  return {asked, asked.find(workspace, record_referenced(workspace, asked, reference))};
}

Assignments read_risk_assignments(const Workspace& workspace, const RecordKind& kind, const std::vector<std::string>& words) {
  auto assignments = read_assignments(workspace, kind, words);
  const auto scale = workspace_scale(workspace);
  for (auto& [field, text] : assignments)
    if (const auto* names = grade_words(scale, kind.word, field))
      if (const auto grade = grade_named(*names, text)) text = to_field_text(grade);
  return assignments;
}

} // namespace hdskit::cli
