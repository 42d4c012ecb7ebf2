#include "cli/continuity_options.hpp"

#include "toolkit/continuity/continuity_store.hpp"

namespace hdskit::cli {

const RecordKind& chosen_continuity_kind(const Arguments& arguments) { return continuity_kind(arguments.has("kind") ? arguments.text("kind") : "activity"); }

ReferencedRecord find_in_continuity(const Workspace& workspace, const Arguments& arguments) {
  const auto* asked = arguments.has("kind") ? &chosen_continuity_kind(arguments) : nullptr;
  return find_referenced(workspace, continuity_kinds(), asked, nullptr, arguments.text("reference"));
}

} // namespace hdskit::cli
