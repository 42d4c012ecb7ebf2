#include "toolkit/backup/restic_restore.hpp"

#include "toolkit/backup/restic_command.hpp"
#include "toolkit/backup/restic_listing.hpp"
#include "toolkit/backup/restic_sample.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit {
namespace {

namespace fs = std::filesystem;

std::optional<ResticSnapshot> snapshot_with(std::string_view json, const std::string& id) {
  auto snapshots = read_restic_snapshots(json);
  const auto found = std::ranges::find(snapshots, id, &ResticSnapshot::id);
  return found == snapshots.end() ? std::nullopt : std::optional{std::move(*found)};
}

std::optional<ResticSnapshot> snapshot_of(const SourceAccess& access, const std::string& id) {
  if (const auto file = access.workshop / restic_snapshots_file; fs::exists(file))
    if (auto snapshot = snapshot_with(read_file(file), id)) return snapshot;
  return snapshot_with(ask_restic(access, {"--json", "snapshots", id}).text, id);
}

/// Where the restored folder lies below `into`; `into` itself when the snapshot has several paths, or began within its one path. Never through a link.
fs::path tree_of(const fs::path& into, const std::optional<ResticSnapshot>& snapshot) {
  if (!snapshot) return into;
  const ResticRoot root{*snapshot};
  if (root.path().empty()) return into;
  fs::path tree = into;
  for (const auto& name : split(std::string_view{root.path()}.substr(1), '/')) {
    tree /= name;
    std::error_code error;
    if (fs::symlink_status(tree, error).type() != fs::file_type::directory) return into;
  }
  return tree;
}

/// "finished verifying 2100 files in …"
std::string verified_files(std::string_view line) {
  constexpr std::string_view start = "finished verifying ";
  if (!line.starts_with(start)) return {};
  line.remove_prefix(start.size());
  return std::string{line.substr(0, line.find_first_not_of("0123456789"))};
}

/// Faults that restic counted, all of which are attributes that only root may set: no fault of the backup.
bool only_lacks_rights(std::string_view messages) {
  constexpr std::string_view start = "Fatal: There were ";
  const auto place = messages.rfind(start);
  std::uint64_t counted = 0, of_rights = 0;
  if (place == std::string_view::npos) return false;
  const auto digits = messages.substr(place + start.size());
  std::from_chars(digits.data(), digits.data() + digits.size(), counted);
  for (const auto line : lines_of(messages))
    if (line.starts_with("ignoring error for ") && line.ends_with("operation not permitted")) ++of_rights;
  return counted > 0 && counted == of_rights;
}

struct Restoration {
  ChildResult result;
  std::uint64_t verified = 0;
};

Restoration run_restore(const SourceAccess& access, const std::string& id, const fs::path& into, std::span<const std::string> options) {
  std::vector<std::string> words{"--json", "restore", id, "--target", into.string(), "--verify"};
  words.insert(words.end(), options.begin(), options.end());
  auto command = restic_command(access, std::move(words));
  command.environment.emplace_back("RESTIC_PROGRESS_FPS", "1");
  Restoration restoration;
  LineCutter lines{"restic", [&](std::string_view line) {
                     if (const auto progress = read_restic_progress(line)) access.progress.tell(tr("Restoring with restic"), progress->done, progress->total);
                     const auto digits = verified_files(line);
                     std::from_chars(digits.data(), digits.data() + digits.size(), restoration.verified);
                   }};
  restoration.result = access.run(std::move(command), restic_package, [&](std::string_view piece) { lines.see(piece); });
  lines.finish();
  refuse_restic_obstacle(access, restoration.result);
  return restoration;
}

NativeCheck check_of(const SourceAccess& access, const Restoration& restoration) {
  NativeCheck check;
  check.name = "restic restore --verify";
  check.status = restoration.result.status;
  check.passed = check.status == 0;
  if (check.passed) {
    check.sentence = restoration.verified > 0 ? tr("restic restored {1} files and found each the same as in its own index.",
                                                   {french_number(static_cast<std::int64_t>(restoration.verified))})
                                              : tr("restic restored the backup and raised no objection.");
    return check;
  }
  if (only_lacks_rights(restoration.result.errors)) {
    check.grave = false;
    check.sentence = tr("restic could not set attributes that only an administrator may set.");
    return check;
  }
  require_no_exclusive_restic_lock(access); // what is being pruned reads as damaged
  const auto said = restic_words(restoration.result.errors);
  check.sentence = tr("restic could not restore everything ({1}).", {said.empty() ? "?" : said});
  return check;
}

/// restic tries every pattern on every entry of the folders that they concern, so that its time grows with the square of a batch: 2,000 of 20,000 files took
/// 4.8 s in four batches, 7.3 s in one; half a second of each is the opening of the repository.
constexpr std::size_t most_patterns = 512;

void restore_sample(const SourceAccess& access, const std::string& id, const RestoreOrder& order, RestoredState& state) {
  const auto sample = choose_restic_sample(access, id, order.wanted);
  for (const auto& batch : batches_of_arguments(sample.options, most_patterns)) {
    auto check = check_of(access, run_restore(access, id, order.into, batch));
    const bool passed = check.passed;
    state.checks.assign(1, std::move(check));
    if (!passed) return;
  }
  take_out_companions(order.into, sample);
}

} // namespace

RestoredState restore_restic(const SourceAccess& access, const BackupPoint& point, const RestoreOrder& order) {
  RestoredState state;
  const auto snapshot = snapshot_of(access, point.id);
  if (order.wanted) restore_sample(access, point.id, order, state);
  else state.checks.push_back(check_of(access, run_restore(access, point.id, order.into, {})));
  state.tree = tree_of(order.into, snapshot);
  return state;
}

} // namespace hdskit
