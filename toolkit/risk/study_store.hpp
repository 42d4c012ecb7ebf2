#pragma once

#include "toolkit/organisation/cited_records.hpp"
#include "toolkit/risk/catalogue.hpp"
#include "toolkit/risk/study.hpp"

namespace hdskit {

// The study in the workspace.

/// The setting that holds the workspace's own scale.
inline constexpr const char* risk_scale_setting = "risk-scale";

Study read_study(const Workspace& workspace);
RiskScale workspace_scale(const Workspace& workspace); ///< its own, or the first shipped one

/// The kinds of the study seen without their C++ types, in the order of the workshops; "risk" and "measure" last. Their functions keep the rules of the study:
/// a reference is unique in its kind (letter case and accents aside; add without one gives the next: R1, R2, …), what is cited exists, no circle of actions
/// and none between scenarios, grades within the scale, per cent within 0 to 100, texts within the limits of text_limit.hpp, one frame only; who changes a
/// reference changes it where it is cited, in the same change; what is cited cannot be removed. All throw Problem bad_input or refused naming field and value.
std::span<const RecordKind> risk_kinds();
const RecordKind& risk_kind(std::string_view word); ///< "feared_event" or "feared-event"; throws Problem bad_input with the closest

/// What may be cited: (reference, name) of the records of `kinds` (parted by spaces); hosted services by code, subcontractors by name.
std::vector<std::pair<std::string, std::string>> citable(const Workspace& workspace, std::string_view kinds);

/// Records that cite this one, for people: "measure M4".
std::vector<std::string> citing_records(const Workspace& workspace, const RecordKind& kind, std::string_view reference);

/// The next free reference of a kind: "R13", "ER4".
std::string next_reference(const Workspace& workspace, const RecordKind& kind);

/// Takes a scenario of the catalogue into the register, with its proposed measures (planned, without owner) when asked for. The new risk.
Risk adopt_scenario(Change& change, const CatalogueScenario& scenario, bool with_measures);

/// Lets a line of the register grow into a strategic scenario, an attack path and an operational scenario that bear its words, cited by the risk. Grades of the
/// risk stay until somebody empties them. Throws Problem refused when it has grown already. The reference of the operational scenario.
std::string grow_risk(Change& change, std::string_view reference);

} // namespace hdskit
