#pragma once

#include "toolkit/markup/markup_text.hpp"
#include "toolkit/requirements/checklist.hpp"

#include <optional>

namespace hdskit {

struct ChecklistReading {
  std::optional<Checklist> checklist; ///< only when there is no defect
  std::vector<MarkupDefect> defects;  ///< all of them, by line
};

/// Reads checklists/*.xml (schema: checklists/checklist.rng). Entities and DTDs are refused; at most 8 MiB.
ChecklistReading read_checklist(std::string_view xml);

/// The checklist that stands in `xml`, or a Problem bad_input that lists all defects with their lines.
Checklist checklist_of(std::string_view xml, const std::string& name);

/// Ids of the items that bear this word as their check. A checklist that was adopted before items could bear one answers as the shipped one of its id does.
std::vector<std::string> items_checked_by(const Checklist& checklist, std::string_view check);

/// The checklists that come with the program, by id. Throws Problem not_found.
std::string_view shipped_checklist(std::string_view id);
std::vector<std::string> shipped_checklist_ids();

} // namespace hdskit
