#pragma once

#include "gui/presenter/form.hpp"
#include "gui/presenter/rows.hpp"
#include "gui/presenter/session.hpp"
#include "toolkit/procedure/standing.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hdskit::gui {

/// All procedures and where each stands, read at once.
struct Procedures {
  std::vector<ProcedureCase> files;
  std::vector<ProcedureStanding> standings; ///< in the same order
  Date day;

  std::optional<std::size_t> find(const std::string& key) const; ///< by the key of its row
};
Procedures read_procedures(const Workspace& workspace, Date day);

/// The key of a row is the number of the procedure.
ListRows procedure_rows(const Procedures& procedures, const std::string& words = {});

/// “Under way: decision by 5 March 2027 at best” and what else one should know of it in a line or two.
std::string standing_sentence(const ProcedureCase& file, const ProcedureStanding& standing);
/// The days without an authorisation, with its sign; "" when there is none.
Cell gap_alarm(const ProcedureStanding& standing);

/// What was recorded, by day; the key is the number of the event.
ListRows event_rows(const ProcedureCase& file);

// ---- starting one

std::vector<FormField> new_procedure_fields(const Workspace& workspace);
/// Values in the order of the fields. Throws Problem; then nothing has changed. The key of the new procedure comes back.
std::string start_procedure_from(Session& session, const std::vector<std::string>& values);

// ---- recording what happened

std::vector<FormField> event_fields(const Workspace& workspace, const ProcedureCase& file);
/// What is expected next, of today; what a person records with two clicks.
std::vector<std::string> proposed_event(const ProcedureCase& file, const ProcedureStanding& standing, Date today);
/// Throws Problem; then nothing has changed. The sentence to tell comes back.
std::string record_event_from(Session& session, const ProcedureCase& file, const std::vector<std::string>& values);

} // namespace hdskit::gui
