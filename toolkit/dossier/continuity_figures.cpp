#include "toolkit/dossier/continuity_figures.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace hdskit {
namespace {

using page::GraphSpec;
using Tone = GraphSpec::Tone;
using Edges = std::set<std::pair<std::size_t, std::size_t>>;

constexpr std::array<std::string_view, 11> promise_rules = {
    "dependency-circle",  "rto-above-mtpd",           "service-rto-above-activity", "infrastructure-rto-above-service",
    "rpo-above-promise",  "rpo-without-backup",       "backup-period-above-rpo",    "restore-above-rto",
    "recovery-above-rto", "achieved-above-objective", "degraded-mode-too-short"};
constexpr const char *broken_sign = "▲", *doubtful_sign = "△";

/// What is wrong with each node, and the worst of it.
struct Trouble {
  bool broken = false;
  std::vector<std::string> sentences;
};

class DependencyFigure {
public:
  DependencyFigure(const Continuity& continuity, const std::vector<ChainFinding>& findings) : graph_{continuity} {
    for (const auto& finding : findings) note(finding);
  }

  const DependencyGraph& graph() const { return graph_; }

  /// The nodes of a finding's way that are among the dependencies.
  std::vector<std::size_t> way_of(const ChainFinding& finding) const {
    std::vector<std::size_t> way;
    for (const auto& reference : finding.path)
      if (const auto node = graph_.find(reference); node != DependencyGraph::none) way.push_back(node);
    return way;
  }

  void show(std::size_t node) { shown_.insert(node); }
  void strengthen(const std::vector<std::size_t>& way) {
    for (std::size_t i = 0; i + 1 < way.size(); ++i) strong_.emplace(way[i], way[i + 1]);
  }

  GraphSpec spec() const {
    GraphSpec spec;
    for (std::size_t node = 0; node < graph_.nodes().size(); ++node) {
      if (!shown_.contains(node)) continue;
      spec.nodes.push_back(node_of(node));
      for (const auto below : graph_.nodes()[node].needs)
        if (shown_.contains(below)) {
          const bool strong = strong_.contains({node, below});
          spec.edges.push_back({graph_.nodes()[node].reference, graph_.nodes()[below].reference, {}, strong, strong ? Tone::danger : Tone::plain});
        }
    }
    return spec;
  }

private:
  void note(const ChainFinding& finding) {
    const auto& subject = finding.finding.subject; // "component CMP18"
    const auto node = graph_.find(std::string_view{subject}.substr(std::min(subject.size(), subject.find(' ') + 1)));
    if (node == DependencyGraph::none) return;
    auto& trouble = troubles_[node];
    trouble.broken = trouble.broken || breaks_a_promise(finding);
    trouble.sentences.push_back(finding.finding.sentence);
  }

  static std::string promise_text(const DependencyNode& node) {
    std::vector<std::string> parts;
    if (node.rto) parts.push_back(tr("RTO {1}", {minutes_text(node.rto)}));
    if (node.rpo) parts.push_back(tr("RPO {1}", {minutes_text(node.rpo)}));
    if (node.period) parts.push_back(tr("every {1}", {minutes_text(node.period)}));
    if (node.measured_restore) parts.push_back(tr("restored in {1}", {minutes_text(node.measured_restore)}));
    return joined(parts, ", ");
  }

  GraphSpec::Node node_of(std::size_t place) const {
    const auto& node = graph_.nodes()[place];
    const auto trouble = troubles_.find(place);
    const bool troubled = trouble != troubles_.end();
    GraphSpec::Node drawn{.key = node.reference,
                          .title = node.reference + " " + node.name,
                          .detail = promise_text(node),
                          .name = joined({node.reference, node.name}, ", "),
                          .tone = !troubled                ? Tone::plain
                                  : trouble->second.broken ? Tone::danger
                                                           : Tone::warning,
                          .form = node.kind == NodeKind::activity ? GraphSpec::Form::round : GraphSpec::Form::box,
                          .symbol = !troubled                ? ""
                                    : trouble->second.broken ? broken_sign
                                                             : doubtful_sign};
    if (!drawn.detail.empty()) drawn.name += ", " + drawn.detail;
    if (troubled) drawn.name += ". " + joined(trouble->second.sentences, " ");
    return drawn;
  }

  DependencyGraph graph_;
  std::unordered_map<std::size_t, Trouble> troubles_;
  std::unordered_set<std::size_t> shown_;
  Edges strong_;
};

std::string spoken(const PlannedStep& planned) {
  const auto& step = *planned.step;
  auto text =
      tr("{1}, {2}, from {3} to {4}", {step.reference, step.title, human_duration(planned.earliest_start.count), human_duration(planned.earliest_end.count)});
  if (!step.owner.empty()) text += ", " + step.owner;
  return text + ", " + (planned.critical ? tr("on the critical path") : tr("may wait {1}", {human_duration(planned.slack.count)}));
}

} // namespace

bool breaks_a_promise(const ChainFinding& finding) { return std::ranges::find(promise_rules, finding.finding.rule) != promise_rules.end(); }

page::GraphSpec finding_spec(const Continuity& continuity, const ChainFinding& finding) {
  DependencyFigure figure{continuity, {finding}};
  const auto way = figure.way_of(finding);
  if (way.size() < 2) return {};
  for (const auto node : way) figure.show(node);
  figure.strengthen(way);
  return figure.spec();
}

page::TimelineSpec timeline_spec(const PlanSchedule& schedule) {
  page::TimelineSpec spec{.bars = {}, .strong_title = tr("Critical path"), .plain_title = tr("Other step"), .slack_title = tr("Time it may wait")};
  for (const auto& planned : schedule.steps)
    spec.bars.push_back({.key = planned.step->reference,
                         .title = planned.step->reference + " " + planned.step->title,
                         .name = spoken(planned),
                         .from = planned.earliest_start.count,
                         .to = planned.earliest_end.count,
                         .latest_end = planned.latest_end.count,
                         .strong = planned.critical});
  return spec;
}

std::string minutes_text(const std::optional<Minutes>& minutes) { return minutes ? human_duration(minutes->count) : "–"; }

} // namespace hdskit
