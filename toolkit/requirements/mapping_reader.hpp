#pragma once

#include "toolkit/markup/markup_text.hpp"
#include "toolkit/requirements/mapping.hpp"

#include <optional>
#include <string_view>

namespace hdskit {

struct MappingReading {
  std::optional<RequirementMapping> mapping; ///< only when there is no defect
  std::vector<MarkupDefect> defects;         ///< all of them, by line
};

/// Reads checklists/mappings/*.xml (schema: mapping.rng beside them). Entities and DTDs are refused; at most 8 MiB. Whether the items exist is not looked at:
/// a mapping may be read before its frameworks are there.
MappingReading read_mapping(std::string_view xml);

/// The mapping that stands in `xml`, or a Problem bad_input that lists all defects with their lines.
RequirementMapping mapping_of(std::string_view xml, const std::string& name);

/// The mappings that come with the program, by id.
const std::vector<RequirementMapping>& shipped_mappings();

} // namespace hdskit
