#include "toolkit/backup/backup_source.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit {

std::span<const Choice> choices_of(SourceKind) {
  static constexpr Choice choices[] = {{"restic", marked("restic repository")},
                                       {"borg", marked("BorgBackup repository")},
                                       {"archive", marked("archive (tar, zip, 7z)")},
                                       {"directory", marked("folder or rsync copy")},
                                       {"postgresql-dump", marked("PostgreSQL dump")},
                                       {"postgresql-base", marked("PostgreSQL base backup")},
                                       {"sqlite", marked("SQLite file")},
                                       {"command", marked("other product, by an adapter")}};
  return choices;
}

std::span<const Choice> choices_of(CopyClass) {
  static constexpr Choice choices[] = {{"primary", marked("first copy, beside the production")},
                                       {"other_site", marked("copy on another site")},
                                       {"offline", marked("offline copy")},
                                       {"immutable", marked("copy that cannot be altered")}};
  return choices;
}

const RecordType<BackupSource>& BackupSource::type() {
  static const Field<BackupSource> fields[] = {
      field<&BackupSource::reference>("reference", marked("Name"), Need::required),
      field<&BackupSource::kind>("kind", marked("Kind of backup")),
      field<&BackupSource::location>("location", marked("Location"), Need::required),
      field<&BackupSource::selection>("selection", marked("Which backups there")),
      citing<&BackupSource::service>("service", marked("Hosted service"), "service"),
      citing<&BackupSource::arrangement>("arrangement", marked("Backup arrangement"), "backup_arrangement"),
      field<&BackupSource::copy>("copy", marked("Which of the copies")),
      field<&BackupSource::password_file>("password_file", marked("File that holds the password")),
      field<&BackupSource::password_command>("password_command", marked("Command that gives the password")),
      field<&BackupSource::period>("period", marked("Promised time between two backups")),
      field<&BackupSource::rto>("rto", marked("Recovery time objective (RTO)")),
      field<&BackupSource::rpo>("rpo", marked("Recovery point objective (RPO)")),
      field<&BackupSource::test_every>("test_every", marked("Days between two proofs")),
      field<&BackupSource::preserve>("preserve", marked("What a restore must give back")),
      field<&BackupSource::reference_manifest>("reference_manifest", marked("Manifest to compare with")),
      field<&BackupSource::reference_tree>("reference_tree", marked("Live folder to compare with")),
      field<&BackupSource::database>("database", marked("Database that is queried")),
      long_field<&BackupSource::check_query>("check_query", marked("Query that must give a row")),
      long_field<&BackupSource::newest_query>("newest_query", marked("Query that gives the newest moment")),
      field<&BackupSource::check_command>("check_command", marked("Check command")),
      field<&BackupSource::space_gb>("space_gb", marked("Scratch space, at most (GB)")),
      field<&BackupSource::time_limit>("time_limit", marked("Time for the whole test, at most")),
      field<&BackupSource::turns>("turns", marked("Tests in which all content is read once")),
      field<&BackupSource::random_permille>("random_permille", marked("Drawn besides, per thousand files")),
      field<&BackupSource::requirements>("requirements", marked("Requirements")),
      field<&BackupSource::referent>("referent", marked("Who judges for the business")),
      long_field<&BackupSource::note>("note", marked("Note")),
  };
  static const RecordType<BackupSource> type{"backup_source", marked("backup source"), fields};
  return type;
}

} // namespace hdskit
