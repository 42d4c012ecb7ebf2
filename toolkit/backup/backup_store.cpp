#include "toolkit/backup/backup_store.hpp"

#include "toolkit/backup/backup_record_rules.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/signature.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/organisation/ruled_kind.hpp"

namespace hdskit {
namespace {

template <typename Record> RecordKind backup_kind_of(std::vector<std::string_view> columns) {
  return ruled_kind_of<Record, backup_record_rules>(std::move(columns));
}

/// People give the key; its fingerprint follows from it.
RecordKind machine_kind() {
  auto kind = backup_kind_of<BackupMachine>({"reference", "fingerprint", "last_number", "note"});
  kind.add = [](Change& change, const Assignments& assignments) {
    BackupMachine machine;
    assign_known<BackupMachine, backup_record_rules>(machine, assignments);
    if (machine.fingerprint.empty() && !machine.public_key.empty()) machine.fingerprint = key_fingerprint(machine.public_key);
    return add_under(backup_record_rules, change, ruled_kind<BackupMachine, backup_record_rules>(), view_of(machine).values);
  };
  return kind;
}

} // namespace

std::vector<RestoreRun> all_runs(const Workspace& workspace) { return all_records<RestoreRun>(workspace); }

Backups read_backups(const Workspace& workspace) { return {all_records<BackupSource>(workspace), all_runs(workspace), all_records<BackupMachine>(workspace)}; }

std::span<const RecordKind> backup_kinds() {
  static const RecordKind kinds[] = {
      backup_kind_of<BackupSource>({"reference", "kind", "location", "service", "copy", "test_every"}),
      machine_kind(),
  };
  return kinds;
}

const RecordKind& backup_kind(std::string_view word) {
  const auto wanted = replaced(std::string{word}, "-", "_");
  std::vector<std::string_view> words;
  for (const auto& kind : backup_kinds()) {
    if (kind.word == wanted) return kind;
    words.push_back(kind.word);
  }
  throw Problem{ProblemKind::bad_input, std::string{word}, tr("“{1}” is no kind of record of backups.", {word}),
                suggestion(wanted, words, tr("These are: {1}", {joined({words.begin(), words.end()}, ", ")}))};
}

BackupSource find_source(const Workspace& workspace, std::string_view reference) {
  const auto& kind = backup_kind(BackupSource::type().kind);
  return find_record<BackupSource>(workspace, BackupSourceId{record_referenced(workspace, kind, reference)});
}

} // namespace hdskit
