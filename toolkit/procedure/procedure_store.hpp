#pragma once

#include "toolkit/procedure/procedure.hpp"
#include "toolkit/workspace/workspace.hpp"

namespace hdskit {

/// All procedures with their regimes and events, in the order in which they were started. Equal regimes are read once.
std::vector<ProcedureCase> all_procedures(const Workspace& workspace);

/// Throws Problem not_found.
ProcedureCase find_procedure(const Workspace& workspace, ProcedureId id);

/// Starts one: its regime is read from `procedure.regime_xml`, and kept with it for ever. Throws Problem bad_input for a regime with defects,
/// not_found for a procedure to renew that is not there.
Procedure start_procedure(Change& change, Procedure procedure);

/// Records what happened. Throws what check_event throws; nothing is changed then.
ProcedureEvent record_event(Change& change, ProcedureEvent event, Date today);

} // namespace hdskit
