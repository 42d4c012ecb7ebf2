#include "toolkit/continuity/exercise_programme.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/continuity/plan_coverage.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>
#include <chrono>
#include <unordered_set>

namespace hdskit {
namespace {

/// What exercises name, by kind and reference, filled in as they are gone through.
class CoverageList {
public:
  template <typename Record> void open(const std::vector<Record>& records) {
    for (const auto& record : records) open(Record::type().kind, record.reference, name_of(record));
  }
  void open(const std::vector<HostedService>& services) {
    for (const auto& service : services) open(HostedService::type().kind, service.code, service.name);
  }
  ExerciseCoverage* find(bool plan, std::string_view reference) {
    const auto& places = plan ? plans_ : others_;
    const auto found = places.find(reference_key(reference));
    return found == places.end() ? nullptr : &list_[found->second];
  }
  std::vector<ExerciseCoverage> take() { return std::move(list_); }

private:
  static const std::string& name_of(const ContinuityPlan& plan) { return plan.title; }
  template <typename Record> static const std::string& name_of(const Record& record) { return record.name; }
  void open(std::string_view kind, const std::string& reference, const std::string& name) {
    auto& places = kind == ContinuityPlan::type().kind ? plans_ : others_;
    places.emplace(reference_key(reference), list_.size());
    list_.push_back({.reference = reference, .name = name, .kind = std::string{kind}});
  }
  std::vector<ExerciseCoverage> list_;
  std::unordered_map<std::string, std::size_t> plans_, others_;
};

void enter(ExerciseCoverage* covered, const Exercise& exercise, Date today) {
  if (!covered || (!covered->exercises.empty() && covered->exercises.back() == exercise.reference)) return;
  covered->exercises.push_back(exercise.reference);
  if (was_held(exercise, today)) {
    covered->last = std::max(covered->last, exercise.held_on);
  } else if (exercise.planned_on && *exercise.planned_on >= today && !exercise.held_on) {
    covered->next = covered->next ? std::min(covered->next, exercise.planned_on) : exercise.planned_on;
  }
}

std::optional<Date> day_of(const Exercise& exercise) { return exercise.held_on ? exercise.held_on : exercise.planned_on; }

/// Keys of the entities that have an activity which such a plan covers. With one entity alone, all activities are its own.
std::unordered_set<std::string> entities_served(const Continuity& continuity, const std::function<bool(const ContinuityPlan&)>& counts) {
  const DependencyGraph graph{continuity};
  const PlanCoverage coverage{continuity, graph, counts};
  std::unordered_set<std::string> entities;
  for (std::size_t node = 0; node < continuity.activities.size(); ++node) // the graph begins with the activities
    if (coverage.covers(node))
      entities.insert(continuity.entities.size() == 1 ? reference_key(continuity.entities.front().name) : reference_key(continuity.activities[node].entity));
  return entities;
}

} // namespace

std::optional<std::chrono::sys_seconds> moment_of(std::string_view at) {
  auto text = std::string{trimmed(at)};
  if (text.size() == std::string_view{"2026-03-12T14:05"}.size()) text += ":00";
  const auto instant = Instant::parse(text + "Z");
  return instant ? std::optional{instant->seconds()} : std::nullopt;
}

Date months_before(Date day, int months) { return plus_months(day, -months); }

bool was_held(const Exercise& exercise, Date today) { return exercise.held_on && *exercise.held_on <= today; }

bool is_recent(const std::optional<Date>& test, Date today) { return test && *test <= today && *test >= months_before(today, months_until_unproven); }

std::vector<ExerciseCoverage> exercise_coverage(const Continuity& continuity, Date today) {
  CoverageList list;
  list.open(continuity.activities);
  list.open(continuity.services);
  list.open(continuity.components);
  list.open(continuity.plans);
  for (const auto& exercise : continuity.exercises) {
    for (const auto& reference : exercise.covers) enter(list.find(false, reference), exercise, today);
    for (const auto& reference : exercise.plans) enter(list.find(true, reference), exercise, today);
  }
  auto covered = list.take();
  for (auto& each : covered) each.proven = is_recent(each.last, today);
  return covered;
}

ExerciseProgramme exercise_programme(const Continuity& continuity, int first_year) {
  constexpr int years = 3; // ReCyF, objective 15
  ExerciseProgramme programme{.first_year = first_year, .years = std::vector<std::vector<const Exercise*>>(years)};
  for (const auto& exercise : continuity.exercises)
    if (const auto day = day_of(exercise); day && day->year() >= first_year && day->year() < first_year + years)
      programme.years[static_cast<std::size_t>(day->year() - first_year)].push_back(&exercise);
  for (int i = 0; i < years; ++i) {
    auto& year = programme.years[static_cast<std::size_t>(i)];
    std::ranges::stable_sort(year, {}, [](const Exercise* exercise) { return *day_of(*exercise); });
    if (year.empty()) programme.empty_years.push_back(first_year + i);
  }
  return programme;
}

GroupShare group_share(const Continuity& continuity, const std::function<bool(const ContinuityPlan&)>& counts) {
  const auto served = entities_served(continuity, counts);
  GroupShare result{.applies = continuity.entities.size() > 1};
  double known = 0, covered = 0;
  for (const auto& entity : continuity.entities) {
    const bool serves = served.contains(reference_key(entity.name));
    (serves ? result.covered : result.uncovered).push_back(entity.name);
    // An entity alone is the whole, whatever it carries.
    const auto volume = result.applies ? static_cast<double>(std::max<std::int64_t>(0, entity.activity_volume.value_or(0))) : 1.0;
    if (result.applies && !entity.activity_volume) result.unknown.push_back(entity.name);
    known += volume;
    covered += serves ? volume : 0;
  }
  if (known > 0) result.share = covered / known;
  result.met = result.unknown.empty() && result.share >= least_group_share;
  return result;
}

GroupShare group_share(const Continuity& continuity, Date today) {
  std::unordered_set<std::string> exercised;
  for (const auto& exercise : continuity.exercises)
    if (was_held(exercise, today))
      for (const auto& plan : exercise.plans) exercised.insert(reference_key(plan));
  return group_share(continuity, [&](const ContinuityPlan& plan) { return exercised.contains(reference_key(plan.reference)); });
}

std::vector<ChronicleLine> chronicle_of(const Continuity& continuity, std::string_view exercise) {
  const auto key = reference_key(exercise);
  std::vector<ChronicleLine> lines;
  for (const auto& entry : continuity.entries)
    if (reference_key(entry.exercise) == key) lines.push_back({.entry = &entry});
  const auto order = [](const ChronicleLine& line) {
    const auto moment = moment_of(line.entry->at);
    return std::pair{!moment, moment.value_or(std::chrono::sys_seconds{})};
  };
  std::ranges::stable_sort(lines, {}, order);
  if (lines.empty()) return lines;
  const auto start = moment_of(lines.front().entry->at);
  for (auto& line : lines)
    if (const auto moment = moment_of(line.entry->at)) line.since_start = Minutes{std::chrono::floor<std::chrono::minutes>(*moment - *start).count()};
  return lines;
}

} // namespace hdskit
