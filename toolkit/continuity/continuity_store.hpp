#pragma once

#include "toolkit/continuity/continuity.hpp"
#include "toolkit/organisation/cited_records.hpp"

namespace hdskit {

Continuity read_continuity(const Workspace& workspace);

/// The kinds of this room without their C++ types: activity, activity_impact, component, backup_arrangement, dependency, continuity_plan, plan_step,
/// crisis_contact, action_card, exercise, exercise_entry, corrective_action. Their functions keep the rules: a reference is unique in its kind and among what
/// dependencies may cite (add without one gives the next: ACT1, CMP1, …), a record without reference stands once by its record_key; what is cited exists and
/// follows when it gets another reference; nothing depends on itself or comes after itself; steps come after steps of the same plan; durations are within 0 and
/// 10 years, impacts within 0 and 4. Circles, and a deputy who is the holder, can be true of a hospital: they are kept, and the check names them.
/// All throw Problem bad_input or refused naming field and value.
std::span<const RecordKind> continuity_kinds();
const RecordKind& continuity_kind(std::string_view word); ///< "plan_step" or "plan-step"; throws Problem bad_input with the closest

std::vector<std::pair<std::string, std::string>> citable_in_continuity(const Workspace& workspace, std::string_view kinds); ///< reference, name

/// Records that cite this one, for people: "dependency ACT1 · DPI".
std::vector<std::string> citing_in_continuity(const Workspace& workspace, const RecordKind& kind, std::string_view reference);

/// "ACT13"; "" for a kind whose records bear no reference.
std::string next_continuity_reference(const Workspace& workspace, const RecordKind& kind);

} // namespace hdskit
