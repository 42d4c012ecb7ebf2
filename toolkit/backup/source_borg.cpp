#include "toolkit/backup/borg_command.hpp"
#include "toolkit/backup/borg_repository.hpp"
#include "toolkit/backup/borg_restore.hpp"
#include "toolkit/backup/name_pattern.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

constexpr std::array<RequiredTool, 1> borg_tools{{{"borg", borg_package}}};

std::vector<BackupPoint> take_borg_inventory(const SourceAccess& access) {
  renew_borg_stand_in(access);
  const auto answer = ask_borg(access, {"list", "--json", borg_repository(access)});
  std::vector<BackupPoint> points;
  for (const auto& archive : read_borg_archives(answer.text)) {
    if (!access.source.selection.empty() && !matches_pattern(archive.name, access.source.selection)) continue;
    BackupPoint point;
    point.id = archive.name;
    point.begun = archive.begun;
    point.label = archive.name;
    points.push_back(std::move(point));
  }
  std::ranges::stable_sort(points, std::ranges::greater{}, &BackupPoint::begun);
  return points;
}

std::vector<ToolVersion> borg_versions(const SourceAccess& access) {
  ChildCommand command;
  command.words = {"borg", "--version"};
  command.path = access.tools.path;
  command.folder = access.workshop;
  command.environment = {{"BORG_BASE_DIR", std::filesystem::absolute(access.workshop / "borg").string()}};
  const auto answer = ask_tool(access, std::move(command), borg_package, 1u << 16);
  const auto words = split(trimmed(answer.text), ' '); // "borg 1.2.4"
  return {{"borg", words.back()}};
}

/// Checksums of every segment of the repository, of all backups in it.
std::vector<NativeCheck> examine_borg(const SourceAccess& access, const BackupPoint&) {
  renew_borg_stand_in(access); // the listing may have repaired an index in the stand-in
  const auto answer = ask_tool(access, borg_command(access, {"check", "--repository-only", borg_repository(access)}), borg_package);
  const auto messages = read_borg_messages(answer.result.errors);
  refuse_borg_obstacle(access, answer.result, messages);
  const bool repaired = says_any(messages.text, {"repository index missing or corrupted"}); // in the stand-in: borg itself calls that success
  NativeCheck check;
  check.name = "borg check --repository-only";
  check.status = answer.result.status;
  check.passed = check.status == 0 && !repaired;
  if (check.passed) {
    check.sentence = tr("borg finds every segment of its repository whole.");
    return {check};
  }
  require_unchanged_borg_repository(access);
  // A fault in what is restored fails the restore itself; elsewhere it concerns other backups. A sample does not tell the two apart.
  check.grave = check.status != 0 && access.source.turns.value_or(1) > 1;
  check.sentence = tr("borg finds faults in its repository ({1}): other backups in it may be lost.", {borg_words(messages)});
  return {check};
}

void list_borg_files(const SourceAccess& access, const BackupPoint& point, const std::function<void(std::string_view, std::uint64_t)>& take) {
  std::string within;
  walk_borg_archive(
      access, point.id, [&](const std::string& root) { within = root; },
      [&](const BorgItem& item) {
        if (const auto path = within_borg_root(within, item.path); item.file && path) take(*path, item.size);
      });
}

} // namespace

extern const SourceDriver borg_driver;
constinit const SourceDriver borg_driver{SourceKind::borg, borg_tools, take_borg_inventory, borg_versions, examine_borg, restore_borg, list_borg_files};

} // namespace hdskit
