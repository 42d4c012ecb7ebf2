#pragma once

#include "toolkit/markup/markup_text.hpp"
#include "toolkit/requirements/scope_questions.hpp"

#include <optional>

namespace hdskit {

struct ScopeReading {
  std::optional<ScopeQuestions> questions; ///< only when there is no defect
  std::vector<MarkupDefect> defects;       ///< all of them, by line
};

/// Reads checklists/scope/*.xml (schema: scope.rng beside them). Beyond the schema: unknown references, questions that lead back to themselves, questions and
/// outcomes that no answer leads to. The bounds are those of checklists.
ScopeReading read_scope(std::string_view xml);

/// The questions that stand in `xml`, or a Problem bad_input that lists all defects with their lines.
ScopeQuestions scope_of(std::string_view xml, const std::string& name);

/// The questions that come with the program, by id. Throws Problem not_found.
std::string_view shipped_scope(std::string_view id);
std::vector<std::string> shipped_scope_ids();

} // namespace hdskit
