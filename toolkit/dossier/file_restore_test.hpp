#pragma once

#include "toolkit/backup/backup_store.hpp"
#include "toolkit/continuity/continuity.hpp"
#include "toolkit/evidence/evidence.hpp"

namespace hdskit {

/// What is promised of what the source saves: its own words first, else the hosted service, else the tightest promise above its backup arrangement or service
/// in the dependencies of continuity. Each with its origin for people.
RecoveryObjectives objectives_of(const BackupSource& source, const Continuity& continuity);

struct FiledRestoreTest {
  RestoreRun run;
  Evidence evidence;
};
/// In one change: the test into the chain, its report as PDF into the vault as evidence linked to its requirements (valid for as long as the policy says), last
/// test and measured restore onto its backup arrangement when the restore went through. `machine`: see record_run. Failed and inconclusive tests are filed too.
FiledRestoreTest file_restore_test(Workspace& workspace, const Acting& acting, const RestoreTestOutcome& outcome, Date today, std::string_view machine = {});

/// The report of one test as PDF: two to four pages, in French, without names of files.
std::string restore_report_pdf(const RestoreRun& run, const RestoreReport& report, const std::string& hospital, Date day);

} // namespace hdskit
