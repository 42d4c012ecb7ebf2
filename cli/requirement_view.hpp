#pragma once

#include "cli/json.hpp"
#include "toolkit/requirements/answer_store.hpp"

#include <string>
#include <unordered_map>
#include <vector>

namespace hdskit::cli {

/// An item with its answer and the codes of the documents that support it.
struct RequirementView {
  const Checklist* checklist = nullptr;
  const Item* item = nullptr;
  const Answer* answer = nullptr; ///< nullptr: unanswered
  std::vector<std::string> documents;
};

/// Checklists of a workspace, its answers and documents, read at once.
class Requirements {
public:
  Requirements(const Workspace& workspace, std::vector<Checklist> checklists);
  std::vector<RequirementView> views() const;
  /// Throws Problem not_found with the closest item.
  RequirementView find(std::string_view item) const;

private:
  RequirementView view_of(const Checklist& checklist, const Item& item) const;
  std::vector<Checklist> checklists_;
  std::vector<Answer> answers_;
  std::unordered_map<std::string, const Answer*> by_item_;              ///< folded item
  std::unordered_map<std::string, std::vector<std::string>> documents_; ///< folded item, codes
};

std::string shown_state(const RequirementView& view);
json::object requirement_json(const RequirementView& view);

} // namespace hdskit::cli
