#include "gui/presenter/continuity_map.hpp"

#include "gui/presenter/continuity_records.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/workspace/dialect.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

std::vector<PlanSchedule> schedules_in(const Continuity& continuity) {
  std::vector<PlanSchedule> schedules;
  for (const auto& plan : continuity.plans) schedules.push_back(schedule_of(continuity, plan));
  return schedules;
}

template <typename Record> const Record* referenced(const std::vector<Record>& records, std::string_view reference) {
  const auto key = reference_key(reference);
  const auto found = std::ranges::find_if(records, [&](const Record& record) { return reference_key(record.reference) == key; });
  return found == records.end() ? nullptr : &*found;
}

} // namespace

ContinuityMap::ContinuityMap(Continuity read, Date today)
    : continuity{std::move(read)}, graph{continuity}, findings{check_continuity(continuity, today)}, schedules{schedules_in(continuity)}, day{today} {
  for (std::size_t i = 0; i < findings.size(); ++i) {
    auto concerned = findings[i].path;
    concerned.push_back(subject_of(findings[i]).reference);
    for (auto& reference : concerned) reference = reference_key(reference);
    std::ranges::sort(concerned);
    const auto [first, last] = std::ranges::unique(concerned);
    concerned.erase(first, last);
    for (const auto& reference : concerned)
      if (!reference.empty()) by_reference_[reference].push_back(i);
  }
}

std::vector<const ChainFinding*> ContinuityMap::findings_of(std::string_view kind, std::string_view reference) const {
  std::vector<const ChainFinding*> found;
  const auto key = reference_key(reference);
  const auto at = by_reference_.find(key);
  if (at == by_reference_.end()) return found;
  for (const auto place : at->second) {
    const auto subject = subject_of(findings[place]);
    if (subject.kind == kind || reference_key(subject.reference) != key) found.push_back(&findings[place]);
  }
  return found;
}

const ContinuityPlan* ContinuityMap::plan(std::string_view reference) const { return referenced(continuity.plans, reference); }
const Exercise* ContinuityMap::exercise(std::string_view reference) const { return referenced(continuity.exercises, reference); }

std::shared_ptr<const ContinuityMap> read_continuity_map(const Workspace& workspace, Date today) {
  const Snapshot snapshot{workspace.dialect()}; // one state for all of it
  return std::make_shared<const ContinuityMap>(read_continuity(workspace), today);
}

ContinuitySubject subject_of(const ChainFinding& finding) {
  const auto& subject = finding.finding.subject;
  const auto space = subject.find(' ');
  return {subject.substr(0, space), space == std::string::npos ? "" : subject.substr(space + 1)};
}

std::optional<ContinuitySubject> continuity_subject(std::string_view subject) {
  const auto colon = subject.find(':');
  const auto kind = subject.substr(0, colon);
  if (!is_continuity_kind(kind)) return std::nullopt;
  return ContinuitySubject{std::string{kind}, colon == std::string_view::npos ? "" : std::string{subject.substr(colon + 1)}};
}

} // namespace hdskit::gui
