#pragma once

#include "cli/json.hpp"
#include "toolkit/requirements/answer_store.hpp"

#include <string>
#include <vector>

namespace hdskit::cli {

/// An item with its answer and the codes of the documents that support it.
struct RequirementView {
  const Item* item = nullptr;
  const Answer* answer = nullptr; ///< nullptr: unanswered
  std::vector<std::string> documents;
};

/// The checklist of a workspace, its answers and documents, read at once.
class Requirements {
public:
  explicit Requirements(const Workspace& workspace);
  const Checklist& checklist() const { return checklist_; }
  std::vector<RequirementView> views() const;
  /// Throws Problem not_found with the closest item.
  RequirementView find(std::string_view item) const;

private:
  RequirementView view_of(const Item& item) const;
  Checklist checklist_;
  std::vector<Answer> answers_;
  std::vector<std::pair<std::string, std::string>> links_; ///< item, code
};

inline Requirements read_requirements(const Workspace& workspace) { return Requirements{workspace}; }

std::string shown_state(const RequirementView& view);
json::object requirement_json(const RequirementView& view);

} // namespace hdskit::cli
