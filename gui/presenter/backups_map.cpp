#include "gui/presenter/backups_map.hpp"

#include "toolkit/backup/result_file.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/dossier/file_restore_test.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/workspace/dialect.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

template <typename Record> const Record* referenced(const std::vector<Record>& records, std::string_view reference) {
  const auto key = reference_key(reference);
  const auto found = std::ranges::find_if(records, [&](const Record& record) { return reference_key(record.reference) == key; });
  return found == records.end() ? nullptr : &*found;
}

} // namespace

const BackupSource* BackupsMap::source(std::string_view reference) const { return referenced(backups.sources, reference); }
const RestoreRun* BackupsMap::run(std::string_view reference) const { return referenced(backups.runs, reference); }

std::vector<const RestoreRun*> BackupsMap::runs_of(std::string_view source) const {
  const auto key = reference_key(source);
  std::vector<const RestoreRun*> found;
  for (auto run = backups.runs.rbegin(); run != backups.runs.rend(); ++run)
    if (reference_key(run->source) == key) found.push_back(&*run);
  return found;
}

std::shared_ptr<const BackupsMap> read_backups_map(const Workspace& workspace, Date today) {
  const Snapshot snapshot{workspace.dialect()}; // one state for all of it
  const auto continuity = read_continuity(workspace);
  auto map = std::make_shared<BackupsMap>(BackupsMap{read_backups(workspace), examine_chain(workspace), examine_machines(workspace), {}, {}, today});
  for (const auto& source : map->backups.sources) {
    map->objectives.push_back(objectives_of(source, continuity));
    map->standings.push_back(standing_of_source(source, map->backups.runs, today));
  }
  return map;
}

std::optional<BackupsSubject> backups_subject(std::string_view subject) {
  const auto colon = subject.find(':');
  const auto kind = subject.substr(0, colon);
  const bool known = kind == RestoreRun::type().kind || kind == BackupSource::type().kind || kind == BackupMachine::type().kind;
  if (!known) return std::nullopt;
  return BackupsSubject{std::string{kind}, colon == std::string_view::npos ? "" : std::string{subject.substr(colon + 1)}};
}

} // namespace hdskit::gui
