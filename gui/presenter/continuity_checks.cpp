#include "gui/presenter/continuity_checks.hpp"

#include "gui/presenter/continuity_promises.hpp"
#include "gui/presenter/continuity_records.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/care_programme.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit::gui {
namespace {

const ContinuityRule* rule_of(std::string_view id) {
  const auto rules = continuity_rules();
  const auto found = std::ranges::find(rules, id, &ContinuityRule::id);
  return found == rules.end() ? nullptr : &*found;
}

const ChainFinding* finding_at(const ContinuityMap& map, std::string_view key) {
  std::size_t place = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), place);
  return error == std::errc{} && end == key.data() + key.size() && place < map.findings.size() ? &map.findings[place] : nullptr;
}

Cell rule_cell(const ContinuityRule& rule) {
  const auto state = state_of_rule(rule.id);
  const auto sign = state == PromiseState::not_kept ? "✖ " : state == PromiseState::unproven ? "◔ " : "⚠ ";
  return {sign + tr(rule.sentence), state == PromiseState::not_kept ? Tone::bad : Tone::warning};
}

/// The rules that found something, the gravest first.
std::vector<const ContinuityRule*> rules_broken(const ContinuityMap& map) {
  std::vector<const ContinuityRule*> broken;
  for (const auto& finding : map.findings) {
    const auto* rule = rule_of(finding.finding.rule);
    if (rule && std::ranges::find(broken, rule) == broken.end()) broken.push_back(rule);
  }
  std::ranges::stable_sort(broken, [](const ContinuityRule* one, const ContinuityRule* other) { return state_of_rule(one->id) > state_of_rule(other->id); });
  return broken;
}

Cell verdict_cell(const CareObjective& objective) {
  if (!objective.computed) return {"○ " + tr("to be answered by a person"), Tone::faint};
  switch (objective.verdict) {
    case Verdict::met: return {"✔ " + tr("met"), Tone::good};
    case Verdict::at_risk: return {"◑ " + tr("in part"), Tone::warning};
    case Verdict::not_met: return {"✖ " + tr("not met"), Tone::bad};
    case Verdict::not_assessed: break;
  }
  return {"○ " + tr("not assessed"), Tone::faint};
}

} // namespace

TreeRows check_tree(const ContinuityMap& map) {
  TreeRows tree{{{tr("Finding")}, {tr("About")}}, {}};
  for (const auto* rule : rules_broken(map)) {
    const auto parent = tree.nodes.size();
    tree.nodes.push_back({std::string{rule->id}, TreeNode::none, {rule_cell(*rule), {}}});
    std::size_t count = 0;
    for (std::size_t i = 0; i < map.findings.size(); ++i) {
      if (map.findings[i].finding.rule != rule->id) continue;
      ++count;
      tree.nodes.push_back({std::to_string(i), parent, {{map.findings[i].finding.sentence}, {subject_of(map.findings[i]).reference}}});
    }
    tree.nodes[parent].cells[1] = {std::to_string(count)};
  }
  return tree;
}

Cell checks_sentence(const ContinuityMap& map) {
  if (map.findings.empty())
    return map.continuity.activities.empty() ? Cell{tr("Nothing to check yet: begin in the tab “Activities and services”."), Tone::faint}
                                             : Cell{"✔ " + tr("The check finds nothing: what is promised can be kept, and was tried."), Tone::good};
  std::int64_t broken = 0;
  for (const auto& finding : map.findings) broken += state_of_rule(finding.finding.rule) == PromiseState::not_kept;
  const auto all = trn("{1} finding", "{1} findings", static_cast<std::int64_t>(map.findings.size()));
  if (broken == 0) return {"⚠ " + all, Tone::warning};
  return {"✖ " + all + "; " + trn("{1} shows a promise that is not kept", "{1} show a promise that is not kept", broken), Tone::bad};
}

std::string check_reason(const ContinuityMap& map, std::string_view key) {
  if (const auto* rule = rule_of(key)) return tr(rule->sentence) + "\n" + tr(rule->reason);
  const auto* finding = finding_at(map, key);
  if (!finding) return "";
  auto words = finding->finding.sentence;
  if (const auto way = joined(finding->path, " → "); words.find(way) == std::string::npos) words += "\n" + tr("The way that shows it: {1}", {way});
  if (const auto* rule = rule_of(finding->finding.rule)) words += "\n" + tr("Why it matters: {1}", {tr(rule->reason)});
  return words;
}

std::string check_destination(const ContinuityMap& map, std::string_view key) {
  const auto* finding = finding_at(map, key);
  if (!finding) return "";
  const auto subject = subject_of(*finding);
  return is_continuity_kind(subject.kind) ? subject.kind + (subject.reference.empty() ? "" : ":" + subject.reference) : "";
}

ListRows care_rows(const ContinuityMap& map) {
  std::vector<ListRow> rows;
  for (const auto& objective : care_objectives(map.continuity, map.day))
    rows.push_back({objective.id, {{objective.id}, {objective.title()}, verdict_cell(objective), {objective.sentence}, {objective.source, Tone::faint}}});
  return rows_at_hand({{tr("Objective")}, {tr("What it asks for")}, {tr("State")}, {tr("What was found")}, {tr("Source")}}, std::move(rows));
}

std::string care_words(const ContinuityMap& map, std::string_view id) {
  for (const auto& objective : care_objectives(map.continuity, map.day)) {
    if (objective.id != id) continue;
    std::vector<std::string> lines{objective.id + "\u00A0– " + objective.title(), verdict_cell(objective).text};
    for (const auto& line : {objective.sentence, objective.proof(), objective.source})
      if (!line.empty()) lines.push_back(line);
    return joined(lines, "\n");
  }
  return "";
}

} // namespace hdskit::gui
