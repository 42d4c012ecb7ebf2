#include "toolkit/backup/judge_restore.hpp"
#include "toolkit/backup/restore_drill.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>

#include <fcntl.h>
#include <unistd.h>

namespace hdskit {
namespace {

const BackupPoint& point_named(const std::vector<BackupPoint>& points, const std::string& id) {
  const auto found = std::ranges::find(points, id, &BackupPoint::id);
  if (found != points.end()) return *found;
  throw Problem{ProblemKind::not_found, id, tr("The source holds no backup “{1}”.", {id}), tr("List its backups, and choose one of them.")};
}

Digest drawn_seed(const RestoreDrill& drill) { return digest_of(drill.world.random(Digest::size)); }

/// The next turn of the cycle that the previous test was part of; a new cycle, with a seed of its own, where it ended or the number of turns was changed.
SamplePlan next_plan(const RestoreDrill& drill, std::uint32_t turns) {
  SamplePlan plan{drawn_seed(drill), drawn_seed(drill), turns, 0, static_cast<double>(drill.order.source.random_permille.value_or(0)) / 1000};
  const auto& previous = drill.order.previous;
  if (previous && previous->sample && previous->sample->turns == turns && previous->sample->turn + 1 < turns) {
    plan.cycle_seed = previous->sample->cycle_seed;
    plan.turn = previous->sample->turn + 1;
  }
  return plan;
}

void sync_disk(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail_on_file(folder, errno);
  const int error = ::syncfs(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (error != 0) fail_on_file(folder, error);
}

/// Steps that the driver timed itself are no part of what is told as the restore.
void add_phases_of_driver(RestoreDrill& drill) {
  auto& phases = drill.report.phases;
  auto& whole = phases.back();
  for (const auto& phase : drill.restored.phases) whole.duration -= std::min(whole.duration, phase.duration);
  phases.insert(phases.end(), drill.restored.phases.begin(), drill.restored.phases.end());
}

} // namespace

bool choose_point(RestoreDrill& drill) {
  bool found = false;
  drill.phase("inventory", false, [&] {
    require_tools(drill.driver, drill.world.tools);
    std::vector<BackupPoint> points;
    const bool sound = drill.ask_driver("inventory", [&](const SourceAccess& access) {
      drill.report.tools = drill.driver.versions(access);
      points = drill.driver.inventory(access);
    });
    if (!sound) return;
    drill.report.inventory = take_inventory(points, drill.order.source.period, drill.world.now());
    if (!drill.order.point.empty()) drill.point = point_named(points, drill.order.point);
    else if (!points.empty()) drill.point = points.front();
    else return;
    drill.report.point = drill.point;
    drill.log.add("point " + drill.point.id + (drill.point.begun ? " of " + drill.point.begun->iso() : std::string{}));
    found = true;
  });
  return found;
}

void provision_scratch(RestoreDrill& drill) {
  drill.phase("provision", false, [&] {
    for (const auto& folder : remove_abandoned_scratch(drill.order.scratch_parent))
      drill.log.add("removed what a killed test left: " + folder.filename().string());
    std::optional<std::uint64_t> limit;
    if (drill.order.source.space_gb) limit = static_cast<std::uint64_t>(*drill.order.source.space_gb) * 1'000'000'000;
    drill.scratch.emplace(drill.order.scratch_parent, drill.report.run_id, limit, 0);
  });
}

void examine_backup(RestoreDrill& drill) {
  if (drill.point.bytes && !drill.order.source.turns) drill.scratch->require(*drill.point.bytes);
  if (!drill.driver.examine) return;
  drill.phase("native_check", false, [&] {
    drill.ask_driver("examine", [&](const SourceAccess& access) {
      const auto checks = drill.driver.examine(access, drill.point);
      drill.report.checks.insert(drill.report.checks.end(), checks.begin(), checks.end());
    });
  });
}

void draw_sample(RestoreDrill& drill) {
  const auto turns = static_cast<std::uint32_t>(std::clamp<std::int64_t>(drill.order.source.turns.value_or(1), 1, 1'000'000));
  if (turns == 1 || !can_sample(drill.order.source.kind) || !drill.driver.list_files) return;
  const auto plan = next_plan(drill, turns);
  auto& report = drill.report;
  drill.phase("inventory", false, [&] {
    drill.ask_driver("list", [&](const SourceAccess& access) {
      drill.driver.list_files(access, drill.point, [&](std::string_view path, std::uint64_t size) {
        ++report.population;
        if (is_sampled(plan, path)) ++report.sampled_files;
        else drill.unsampled.add(path, size);
      });
    });
  });
  drill.unsampled.close();
  report.sample = plan;
  report.complete = report.sampled_files == 0 || report.sampled_files == report.population; // a sample of nothing would prove nothing: then everything
  if (report.complete) report.sampled_files = report.population;
  else drill.sample = plan;
}

void restore_backup(RestoreDrill& drill) {
  RestoreOrder order;
  order.into = drill.scratch->folder("restored");
  if (drill.sample) order.wanted = [&](std::string_view path) { return is_sampled(*drill.sample, path); };
  drill.phase("restore", true,
              [&] { drill.ask_driver("restore", [&](const SourceAccess& access) { drill.restored = drill.driver.restore(access, drill.point, order); }); });
  add_phases_of_driver(drill);
  auto& report = drill.report;
  report.checks.insert(report.checks.end(), drill.restored.checks.begin(), drill.restored.checks.end());
  report.artefact = drill.restored.artefact;
  if (drill.scratch->disk_is_full())
    throw Problem{ProblemKind::no_space, "", tr("The disk of the scratch space is full."), tr("Free some space, or choose another scratch folder.")};
  drill.phase("sync", true, [&] { sync_disk(drill.scratch->path()); });
  report.restored_files = drill.restored.files;
  report.restored_bytes = drill.restored.bytes;
}

void measure(RestoreDrill& drill) {
  auto& report = drill.report;
  std::chrono::milliseconds time{0};
  for (const auto& phase : report.phases)
    if (phase.counts) time += phase.duration;
  report.restore_time = time;
  if (drill.point.begun) report.rpo_point = report.started->seconds() - drill.point.begun->seconds();
  if (drill.restored.newest_datum) report.rpo_datum = report.started->seconds() - drill.restored.newest_datum->seconds();
  if (time.count() > 0) {
    // to three places, as reports are written
    const auto rate = [&](std::uint64_t amount) { return std::round(static_cast<double>(amount) * 1e6 / static_cast<double>(time.count())) / 1e3; };
    report.bytes_per_second = rate(report.restored_bytes);
    report.files_per_second = rate(report.restored_files);
  }
}

} // namespace hdskit
