#pragma once

#include "toolkit/dossier/due_dates.hpp"
#include "toolkit/procedure/deadline.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <optional>

namespace hdskit {

/// The one list of all dates that somebody must keep or waits for, by day: the stages, duties and renewals of procedures, and what falls due elsewhere
/// (documents and their tests, mandates, contracts, certificates of subcontractors, answers, measures and reviews of the risk study, plans, exercises,
/// corrective actions and restore tests of the continuity, proofs of backup sources). Settled stages are there too, with their day `done`. A workspace without
/// a checklist has no answers. In the current language.
std::vector<Deadline> all_deadlines(const Workspace& workspace, Date today);
std::vector<Deadline> all_deadlines(const DossierInput& input, Date today); ///< of what was read already. Pure

/// What falls due outside of procedures. Their uids: "evidence-PSSI-validity", "evidence-PSSI-test", "answer-R1111-14-2-a", "mandate-4", "contract-2",
/// "subcontractor-3-contract", "subcontractor-3-certificate", "measure-M4", "risk-R12-review", "risk-study-strategic",
/// "risk-study-operational", "plan-PC1-review", "exercise-EX5", "correction-AC3", "component-CMP4-test", "backup-SV2-test", "source-DPI-test"; signs of a
/// reference that a uid cannot hold stand there as "_c3". Pure.
std::vector<Deadline> deadlines_of(const DossierInput& input, Date today);

/// The deadline that bears this uid. Throws Problem not_found with the closest uids as remedy.
Deadline find_deadline(const std::vector<Deadline>& deadlines, std::string_view uid);

} // namespace hdskit
