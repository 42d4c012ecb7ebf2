#pragma once

#include "toolkit/base/field.hpp"
#include "toolkit/verification/comparison.hpp"

#include <string>
#include <vector>

namespace hdskit {

using BackupSourceId = Id<struct BackupSourceTag>;

enum class SourceKind { restic, borg, archive, directory, postgresql_dump, postgresql_base, sqlite, command };
std::span<const Choice> choices_of(SourceKind); ///< "restic", "borg", "archive", "directory", "postgresql-dump", "postgresql-base", "sqlite", "command"

/// Which of the copies this one is (3-2-1: three copies, two media, one elsewhere): what was restored is said of the copy that was tested.
enum class CopyClass { primary, other_site, offline, immutable };
std::span<const Choice> choices_of(CopyClass);

/// Where backups lie and how they are tested. Named by its reference: `hdskit backup test DPI`.
struct BackupSource {
  BackupSourceId id;
  std::string reference; ///< the short name
  SourceKind kind = SourceKind::directory;
  std::string location;    ///< repository, file or folder as its tool writes it; of a `command`, the adapter and its arguments
  std::string selection;   ///< which of the backups there: a pattern with * and ? on their names; restic: "host=…", "tag=…", "path=…", parted by blanks
  std::string service;     ///< code of the hosted service that it saves
  std::string arrangement; ///< reference of the backup arrangement of continuity; its last test and measured restore follow the tests
  CopyClass copy = CopyClass::primary;
  std::string password_file, password_command; ///< how the password is come by; never the password
  std::optional<Minutes> period;               ///< promised between two backups
  std::optional<Minutes> rto, rpo;             ///< tighter or other objectives than those of the service
  std::optional<std::int64_t> test_every;      ///< days; a proof older than this is none. Empty: 365 (yearly, ReCyF objective 13; ANSSI hygiene measure 37)
  std::vector<std::string> preserve;           ///< words of Aspect that a restore must give back; empty: all that the kind can
  std::string reference_manifest;              ///< of the source at backup time
  std::string reference_tree;                  ///< a live tree to compare with
  std::string database;                        ///< that queries are asked of, when there are several
  std::string check_query;                     ///< SQL that must give at least one row, the first column of which is neither empty, 0 nor false
  std::string newest_query;                    ///< SQL that gives the moment of the newest datum
  std::string check_command;                   ///< program and arguments, no shell; status 0 is the only pass
  std::optional<std::int64_t> space_gb;        ///< limit of the scratch space; empty: what is free, less a tenth
  std::optional<Minutes> time_limit;           ///< of the whole test; empty: 24 h
  std::optional<std::int64_t> turns;           ///< huge backups: content is read once in so many tests; empty or 1: all of it, always
  std::optional<std::int64_t> random_permille; ///< drawn besides the turn
  std::vector<std::string> requirements;       ///< items of the checklist that a proof serves; empty: those on restore tests
  std::string referent;                        ///< who judges for the business (référent métier)
  std::string note;
  static const RecordType<BackupSource>& type();
};
inline constexpr int default_test_days = 365;

/// What restores of this kind can give back, as `kind` with its tool's strict options: a zip keeps neither owners nor lists.
AspectSet kept_by(SourceKind kind, std::string_view location, bool as_root);
/// What a restore must give back by the source's own words.
AspectSet must_preserve(const BackupSource& source, bool as_root);
/// Kinds of which a part can be restored.
bool can_sample(SourceKind kind);

/// What is promised, and by whom.
struct RecoveryObjectives {
  std::optional<Minutes> rto, rpo;
  std::string rto_origin, rpo_origin; ///< "source DPI", "hosted service DPI", "ACT1 → DPI → SV1"
};

} // namespace hdskit
