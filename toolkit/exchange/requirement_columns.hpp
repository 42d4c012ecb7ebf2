#pragma once

#include "toolkit/organisation/demonstration_state.hpp"
#include "toolkit/requirements/answer.hpp"
#include "toolkit/requirements/checklist.hpp"

#include <optional>
#include <string_view>

namespace hdskit {

enum class RequirementColumn { id, article, number, title, wording, state, statement, owner, due, evidence, applicability };
constexpr std::size_t requirement_column_count = 11;

/// The column under a heading in either language, whatever the letter case and accents.
std::optional<RequirementColumn> requirement_column(std::string_view heading);
/// In the current language.
std::vector<std::string> requirement_headings();

/// A state in the current language, and read in either, or as it is stored.
std::string state_word(DemonstrationState state);
std::optional<DemonstrationState> state_of(std::string_view word);
std::string applicability_word(Applicability applicability);
std::optional<Applicability> applicability_of(std::string_view word);

} // namespace hdskit
