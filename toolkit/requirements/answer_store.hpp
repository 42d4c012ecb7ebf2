#pragma once

#include "toolkit/requirements/answer.hpp"
#include "toolkit/requirements/checklist.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <optional>

namespace hdskit {

/// The checklist that this workspace follows: its own copy, so that a new version of the program never moves an answer.
Checklist workspace_checklist(const Workspace& workspace);
/// Adopts a checklist (its XML, already proven readable). Answers to items that it no longer holds are kept. Throws Problem refused when a framework that is
/// followed beside it gives the id of one of its items.
void adopt_checklist(Change& change, const std::string& xml);

std::vector<Answer> all_answers(const Workspace& workspace);
std::optional<Answer> answer_to(const Workspace& workspace, std::string_view item);

/// Records the answer to an item, replacing the one before. Throws Problem not_found for an item that the checklist does not hold,
/// with the closest ids as remedy.
/// An item that is excluded needs its justification as statement: Problem bad_input.
void give_answer(Change& change, const Checklist& checklist, Answer answer);
/// To an item of any of these: all_checklists, as a rule.
void give_answer(Change& change, const std::vector<Checklist>& checklists, Answer answer);
/// The same for many, looking only once at what is there.
void give_answers(Change& change, const Checklist& checklist, const std::vector<Answer>& answers);

} // namespace hdskit
