#include "toolkit/backup/restore_drill.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr Minutes usual_time_limit{24 * 60};

} // namespace

RestoreDrill::RestoreDrill(const RestoreTestOrder& its_order, const TestWorld& its_world, const Progress& person, RestoreTestOutcome& its_outcome,
                           TestLog& its_log)
    : order{its_order}, world{its_world}, outcome{its_outcome}, report{its_outcome.report}, log{its_log}, driver{driver_of(its_order.source.kind)},
      person_{person}, began_{its_world.elapsed()} {
  for (const auto& phase : restore_phases()) labels_.emplace(phase.word, tr(phase.label));
  progress_.report = [this](const std::string&, std::uint64_t done, std::uint64_t total) { person_.tell(label_, done, total); };
  progress_.cancelled = [this] {
    if (!reached_limit().empty()) out_of_time_ = true;
    return out_of_time_ || (person_.cancelled && person_.cancelled());
  };
}

std::string RestoreDrill::reached_limit() const {
  const std::chrono::minutes limit{order.source.time_limit.value_or(usual_time_limit).count};
  return world.elapsed() - began_ > limit ? tr("The time that the test may take is over.") : std::string{};
}

ChildLimits RestoreDrill::limits() const {
  ChildLimits limits;
  limits.cancelled = person_.cancelled;
  limits.objection = [this] {
    auto objection = reached_limit();
    return objection.empty() && scratch ? scratch->objection() : objection;
  };
  return limits;
}

SourceAccess RestoreDrill::access() const {
  return {order.source, secret, world.tools, limits(), progress_, scratch->folder("workshop"), [this](std::string_view line) { log.add(line); }};
}

void RestoreDrill::phase(const char* name, bool counts, const std::function<void()>& work) {
  label_ = labels_.find(name)->second;
  person_.stop_if_cancelled();
  person_.tell(label_, 0, 0);
  log.add(std::string{"# "} + name);
  const auto start = world.elapsed();
  const auto finish = [&] { report.phases.push_back({name, world.elapsed() - start, counts}); };
  try {
    work();
  } catch (const Problem& problem) {
    finish();
    if (problem.kind() != ProblemKind::cancelled || !out_of_time_) throw;
    person_.stop_if_cancelled();
    throw Problem{ProblemKind::no_space, "", tr("The time that the test may take is over."), tr("Give the test more time.")};
  } catch (...) {
    finish();
    throw;
  }
  finish();
}

bool RestoreDrill::ask_driver(const char* check, const std::function<void(const SourceAccess&)>& work) {
  try {
    work(access());
    return true;
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::damaged || scratch->disk_is_full()) throw;
    log.add(problem.what());
    report.checks.push_back({check, false, 0, told(problem), true});
    return false;
  }
}

std::string RestoreDrill::told(const Problem& problem) const {
  const auto& subject = problem.subject();
  if (!subject.starts_with('/')) return problem.what();
  const auto& source = order.source;
  const auto words = [](const std::string& line) { return line.substr(0, line.find(' ')); };
  std::vector<std::string> sayable{
      source.location,        source.reference_manifest,    source.reference_tree, source.password_file, words(source.check_command),
      words(source.location), order.scratch_parent.string()};
  if (order.reference_tree) sayable.push_back(order.reference_tree->string());
  if (order.reference_manifest) sayable.push_back(order.reference_manifest->string());
  return std::ranges::find(sayable, subject) != sayable.end() ? problem.what() : replaced(problem.what(), subject, "…");
}

} // namespace hdskit
