#pragma once

#include "toolkit/base/field.hpp"

namespace hdskit {

/// How far an item of the file has come: the four prerequisites of the founding article ask that each point be feasible,
/// formalised, described with its implementation, and demonstrated to work. Shared by requirements and evidence.
enum class DemonstrationState { absent, defined, written, demonstrated };
std::span<const Choice> choices_of(DemonstrationState);

} // namespace hdskit
