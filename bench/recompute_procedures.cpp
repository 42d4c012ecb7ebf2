#include "toolkit/procedure/procedure_deadlines.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>

// Recomputes many procedures of many stages: where each stands, its gaps, all deadlines. Prints the seconds.
// Usage: recompute_procedures PROCEDURES STAGES

using namespace hdskit;

namespace {

Date day(int year, unsigned month, unsigned number) { return *Date::of(year, month, number); }

/// A chain of stages, each extended once, by silence to the next; a term of three years, four yearly duties.
std::shared_ptr<const Regime> long_regime(int stages) {
  auto regime = std::make_shared<Regime>();
  regime->id = "long";
  for (int i = 0; i < stages; ++i) {
    Stage stage{.id = "stage-" + std::to_string(i), .limit = TimeLimit{1 + i % 2, LimitUnit::months}, .silence = SilenceRule::passes_on};
    stage.extension = StageExtension{*stage.limit, 1, true};
    if (i > 0) stage.trigger = {.stage = regime->stages.back().id, .place = regime->stages.size() - 1, .reception = true};
    regime->stages.push_back(std::move(stage));
  }
  regime->decides = regime->stages.back().id;
  regime->term = FoundedLength{{3, LimitUnit::years}, {}, {}};
  regime->renewal = FoundedLength{{6, LimitUnit::months}, {}, {}};
  for (const char* id : {"access-review", "restore-test", "awareness", "surveillance-audit"})
    regime->duties.push_back({.id = id, .every = {1, LimitUnit::years}});
  return regime;
}

/// The n-th procedure has come through a part of its stages; every other one was granted.
ProcedureCase procedure_number(int number, const std::shared_ptr<const Regime>& regime) {
  ProcedureCase file{{.id = ProcedureId{number}, .title = "Procedure " + std::to_string(number), .regime = regime->id}, regime, {}};
  auto at = day(2022, 1, 1).plus_days(number % 700);
  file.events.push_back({.kind = EventKind::filed, .date = at});
  const auto answered = number % 2 ? regime->stages.size() : static_cast<std::size_t>(number) % regime->stages.size();
  for (std::size_t i = 0; i < answered; ++i) {
    file.events.push_back({.stage = regime->stages[i].id, .kind = EventKind::received, .date = at});
    at = at.plus_days(25);
    file.events.push_back({.stage = regime->stages[i].id, .kind = EventKind::opinion, .date = at, .favourable = Favour::favourable});
  }
  return file;
}

} // namespace

int main(int argc, char** argv) {
  const int procedures = argc > 1 ? std::atoi(argv[1]) : 10'000, stages = argc > 2 ? std::atoi(argv[2]) : 20;
  const auto regime = long_regime(stages);
  std::vector<ProcedureCase> files;
  for (int i = 1; i <= procedures; ++i) files.push_back(procedure_number(i, regime));
  const auto start = std::chrono::steady_clock::now();
  const auto standings = standings_of(files, day(2024, 6, 1));
  const std::chrono::duration<double> standing = std::chrono::steady_clock::now() - start;
  const auto deadlines = deadlines_of(files, standings);
  const std::chrono::duration<double> all = std::chrono::steady_clock::now() - start;
  std::size_t alarms = 0;
  for (const auto& each : standings) alarms += each.gap.risk != GapRisk::none;
  std::fprintf(stderr, "%zu deadlines, %zu alarms\n", deadlines.size(), alarms);
  std::printf("%.3f %.3f\n", standing.count(), all.count());
}
