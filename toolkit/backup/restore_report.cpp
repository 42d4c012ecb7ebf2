#include "toolkit/backup/restore_report.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(RunVerdict) {
  static constexpr Choice choices[] = {{"proven", marked("Restore proven")},
                                       {"difference", marked("Difference found")},
                                       {"objective_missed", marked("Objective missed")},
                                       {"inconclusive", marked("Test could not be carried out")}};
  return choices;
}

int exit_status(RunVerdict verdict) { return static_cast<int>(verdict); }

std::span<const Choice> choices_of(ProofLevel) {
  static constexpr Choice choices[] = {{"none", marked("Nothing")},
                                       {"listed", marked("Backup listed")},
                                       {"read", marked("Data read by their tool")},
                                       {"restored", marked("Restored into scratch space")},
                                       {"compared", marked("Same as an independent reference")},
                                       {"opened", marked("Opened, its own checks passed")},
                                       {"accepted", marked("Accepted by the check of the hospital")}};
  return choices;
}

std::span<const Choice> choices_of(RunTrigger) {
  static constexpr Choice choices[] = {
      {"manual", marked("By a person")}, {"timer", marked("By a timer")}, {"exercise", marked("During an exercise")}, {"imported", marked("Imported")}};
  return choices;
}

std::span<const Choice> choices_of(ReferenceKind) {
  static constexpr Choice choices[] = {{"none", marked("No reference")},
                                       {"manifest", marked("Manifest of the source")},
                                       {"live_tree", marked("Live tree")},
                                       {"previous_test", marked("Previous test of the same backup")},
                                       {"own_digests", marked("Digests of the backup tool itself")}};
  return choices;
}

std::span<const Choice> restore_phases() {
  static constexpr Choice phases[] = {{"inventory", marked("Inventory of backups")},
                                      {"provision", marked("Preparation of the scratch space")},
                                      {"native_check", marked("Checks of the backup tool")},
                                      {"restore", marked("Restore")},
                                      {"sync", marked("Writing to the disk")},
                                      {"start_service", marked("Start of the service")},
                                      {"verify", marked("Comparison of contents")},
                                      {"application_check", marked("Check of the application")},
                                      {"removal", marked("Removal of restored data")}};
  return phases;
}

} // namespace hdskit
