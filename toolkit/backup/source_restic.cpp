#include "toolkit/backup/restic_command.hpp"
#include "toolkit/backup/restic_listing.hpp"
#include "toolkit/backup/restic_restore.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <array>

namespace hdskit {
namespace {

constexpr std::array<RequiredTool, 1> restic_tools{{{"restic", restic_package}}};

/// "host=srv1 tag=daily path='/srv/my files'" as options of restic.
std::vector<std::string> selecting_options(const SourceAccess& access) {
  std::vector<std::string> options;
  for (const auto& word : words_of_command(access.source.selection)) {
    const auto sign = word.find('=');
    const auto name = word.substr(0, sign);
    if (sign == std::string::npos || sign + 1 == word.size() || (name != "host" && name != "tag" && name != "path"))
      throw Problem{ProblemKind::bad_input, access.source.reference, tr("“{1}” selects no backups of restic.", {word}),
                    tr("Write host=…, tag=… or path=…, with blanks between them.")};
    options.push_back("--" + name + "=" + word.substr(sign + 1));
  }
  return options;
}

BackupPoint point_of(const ResticSnapshot& snapshot) {
  BackupPoint point;
  point.id = snapshot.id;
  point.begun = snapshot.time;
  point.ended = snapshot.ended;
  point.bytes = snapshot.bytes;
  point.label = snapshot.host + ": " + joined(snapshot.paths, ", ");
  if (!snapshot.tags.empty()) point.label += " (" + joined(snapshot.tags, ", ") + ")";
  return point;
}

bool lost_a_snapshot(std::string_view messages) { return says_any(messages, {"could not load snapshot", "failed to load snapshot", "load <snapshot/"}); }

std::vector<BackupPoint> take_restic_inventory(const SourceAccess& access) {
  require_no_exclusive_restic_lock(access);
  std::vector<std::string> words{"--json", "snapshots"};
  for (auto& option : selecting_options(access)) words.push_back(std::move(option));
  const auto answer = ask_restic(access, std::move(words));
  const auto snapshots = read_restic_snapshots(answer.text);
  const auto location = without_passwords(access.source.location);
  if (snapshots.empty() && lost_a_snapshot(answer.result.errors)) // restic itself calls that success
    throw Problem{ProblemKind::damaged, location, tr("No backup in the restic repository “{1}” can be read any more.", {location}),
                  tr("Put the repository right from another copy; the log of the test holds what restic said.")};
  write_file(access.workshop / restic_snapshots_file, answer.text);
  std::vector<BackupPoint> points;
  for (auto snapshot = snapshots.rbegin(); snapshot != snapshots.rend(); ++snapshot) points.push_back(point_of(*snapshot));
  std::ranges::stable_sort(points, std::ranges::greater{}, &BackupPoint::begun);
  return points;
}

std::vector<ToolVersion> restic_versions(const SourceAccess& access) {
  ChildCommand command;
  command.words = {"restic", "version"};
  command.path = access.tools.path;
  command.folder = access.workshop;
  const auto answer = ask_tool(access, std::move(command), restic_package, 1u << 16);
  const auto words = split(answer.text, ' '); // "restic 0.14.0 compiled with …"
  return {{"restic", words.size() > 1 ? words[1] : std::string{trimmed(answer.text)}}};
}

/// Structure of the whole repository: every index, pack and folder of every backup. The data of the backup under test are read by its restore.
std::vector<NativeCheck> examine_restic(const SourceAccess& access, const BackupPoint&) {
  const auto answer = ask_tool(access, restic_command(access, {"check"}), restic_package);
  NativeCheck check;
  check.name = "restic check";
  check.status = answer.result.status;
  check.passed = answer.result.status == 0;
  if (check.passed) {
    check.sentence = tr("restic finds the structure of its repository whole.");
    return {check};
  }
  refuse_restic_obstacle(access, answer.result);
  require_no_exclusive_restic_lock(access); // what is being pruned reads as damaged
  const auto said = restic_words(answer.result.errors);
  if (lost_a_snapshot(answer.result.errors)) { // it may be the very one that should have been tested
    check.sentence = tr("A backup that lies in the repository cannot be read any more ({1}).", {said});
    return {check};
  }
  // A fault in what is restored fails the restore itself; elsewhere it concerns other backups. A sample does not tell the two apart.
  check.grave = access.source.turns.value_or(1) > 1;
  check.sentence = tr("restic finds faults in its repository ({1}): other backups in it may be lost.", {said.empty() ? "?" : said});
  return {check};
}

void list_restic_files(const SourceAccess& access, const BackupPoint& point, const std::function<void(std::string_view, std::uint64_t)>& take) {
  std::optional<ResticRoot> root;
  walk_restic_snapshot(
      access, point.id, [&](const ResticSnapshot& snapshot) { root.emplace(snapshot); },
      [&](const ResticNode& node) {
        root->see(node);
        if (!node.file) return;
        if (const auto path = root->within(node.path)) take(*path, node.size);
      });
}

} // namespace

extern const SourceDriver restic_driver;
constinit const SourceDriver restic_driver{SourceKind::restic, restic_tools,   take_restic_inventory, restic_versions,
                                           examine_restic,     restore_restic, list_restic_files};

} // namespace hdskit
