#pragma once

#include "toolkit/continuity/continuity.hpp"
#include "toolkit/organisation/record_kind.hpp"

namespace hdskit {

Continuity read_continuity(const Workspace& workspace);

/// The kinds of this room without their C++ types: activity, activity_impact, component, backup_arrangement, dependency, continuity_plan, plan_step,
/// crisis_contact, action_card, exercise, exercise_entry, corrective_action. Their functions keep the rules: a reference is unique in its kind and among what
/// dependencies may cite; what is cited exists; a dependency stands once and closes no circle; steps close no circle; durations within 0 and 10 years; a deputy is another person
/// than the holder. All throw Problem bad_input or refused naming field and value.
std::span<const RecordKind> continuity_kinds();
const RecordKind& continuity_kind(std::string_view word);

std::vector<std::pair<std::string, std::string>> citable_in_continuity(const Workspace& workspace, std::string_view kinds); ///< reference, name

} // namespace hdskit
