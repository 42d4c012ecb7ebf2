#pragma once

#include "toolkit/requirements/taken_answers.hpp"

namespace hdskit::cli {

/// An answer that serves an item of another framework as well, with the documents that support it.
struct TakenOver {
  std::string item, from_framework, from_item;
  Answer answer;
  std::vector<std::string> evidence; ///< codes of documents in force, which will name the item too
};

/// From all that the workspace follows, the first framework that answers an item whole going first.
std::vector<TakenOver> what_to_take_over(const Workspace& workspace, const Checklist& checklist, Date today);
void take_over(Change& change, const Checklist& checklist, const std::vector<TakenOver>& taken);

} // namespace hdskit::cli
