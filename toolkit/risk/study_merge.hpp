#pragma once

#include "toolkit/risk/study_json.hpp"

#include <string>
#include <vector>

namespace hdskit {

/// What the workspace would hold once `imported` is taken over: records matched by reference, letter case and accents aside, keep their numbers and places; new
/// ones come behind with the number 0. `replace`: what `imported` does not have is left out, but for the frame of a study that brings none.
Study merged_study(const Study& now, const Study& imported, bool replace);

/// Throws Problem bad_input naming why a whole study cannot be kept: duplicate references, citations that lead nowhere, circles of actions, grades out of
/// scale, texts too long; with line and column where `imported`, as it stands in `file`, has them. Services and subcontractors that the organisation does
/// not have are no defect: a study may come before them.
void refuse_defects(const Study& study, const Study& imported, const StudyFile& file);

/// Writes what differs between what the workspace holds, `now`, and what it shall hold; removes what `after` does not have. The scale too.
StudyImport write_study(Change& change, const Study& now, const Study& after);
/// The same counted, with nothing written.
StudyImport compared_records(const Study& now, const Study& after);

} // namespace hdskit
