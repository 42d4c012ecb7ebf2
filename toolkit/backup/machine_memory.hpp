#pragma once

#include "toolkit/backup/run_restore_test.hpp"

namespace hdskit {

/// What a machine without the workspace keeps of its tests of one source, so that the next one builds upon it as in a workspace: report and manifest of the
/// newest one that went well, and where the sample stands. The manifest holds names of files: folder and files are for their owner only.
class MachineMemory {
public:
  /// `folder`: beside the key; it need not be there yet. `mark`: of the workspace of the plan.
  MachineMemory(std::filesystem::path folder, std::string_view mark, std::string_view source);

  /// Nothing when there was no test yet. What lies damaged there is as if there were none.
  std::optional<PreviousTest> previous() const;
  /// A test that was inconclusive leaves nothing behind.
  void keep(const RestoreTestOutcome& outcome) const;

private:
  std::filesystem::path file(std::string_view ending) const;
  std::filesystem::path folder_;
  std::string name_;
};

} // namespace hdskit
