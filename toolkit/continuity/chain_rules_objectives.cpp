#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/chain_view.hpp"

#include <algorithm>
#include <unordered_map>

namespace hdskit {
namespace {

constexpr std::int64_t unbearable = 4; // the gravest of the four grades of an impact

struct Axis {
  const char* label;
  std::optional<std::int64_t> ActivityImpact::*grade;
};
constexpr Axis axes[] = {{marked("Patient safety"), &ActivityImpact::patient},
                         {marked("Continuity of care"), &ActivityImpact::care},
                         {marked("Legal impact"), &ActivityImpact::legal},
                         {marked("Financial impact"), &ActivityImpact::finance},
                         {marked("Impact on the image"), &ActivityImpact::image}};

/// The impacts of each activity in the order of time, those without a time left out; by the key of the activity.
std::unordered_map<std::string, std::vector<const ActivityImpact*>> impacts_over_time(const Continuity& continuity) {
  std::unordered_map<std::string, std::vector<const ActivityImpact*>> impacts;
  for (const auto& impact : continuity.impacts)
    if (impact.after) impacts[reference_key(impact.activity)].push_back(&impact);
  for (auto& [activity, list] : impacts) std::ranges::stable_sort(list, {}, [](const ActivityImpact* impact) { return *impact->after; });
  return impacts;
}

template <typename Tell> void for_each_course(const Continuity& continuity, Tell tell) {
  const auto impacts = impacts_over_time(continuity);
  for (const auto& activity : continuity.activities)
    if (const auto found = impacts.find(reference_key(activity.reference)); found != impacts.end()) tell(activity, found->second);
}

/// The first fall of one axis, in words; "" when it only grows.
std::string fall_of(const Activity& activity, const std::vector<const ActivityImpact*>& course, const Axis& axis) {
  const ActivityImpact* before = nullptr;
  for (const auto* impact : course) {
    const auto grade = (impact->*axis.grade).value_or(0);
    if (grade <= 0) continue; // not rated
    if (before && grade < *(before->*axis.grade))
      return tr("The impact of {1} on “{2}” falls from {3} after {4} to {5} after {6}: an interruption that lasts does not hurt less.",
                {named(activity), tr(axis.label), std::to_string(*(before->*axis.grade)), shown(*before->after), std::to_string(grade), shown(*impact->after)});
    before = impact;
  }
  return {};
}

} // namespace

void find_activities_without_objectives(const ChainView& view, ChainReport& report) {
  for (const auto& activity : view.continuity.activities) {
    std::vector<std::string> missing;
    if (!activity.rto) missing.push_back(tr("RTO"));
    if (!activity.rpo) missing.push_back(tr("RPO"));
    if (!activity.mtpd) missing.push_back(tr("MTPD"));
    if (!missing.empty()) report.add(activity, tr("The activity {1} lacks: {2}.", {named(activity), joined(missing, ", ")}));
  }
}

void find_rtos_above_mtpd(const ChainView& view, ChainReport& report) {
  for (const auto& activity : view.continuity.activities)
    if (activity.rto && activity.mtpd && *activity.rto > *activity.mtpd)
      report.add(activity, tr("The activity {1} is promised back within {2}, but it cannot be missed for longer than {3}.",
                              {named(activity), shown(*activity.rto), shown(*activity.mtpd)}));
}

void find_manual_resumes_above_rto(const ChainView& view, ChainReport& report) {
  for (const auto& activity : view.continuity.activities)
    if (activity.rto && activity.manual_resume && *activity.manual_resume >= *activity.rto && activity.manual_resume->count > 0)
      report.add(activity, tr("The activity {1} has to be back within {2}, and entering what was done on paper takes {3}: no time is left to systems.",
                              {named(activity), shown(*activity.rto), shown(*activity.manual_resume)}));
}

void find_falling_impacts(const ChainView& view, ChainReport& report) {
  for_each_course(view.continuity, [&](const Activity& activity, const auto& course) {
    for (const auto& axis : axes)
      if (auto sentence = fall_of(activity, course, axis); !sentence.empty()) report.add(activity, std::move(sentence));
  });
}

void find_mtpds_after_unbearable_impact(const ChainView& view, ChainReport& report) {
  for_each_course(view.continuity, [&](const Activity& activity, const auto& course) {
    const auto is_unbearable = [](const ActivityImpact* impact) {
      return std::ranges::any_of(axes, [&](const Axis& axis) { return (impact->*axis.grade).value_or(0) >= unbearable; });
    };
    const auto first = std::ranges::find_if(course, is_unbearable);
    if (first == course.end() || !activity.mtpd || *activity.mtpd <= *(*first)->after) return;
    report.add(activity, tr("The activity {1} may be missed for {2}, but its impact is unbearable after {3} already.",
                            {named(activity), shown(*activity.mtpd), shown(*(*first)->after)}));
  });
}

} // namespace hdskit
