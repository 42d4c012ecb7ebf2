#include "toolkit/dossier/continuity_chapter.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/dossier/continuity_figures.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/organisation/by_reference.hpp"
#include "toolkit/page/style.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace hdskit::chapters {
namespace {

struct Axis {
  const char* letter;
  std::optional<std::int64_t> ActivityImpact::*grade;
};
constexpr std::array<Axis, 5> axes = {{{"P", &ActivityImpact::patient},
                                       {"S", &ActivityImpact::care},
                                       {"J", &ActivityImpact::legal},
                                       {"F", &ActivityImpact::finance},
                                       {"I", &ActivityImpact::image}}};
constexpr std::int64_t grave = 3;     // from there on the cell says on which axes
constexpr std::size_t most_times = 7; // columns of the table

/// "4 P S": the worst grade, and where it is reached.
std::string grade_of(const ActivityImpact& impact) {
  std::int64_t worst = 0;
  for (const auto& axis : axes) worst = std::max(worst, (impact.*axis.grade).value_or(0));
  if (worst <= 0) return "–";
  auto text = std::to_string(worst);
  if (worst < grave) return text;
  for (const auto& axis : axes)
    if ((impact.*axis.grade).value_or(0) == worst) text += std::string{"\u00A0"} + axis.letter;
  return text;
}

using ImpactsByTime = std::map<std::pair<std::string, Minutes>, const ActivityImpact*>;

Words::List impact_rows(const Continuity& continuity, const std::vector<Minutes>& times) {
  ImpactsByTime impacts;
  for (const auto& impact : continuity.impacts)
    if (impact.after) impacts.emplace(std::pair{reference_key(impact.activity), *impact.after}, &impact);
  Words::List rows;
  for (const auto& activity : continuity.activities) {
    Words::List grades;
    for (const auto time : times) {
      const auto found = impacts.find({reference_key(activity.reference), time});
      const auto text = found == impacts.end() ? std::string{"–"} : grade_of(*found->second);
      grades.push_back(Words{}.set("grade_text", text).flag("unbearable", text.starts_with("4")));
    }
    rows.push_back(Words{}.set("reference", activity.reference).set("name", activity.name).list("grades", std::move(grades)));
  }
  return rows;
}

std::vector<Minutes> times_of(const Continuity& continuity) {
  std::set<Minutes> times;
  for (const auto& impact : continuity.impacts)
    if (impact.after) times.insert(*impact.after);
  std::vector<Minutes> all{times.begin(), times.end()};
  if (all.size() > most_times) all.resize(most_times);
  return all;
}

Words::List activity_rows(const Continuity& continuity, const DependencyGraph& graph) {
  Words::List rows;
  for (const auto& activity : continuity.activities) {
    std::vector<std::string> needs;
    if (const auto node = graph.find(activity.reference); node != DependencyGraph::none)
      for (const auto below : graph.nodes()[node].needs) needs.push_back(graph.nodes()[below].reference);
    rows.push_back(record_words(activity)
                       .set("rto_text", minutes_text(activity.rto))
                       .set("rpo_text", minutes_text(activity.rpo))
                       .set("mtpd_text", minutes_text(activity.mtpd))
                       .set("manual_resume_text", minutes_text(activity.manual_resume))
                       .set("manual_hold_text", minutes_text(activity.manual_hold))
                       .set("needs_text", needs.empty() ? "–" : joined(needs, ", ")));
  }
  return rows;
}

} // namespace

Words analysis_words(const ChapterInput& input) {
  const auto& continuity = input.facts.continuity;
  const DependencyGraph graph{continuity};
  const auto times = times_of(continuity);
  Words::List headings;
  for (const auto time : times) headings.push_back(Words{}.set("time_text", minutes_text(time)));
  Words words;
  words.set("activity_count", french_number(static_cast<std::int64_t>(continuity.activities.size())))
      .set("service_count", french_number(static_cast<std::int64_t>(continuity.services.size())))
      .set("component_count", french_number(static_cast<std::int64_t>(continuity.components.size())))
      .set("dependency_count", french_number(static_cast<std::int64_t>(continuity.dependencies.size())))
      .flag("has_activities", !continuity.activities.empty())
      .flag("has_impacts", !times.empty() && !continuity.activities.empty())
      .list("times", std::move(headings))
      .list("impacts", impact_rows(continuity, times))
      .list("activities", activity_rows(continuity, graph));
  return words;
}

Words chain_words(const ChapterInput& input) {
  const auto& continuity = input.facts.continuity;
  const auto findings = check_continuity(continuity, input.day);
  Words words;
  Words::List rows, drawn;
  std::int64_t broken = 0;
  for (const auto& finding : findings) {
    const bool breaks = breaks_a_promise(finding);
    broken += breaks;
    rows.push_back(
        Words{}.set("sentence", finding.finding.sentence).set("path_text", finding.path.empty() ? "–" : joined(finding.path, " → ")).flag("broken", breaks));
    const auto spec = breaks && drawn.size() < most_drawn_chains ? finding_spec(continuity, finding) : page::GraphSpec{};
    if (spec.nodes.empty()) continue;
    auto figure = page::draw_graph(spec);
    const double width = page::Style{}.text_width();
    if (figure.drawing.width > width) figure = page::scaled(std::move(figure), width / figure.drawing.width);
    const auto name = "chaine-" + std::to_string(drawn.size() + 1);
    words.draw(name, {std::move(figure.drawing), std::move(figure.alternative), {}});
    drawn.push_back(Words{}.set("figure", name).set("chain_text", joined(finding.path, " → ")).set("sentence", finding.finding.sentence));
  }
  words.set("finding_count", french_number(static_cast<std::int64_t>(findings.size())))
      .set("broken_count", french_number(broken))
      .flag("has_findings", !findings.empty())
      .flag("has_broken", broken > 0)
      .list("findings", std::move(rows))
      .list("chains", std::move(drawn));
  return words;
}

} // namespace hdskit::chapters
