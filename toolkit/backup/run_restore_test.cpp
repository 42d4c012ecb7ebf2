#include "toolkit/backup/run_restore_test.hpp"

#include "toolkit/backup/judge_restore.hpp"
#include "toolkit/backup/restore_drill.hpp"
#include "toolkit/backup/source_listing.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit {
namespace {

std::string hexadecimal(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

void identify(RestoreReport& report, const RestoreTestOrder& order, const TestWorld& world) {
  const auto& source = order.source;
  constexpr std::size_t id_bytes = 16;
  report.run_id = hexadecimal(world.random(id_bytes));
  report.source = source.reference;
  report.kind = to_field_text(source.kind);
  report.location = without_passwords(source.location);
  report.copy = to_field_text(source.copy);
  report.service = source.service;
  report.arrangement = source.arrangement;
  report.referent = source.referent;
  report.host = order.host;
  report.operator_name = order.operator_name;
  report.hdskit_version = order.hdskit_version;
  report.trigger = order.trigger;
  report.objectives = order.objectives;
  report.started = world.now();
}

void carry_out(RestoreDrill& drill) {
  provision_scratch(drill);
  drill.secret = drill.order.secret ? drill.order.secret : secret_of(drill.order.source, drill.world.tools);
  if (!choose_point(drill)) return;
  examine_backup(drill);
  draw_sample(drill);
  restore_backup(drill);
  verify_restored(drill);
  check_application(drill);
  measure(drill);
}

/// "" when the drill came to its end, whatever it found; else why it broke.
std::string what_broke(RestoreDrill& drill) {
  try {
    carry_out(drill);
    return {};
  } catch (const Problem& problem) {
    if (problem.kind() == ProblemKind::cancelled) throw;
    drill.log.add(problem.what());
    return drill.told(problem);
  } catch (const std::exception& error) { // a defect of ours or of the system must not be taken for a pass, nor for a bad backup
    drill.log.add(error.what());
    return tr("The test ended unexpectedly; its log says more.");
  }
}

void remove_restored(RestoreDrill& drill) {
  drill.restored.service.reset();
  if (!drill.scratch) return;
  drill.phase("removal", false, [&] {
    const auto why = drill.scratch->remove();
    drill.report.scratch_removed = why.empty() ? "yes" : why;
  });
}

std::string drill_of(RestoreDrill& drill) {
  const auto& location = drill.order.source.location;
  const auto before = source_listing(location, drill.person());
  auto broken = what_broke(drill);
  remove_restored(drill);
  drill.report.source_untouched = before == source_listing(location, drill.person());
  drill.log.add(broken.empty() ? "the drill is over" : broken);
  drill.report.log = drill.log.commit();
  drill.outcome.log = drill.order.results / "log";
  return broken;
}

/// Everything that goes into the report is French, whatever language the person who watches has chosen.
void run_and_judge(RestoreDrill& drill) {
  const LanguageScope french{Language::french};
  const auto broken = drill_of(drill);
  drill.report.ended = drill.world.now();
  judge_restore(drill.report, broken);
}

} // namespace

RestoreTestOutcome run_restore_test(const RestoreTestOrder& order, const TestWorld& world, const Progress& progress) {
  RestoreTestOutcome outcome;
  identify(outcome.report, order, world);
  try {
    TestLog log{order.results / "log", world.now};
    RestoreDrill drill{order, world, progress, outcome, log};
    run_and_judge(drill);
  } catch (const Problem& problem) {
    const LanguageScope french{Language::french};
    outcome.report.ended = world.now();
    const bool stopped = problem.kind() == ProblemKind::cancelled;
    judge_restore(outcome.report, stopped ? tr("The test was stopped by a person before its end.") : problem.what());
  }
  return outcome;
}

} // namespace hdskit
