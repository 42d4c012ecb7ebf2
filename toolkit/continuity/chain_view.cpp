#include "toolkit/continuity/chain_view.hpp"
#include "toolkit/base/duration_text.hpp"

#include <unordered_map>

namespace hdskit {
namespace {

constexpr std::size_t longest_way_told = 8, told_at_each_end = 4; // nodes: a sentence stays readable

std::vector<PlanSchedule> schedules_of(const Continuity& continuity) {
  std::unordered_map<std::string, std::vector<const PlanStep*>> steps;
  for (const auto& step : continuity.steps) steps[reference_key(step.plan)].push_back(&step);
  std::vector<PlanSchedule> schedules;
  for (const auto& plan : continuity.plans) schedules.push_back(schedule_of(steps[reference_key(plan.reference)]));
  return schedules;
}

std::optional<Minutes> tightest(const std::optional<Minutes>& own, const std::optional<Minutes>& above) {
  if (!own || own->count < 0) return above;
  return above ? std::min(*own, *above) : own;
}

/// Of equal promises the one above: it says for whom.
bool comes_from_above(const std::optional<Minutes>& held, const std::optional<Minutes>& above) { return above && above == held; }

} // namespace

ChainView::ChainView(const Continuity& all, Date day)
    : continuity{all}, graph{all}, inherited{inherited_objectives(graph, all)}, exercised{exercise_coverage(all, day)}, schedules{schedules_of(all)},
      today{day} {}

std::optional<Minutes> ChainView::rto_of(std::size_t place) const { return tightest(node(place).rto, inherited[place].rto); }
std::optional<Minutes> ChainView::rpo_of(std::size_t place) const { return tightest(node(place).rpo, inherited[place].rpo); }

HeldPromise ChainView::held_rto(std::size_t place) const {
  const auto held = rto_of(place);
  if (comes_from_above(held, inherited[place].rto)) return {*held, way_of_rto(graph, inherited, place)};
  return {held.value_or(Minutes{}), {place}};
}

HeldPromise ChainView::held_rpo(std::size_t place) const {
  const auto held = rpo_of(place);
  if (comes_from_above(held, inherited[place].rpo)) return {*held, way_of_rpo(graph, inherited, place)};
  return {held.value_or(Minutes{}), {place}};
}

std::string_view kind_word(NodeKind kind) {
  switch (kind) {
    case NodeKind::activity: return Activity::type().kind;
    case NodeKind::service: return HostedService::type().kind;
    case NodeKind::component: return Component::type().kind;
    case NodeKind::backup: break;
  }
  return BackupArrangement::type().kind;
}

std::string named(const DependencyNode& node) { return named(node.reference, node.name); }

std::vector<std::string> references_of(const ChainView& view, const std::vector<std::size_t>& way) {
  std::vector<std::string> references;
  references.reserve(way.size());
  for (const auto place : way) references.push_back(view.node(place).reference);
  return references;
}

std::string way_text(const ChainView& view, const std::vector<std::size_t>& way) {
  std::string text;
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (way.size() > longest_way_told && i == told_at_each_end) {
      text += " → …";
      i = way.size() - told_at_each_end;
    }
    text += (i ? " → " : "") + view.node(way[i]).reference;
  }
  return text;
}

std::string shown(Minutes minutes) { return duration_text(minutes); }

void ChainReport::add(std::string_view kind, std::string_view reference, std::string sentence, std::vector<std::string> path) {
  auto subject = std::string{kind};
  if (!reference.empty()) subject += " " + std::string{reference};
  findings_.push_back(
      {{.rule = std::string{rule_}, .subject = std::move(subject), .verdict = Verdict::not_met, .sentence = std::move(sentence)}, std::move(path)});
}

} // namespace hdskit
