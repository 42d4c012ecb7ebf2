#include "toolkit/backup/restore_run.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

const RecordType<RestoreRun>& RestoreRun::type() {
  static const Field<RestoreRun> fields[] = {
      field<&RestoreRun::reference>("reference", marked("Reference"), Need::required),
      field<&RestoreRun::source>("source", marked("Backup source"), Need::required),
      field<&RestoreRun::run_id>("run_id", marked("Test identifier"), Need::required),
      field<&RestoreRun::started>("started", marked("Begun at")),
      field<&RestoreRun::ended>("ended", marked("Ended at")),
      field<&RestoreRun::verdict>("verdict", marked("Verdict")),
      field<&RestoreRun::level>("level", marked("How far the proof goes")),
      field<&RestoreRun::trigger>("trigger", marked("Started by")),
      field<&RestoreRun::reason>("reason", marked("Reason")),
      field<&RestoreRun::point>("point", marked("Backup that was restored")),
      field<&RestoreRun::restore_seconds>("restore_seconds", marked("Time to restore (s)")),
      field<&RestoreRun::rpo_seconds>("rpo_seconds", marked("Age of the newest data (s)")),
      field<&RestoreRun::rto>("rto", marked("Recovery time objective (RTO)")),
      field<&RestoreRun::rpo>("rpo", marked("Recovery point objective (RPO)")),
      field<&RestoreRun::files>("files", marked("Files restored")),
      field<&RestoreRun::bytes>("bytes", marked("Bytes restored")),
      field<&RestoreRun::differences>("differences", marked("Differences")),
      field<&RestoreRun::machine>("machine", marked("Machine that ran it")),
      field<&RestoreRun::result_number>("result_number", marked("Number of its result")),
      field<&RestoreRun::result_previous>("result_previous", marked("Digest of its result before")),
      field<&RestoreRun::result_digest>("result_digest", marked("Digest of its result")),
      field<&RestoreRun::report>("report", marked("Report (digest)"), Need::required),
      field<&RestoreRun::manifest>("manifest", marked("Manifest (digest)")),
      field<&RestoreRun::differences_list>("differences_list", marked("List of differences (digest)")),
      field<&RestoreRun::log>("log", marked("Log (digest)")),
      field<&RestoreRun::evidence>("evidence", marked("Evidence (code of the document)")),
      field<&RestoreRun::previous>("previous", marked("Link before")),
      field<&RestoreRun::digest>("digest", marked("Link"), Need::required),
  };
  static const RecordType<RestoreRun> type{"restore_run", marked("restore test"), fields};
  return type;
}

const RecordType<BackupMachine>& BackupMachine::type() {
  static const Field<BackupMachine> fields[] = {
      field<&BackupMachine::reference>("reference", marked("Name"), Need::required),
      long_field<&BackupMachine::public_key>("public_key", marked("Public key"), Need::required),
      field<&BackupMachine::fingerprint>("fingerprint", marked("Fingerprint of the key")),
      long_field<&BackupMachine::note>("note", marked("Note")),
      field<&BackupMachine::last_number>("last_number", marked("Last result imported")),
      field<&BackupMachine::last_digest>("last_digest", marked("Digest of that result")),
  };
  static const RecordType<BackupMachine> type{"backup_machine", marked("machine that tests backups"), fields};
  return type;
}

} // namespace hdskit
