#include "toolkit/dossier/continuity_words.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/dossier/continuity_figures.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/page/style.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr std::size_t most_drawn_steps = 60; // beyond, a time line takes more than a page

std::string listed_or_dash(const std::vector<std::string>& references) { return references.empty() ? "–" : joined(references, ", "); }

Words step_words(const PlannedStep& planned) {
  const auto& step = *planned.step;
  return record_words(step)
      .set("duration_text", minutes_text(step.duration))
      .set("start_text", human_duration(planned.earliest_start.count))
      .set("end_text", human_duration(planned.earliest_end.count))
      .set("slack_text", planned.critical ? "–" : human_duration(planned.slack.count))
      .set("after_text", listed_or_dash(step.after))
      .set("restores_text", listed_or_dash(step.restores))
      .flag("critical", planned.critical);
}

Words one_plan(const Continuity& continuity, const ContinuityPlan& plan, const PlanSchedule& schedule) {
  Words::List steps;
  for (const auto& planned : schedule.steps) steps.push_back(step_words(planned));
  auto words = record_words(plan);
  for (const auto& [name, text] : {std::pair{"activation_prose", &plan.activation},
                                   {"deactivation_prose", &plan.deactivation},
                                   {"degraded_mode_prose", &plan.degraded_mode},
                                   {"isolation_prose", &plan.isolation},
                                   {"rebuild_prose", &plan.rebuild},
                                   {"communication_prose", &plan.communication},
                                   {"return_to_normal_prose", &plan.return_to_normal}})
    words.set(name, lines_as_markdown(*text));
  return words.set("degraded_hold_text", minutes_text(plan.degraded_hold))
      .set("covers_text", named_references(continuity, plan.covers))
      .set("total_text", human_duration(schedule.total.count))
      .set("critical_text", joined(schedule.critical, " → "))
      .flag("has_steps", !steps.empty())
      .flag("has_circle", !schedule.cycle.empty())
      .set("circle_text", joined(schedule.cycle, " → "))
      .list("steps", std::move(steps));
}

std::optional<Minutes> promised(const DependencyGraph& graph, std::size_t node) {
  return node == DependencyGraph::none ? std::nullopt : graph.nodes()[node].rto;
}

} // namespace

std::string lines_as_markdown(std::string_view text) {
  std::string list;
  std::size_t count = 0;
  for (const auto line : lines_of(text)) {
    const auto words = trimmed(line);
    if (words.empty()) continue;
    ++count;
    list += (words.starts_with("- ") ? "" : "- ") + std::string{words} + "\n";
  }
  return page::prose_as_markdown(count > 1 ? list : std::string{text});
}

Words plan_words(const Continuity& continuity, std::optional<PlanKind> kind) {
  Words words;
  Words::List rows;
  for (const auto& plan : continuity.plans) {
    if (kind && plan.kind != *kind) continue;
    const auto schedule = schedule_of(continuity, plan);
    const auto number = std::to_string(rows.size() + 1);
    const bool drawn = !schedule.steps.empty() && schedule.steps.size() <= most_drawn_steps && schedule.total.count > 0;
    if (drawn) {
      auto figure = page::draw_timeline(timeline_spec(schedule), page::Style{}.text_width());
      words.draw("chemin-" + number, {std::move(figure.drawing), std::move(figure.alternative), {}});
    }
    rows.push_back(one_plan(continuity, plan, schedule).set("anchor", "plan-" + number).set("figure", "chemin-" + number).flag("has_figure", drawn));
  }
  const bool any = !rows.empty();
  return words.list("plans", std::move(rows)).flag("has_plans", any);
}

Words::List backup_rows(const Continuity& continuity) {
  Words::List rows;
  for (const auto& backup : continuity.backups)
    rows.push_back(record_words(backup)
                       .set("period_text", minutes_text(backup.period))
                       .set("measured_text", minutes_text(backup.measured_restore))
                       .set("retention_text", backup.retention_days ? human_duration(*backup.retention_days * 24 * 60) : "–"));
  return rows;
}

Words::List restore_rows(const Continuity& continuity) {
  const DependencyGraph graph{continuity};
  Words::List rows;
  for (const auto& [reference, minutes] : restore_order(continuity)) {
    const auto node = graph.find(reference);
    const auto rto = promised(graph, node);
    rows.push_back(Words{}
                       .set("rank", std::to_string(rows.size() + 1))
                       .set("reference", reference)
                       .set("name", node == DependencyGraph::none ? "–" : graph.nodes()[node].name)
                       .set("planned_text", human_duration(minutes.count))
                       .set("rto_text", minutes_text(rto))
                       .flag("is_service", node != DependencyGraph::none && graph.nodes()[node].kind == NodeKind::service)
                       .flag("late", rto && minutes > *rto));
  }
  return rows;
}

std::string named_references(const Continuity& continuity, const std::vector<std::string>& references) {
  const DependencyGraph graph{continuity};
  std::vector<std::string> named;
  for (const auto& reference : references) {
    const auto node = graph.find(reference);
    named.push_back(node == DependencyGraph::none ? reference : reference + "\u00A0" + graph.nodes()[node].name);
  }
  return listed_or_dash(named);
}

} // namespace hdskit
