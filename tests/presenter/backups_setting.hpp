#pragma once

#include "gui/presenter/backups_map.hpp"
#include "gui/presenter/rows.hpp"
#include "tests/backup/sample_outcome.hpp"
#include "tests/support/workspaces.hpp"
#include "toolkit/workspace/dialect.hpp"

#include <gmock/gmock.h>

namespace tests {

/// A workspace with sources and tests; the source of sample_outcome() is DPI.
class BackupsSetting : public testing::Test {
protected:
  void add_source(const std::string& reference, const hdskit::Assignments& more = {}) {
    hdskit::Assignments all{{"reference", reference}, {"kind", "directory"}, {"location", "/srv/sauvegardes/" + reference}};
    for (const auto& one : more) {
      std::erase_if(all, [&](const auto& known) { return known.first == one.first; });
      all.push_back(one);
    }
    workspace.change(acting(), [&](hdskit::Change& change) { hdskit::backup_kind("backup_source").add(change, all); });
  }
  /// Begun on 1 November 2026 and `n` days.
  hdskit::RestoreRun test(int n, hdskit::RunVerdict verdict = hdskit::RunVerdict::proven, const std::function<void(hdskit::RestoreReport&)>& alter = {}) {
    auto outcome = sample_outcome(folder.path(), n, verdict);
    if (alter) alter(outcome.report);
    hdskit::RestoreRun run;
    workspace.change(acting(), [&](hdskit::Change& change) { run = hdskit::record_run(change, outcome); });
    return run;
  }
  void tamper(const std::string& sql) { workspace.dialect().execute(sql, {}); }
  std::shared_ptr<const hdskit::gui::BackupsMap> map() const { return hdskit::gui::read_backups_map(workspace, today); }

  hdskit::ScratchFolder folder;
  const std::string location = (folder.path() / "hopital.hds").string();
  hdskit::Workspace workspace = hdskit::Workspace::create(location, acting());
  hdskit::Date today = *hdskit::Date::of(2026, 11, 22);
};

inline std::vector<std::string> column(const hdskit::gui::ListRows& rows, std::size_t place) {
  std::vector<std::string> texts;
  for (std::size_t row = 0; row < rows.count; ++row) texts.push_back(rows.cells(row).at(place).text);
  return texts;
}

inline std::vector<std::string> keys(const hdskit::gui::ListRows& rows) {
  std::vector<std::string> found;
  for (std::size_t row = 0; row < rows.count; ++row) found.push_back(rows.key(row));
  return found;
}

} // namespace tests
