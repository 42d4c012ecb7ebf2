#pragma once

#include "toolkit/backup/result_file.hpp"
#include "toolkit/continuity/continuity.hpp"
#include "toolkit/dossier/template_filler.hpp"
#include "toolkit/dossier/template_store.hpp"
#include "toolkit/evidence/evidence.hpp"
#include "toolkit/page/document.hpp"

namespace hdskit {

/// What is promised of what the source saves: its own words first, else the hosted service, else the tightest promise above its backup arrangement or service
/// in the dependencies of continuity. Each with its origin for people, in French: it is printed in a French paper.
RecoveryObjectives objectives_of(const BackupSource& source, const Continuity& continuity);

struct FiledRestoreTest {
  RestoreRun run;
  Evidence evidence;
};
/// In one change: the test into the chain, its report as PDF into the vault as evidence linked to its requirements (a proof is valid for as long as the policy
/// says; the proof before it no longer asks to be renewed), last test and measured restore onto its backup arrangement when the restore went through.
/// `machine`: see record_run. Failed and inconclusive tests are filed too.
FiledRestoreTest file_restore_test(Workspace& workspace, const Acting& acting, const RestoreTestOutcome& outcome, Date today, std::string_view machine = {});

/// The same for the signed result of a machine that does not reach the workspace. Throws what import_result does.
FiledRestoreTest file_imported_test(Workspace& workspace, const Acting& acting, const OpenedResult& result, Date today);

/// The report of one test as blocks: two to four pages, in French, without names of files, from the template `rapport-restauration`. Pure.
page::Document compose_restore_report(const RestoreRun& run, const RestoreReport& report, const std::string& hospital, Date day,
                                      const TemplateSource& templates);
/// The same as the bytes of a PDF.
std::string restore_report_pdf(const RestoreRun& run, const RestoreReport& report, const std::string& hospital, Date day,
                               const TemplateSource& templates = shipped_template);
std::string restore_report_pdf(const Workspace& workspace, const RestoreRun& run, const RestoreReport& report, Date day); ///< by the workspace's own template

} // namespace hdskit
