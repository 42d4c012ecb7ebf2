#include "toolkit/dossier/test_source.hpp"

#include "toolkit/backup/file_lock.hpp"
#include "toolkit/backup/result_file.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/continuity_store.hpp"

namespace hdskit {
namespace {

std::string mark_of(const TestWorld& world) {
  constexpr std::size_t enough = 12; // hexadecimal digits
  return digest_of(world.random(Digest::size)).hex().substr(0, enough);
}

} // namespace

ResultsFolder::ResultsFolder(const std::filesystem::path& parent, const std::string& source, const TestWorld& world)
    : space_{parent, source + "-" + mark_of(world) + ".results", std::nullopt, 0} {}

RestoreTestOrder restore_order(const SourceTestOrder& asked, const std::filesystem::path& results) {
  RestoreTestOrder order;
  order.source = asked.source;
  order.reference_tree = asked.reference_tree;
  order.reference_manifest = asked.reference_manifest;
  order.point = asked.point;
  order.secret = asked.secret;
  order.scratch_parent = asked.scratch;
  order.results = results;
  order.trigger = asked.trigger;
  order.host = asked.host;
  order.operator_name = asked.person;
  order.hdskit_version = asked.hdskit_version;
  return order;
}

SourceTest test_source(const SourceTestOrder& asked, const TestWorld& world, const Progress& progress) {
  remove_abandoned_scratch(asked.scratch);
  std::optional<Workspace> workspace{Workspace::open(asked.workspace)};
  const FileLock lock{source_lock_file(asked.scratch, workspace_mark(*workspace), asked.source.reference), tr("the source {1}", {asked.source.reference})};
  const ResultsFolder results{asked.scratch, asked.source.reference, world};
  auto order = restore_order(asked, results.path());
  order.objectives = objectives_of(asked.source, read_continuity(*workspace));
  order.previous = previous_test_of(*workspace, asked.source, results.path());
  workspace.reset();
  const auto outcome = run_restore_test(order, world, progress);
  workspace.emplace(Workspace::open(asked.workspace));
  const auto now = world.now();
  return {file_restore_test(*workspace, {asked.person, now}, outcome, asked.day_of(now)), outcome.report};
}

} // namespace hdskit
