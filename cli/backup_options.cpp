#include "cli/backup_options.hpp"

#include "toolkit/organisation/known_references.hpp"

namespace hdskit::cli {

ReferencedRecord find_backup_record(const Workspace& workspace, std::string_view kind, const std::string& reference) {
  const auto& known = backup_kind(kind);
  return {known, known.find(workspace, record_referenced(workspace, known, reference))};
}

} // namespace hdskit::cli
