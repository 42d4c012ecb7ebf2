#include "toolkit/backup/backup_record_rules.hpp"

#include "toolkit/backup/backup_store.hpp"
#include "toolkit/base/child_process.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/signature.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>
#include <cctype>

namespace hdskit {
namespace {

struct Range {
  std::string_view field;
  std::int64_t least, greatest;
};
constexpr std::int64_t ten_years = 3650; // days
constexpr std::int64_t petabyte = 1'000'000;
constexpr Range ranges[] = {{"test_every", 1, ten_years}, {"turns", 1, 1000}, {"random_permille", 0, 1000}, {"space_gb", 1, petabyte}};
constexpr std::string_view absolute_paths[] = {"password_file", "reference_manifest", "reference_tree"};
constexpr std::string_view lengths_of_time[] = {"period", "time_limit"}; // 0 would be promised, or allowed, to nobody
constexpr std::string_view command_lines[] = {"password_command", "check_command"};
constexpr std::size_t longest_name = 40;

bool among(std::span<const std::string_view> words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

[[noreturn]] void refuse(std::string_view field, const std::string& sentence, const std::string& remedy = {}) {
  throw Problem{ProblemKind::bad_input, std::string{field}, sentence,
                remedy.empty() ? tr("Correct the value, then start again; nothing was changed.") : remedy};
}

std::string next_reference(const Workspace&, const RecordKind& kind) {
  record_rows::refuse_missing_field(kind.word, kind.fields[kind.index_of("reference")].label);
}

std::span<const std::string_view> share_nothing(std::string_view) { return {}; }

std::string name_defect(std::string_view text) {
  const auto allowed = [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_' || c == '.'; };
  if (text.size() <= longest_name && std::ranges::all_of(text, allowed) && text.front() != '.' && text.front() != '-') return "";
  return tr("“{1}” cannot be a name here: at most 40 letters without accent, digits, hyphens, underscores or dots are expected, such as DPI or PACS-2.",
            {text});
}

std::string aspects_defect(std::string_view text) {
  std::vector<std::string> words, known;
  from_field_text(text, words);
  for (unsigned i = 0; i < aspect_count; ++i) known.emplace_back(word_of(static_cast<Aspect>(i)));
  for (const auto& word : words)
    if (std::ranges::find(known, word) == known.end()) return tr("“{1}” is nothing that a restore can give back. These are: {2}.", {word, joined(known, ", ")});
  return "";
}

std::string command_defect(const FieldView& field, std::string_view text) {
  try {
    if (!words_of_command(text).empty()) return "";
  } catch (const Problem& problem) { return tr("{1}: {2}", {tr(field.label), problem.what()}); }
  return tr("“{1}” names no program.", {tr(field.label)});
}

std::string range_defect(const FieldView& field, std::string_view text, const Range& range) {
  std::optional<std::int64_t> value;
  from_field_text(text, value);
  if (!value || (*value >= range.least && *value <= range.greatest)) return "";
  return tr("“{1}” is {2}: a number from {3} to {4} is expected.", {tr(field.label), text, std::to_string(range.least), std::to_string(range.greatest)});
}

std::string defect_of(const RecordMemory&, const RecordKind& kind, const FieldView& field, std::string_view text) {
  return backup_value_defect(kind, field, text);
}

/// "rest:https://…", "sftp:…", "ssh://…", "backup@host:/srv/borg": a colon before the first slash.
bool names_a_server(std::string_view location) { return location.find(':') < location.find('/'); }

/// A password in a location would stand in lists and reports.
bool holds_a_password(std::string_view location) {
  const auto scheme = location.find("://");
  if (scheme == std::string_view::npos) return false;
  const auto authority = location.substr(scheme + 3, location.find('/', scheme + 3) - (scheme + 3));
  const auto at = authority.rfind('@');
  return at != std::string_view::npos && authority.substr(0, at).find(':') != std::string_view::npos;
}

void check_location(SourceKind kind, const std::string& location) {
  if (holds_a_password(location))
    refuse("location", tr("The location holds a password, which lists and reports would show."),
           tr("Leave it out there, and give it with --password-file or --password-command."));
  if (kind == SourceKind::command) {
    const auto words = words_of_command(location);
    if (words.empty() || !words.front().starts_with('/'))
      refuse("location", tr("“{1}” is no adapter: its whole path is expected, then its arguments.", {location}));
    return;
  }
  const bool may_be_elsewhere = kind == SourceKind::restic || kind == SourceKind::borg;
  if (location.starts_with('/') || (may_be_elsewhere && names_a_server(location))) return;
  refuse("location", may_be_elsewhere ? tr("“{1}” is neither a whole path nor the address of a repository.", {location})
                                      : tr("“{1}” is no whole path: a test by a timer starts in another folder than yours.", {location}));
}

std::string text_of(const RecordKind& kind, const Row& row, std::string_view field) { return row.empty() ? std::string{} : row[kind.index_of(field)]; }

/// What was tested under a name is told under that name for good.
void check_name(const Workspace& workspace, const RecordKind& kind, const Row& before, const Row& after, std::string_view column) {
  const auto old_name = text_of(kind, before, "reference");
  if (old_name.empty() || old_name == text_of(kind, after, "reference")) return;
  const auto sql = "select 1 from restore_run where " + std::string{column} + " = :p1 limit 1";
  if (workspace.read(sql, {old_name}).empty()) return;
  refuse("reference", tr("“{1}” keeps its name: restore tests stand under it.", {old_name}),
         tr("Add another one under the new name, and remove this one if it is no longer used; its tests stay."));
}

void check_source(Change& change, const RecordKind& kind, const Row& before, const Row& after) {
  check_name(change.workspace(), kind, before, after, "source");
  if (before.empty() || text_of(kind, before, "location") != text_of(kind, after, "location") ||
      text_of(kind, before, "kind") != text_of(kind, after, "kind")) {
    SourceKind source_kind{};
    from_field_text(text_of(kind, after, "kind"), source_kind);
    check_location(source_kind, text_of(kind, after, "location"));
  }
  if (!text_of(kind, after, "password_file").empty() && !text_of(kind, after, "password_command").empty())
    refuse("password_command", tr("The password comes from a file or from a command, not from both."), tr("Empty one of the two; nothing was changed."));
}

void check_machine(Change& change, const RecordKind& kind, const Row& before, const Row& after) {
  check_name(change.workspace(), kind, before, after, "machine");
  const auto key = text_of(kind, after, "public_key");
  const bool new_key = key != text_of(kind, before, "public_key");
  if (new_key && !before.empty())
    refuse("public_key", tr("The key of a machine does not change: what it signed would no longer be told from what others signed."),
           tr("Add the new key as another machine, and remove this one once its last results are imported."));
  if (text_of(kind, after, "fingerprint") != key_fingerprint(key)) refuse("fingerprint", tr("That is not the fingerprint of this key."));
  const auto number = before.empty() ? std::string{"0"} : text_of(kind, before, "last_number");
  if (text_of(kind, after, "last_number") != number || text_of(kind, after, "last_digest") != text_of(kind, before, "last_digest"))
    refuse("last_number", tr("Which results came is noted by importing them, and by nothing else."));
}

void check_record(Change& change, const RecordKind& kind, std::int64_t, const Row& before, const Row& after) {
  if (kind.word == BackupSource::type().kind) check_source(change, kind, before, after);
  else check_machine(change, kind, before, after);
}

} // namespace

const RecordRules backup_record_rules = {backup_kinds, next_reference, share_nothing, defect_of, check_record};

std::string backup_value_defect(const RecordKind& kind, const FieldView& field, std::string_view text) {
  if (field.name == "reference") return name_defect(text);
  if (kind.word != BackupSource::type().kind) return "";
  if (field.name == "preserve") return aspects_defect(text);
  if (among(command_lines, field.name)) return command_defect(field, text);
  if (among(absolute_paths, field.name) && !text.starts_with('/'))
    return tr("“{1}” is “{2}”: a whole path is expected, since a timer starts in another folder than yours.", {tr(field.label), text});
  if (among(lengths_of_time, field.name)) {
    std::optional<Minutes> length;
    from_field_text(text, length);
    if (length && length->count == 0) return tr("“{1}” is {2}: at least a minute is expected.", {tr(field.label), text});
  }
  const auto range = std::ranges::find(ranges, field.name, &Range::field);
  return range == std::end(ranges) ? "" : range_defect(field, text, *range);
}

} // namespace hdskit
