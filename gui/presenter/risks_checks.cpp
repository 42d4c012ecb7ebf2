#include "gui/presenter/risks_checks.hpp"

#include "gui/presenter/risks_records.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/risk/coverage.hpp"
#include "toolkit/risk/lint.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit::gui {
namespace {

constexpr std::string_view rule_sign = "rule:";
constexpr char number_sign = '\t';

const LintRule* rule_named(std::string_view id) {
  const auto rules = lint_rules();
  const auto found = std::ranges::find(rules, id, &LintRule::id);
  return found == rules.end() ? nullptr : &*found;
}

const Finding* finding_at(const RiskMap& map, std::string_view key) {
  std::size_t place = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), place);
  return error != std::errc{} || end != key.data() + key.size() || place >= map.findings.size() ? nullptr : &map.findings[place];
}

/// One thing that the map has to speak of.
struct Duty {
  std::string what, title, lead; ///< lead: kind and reference of the record to go to; "" : none
  bool covered = false;
  std::vector<std::string> by;
};

void add_covered(std::vector<Duty>& duties, const std::vector<Covered>& all, const std::string& what) {
  for (const auto& one : all) {
    auto by = one.risks;
    by.insert(by.end(), one.operational.begin(), one.operational.end());
    duties.push_back({what, what == tr("Obligation") ? one.title.in_current_language() : one.id + "\u00A0– " + one.title.in_current_language(),
                      one.risks.empty() ? "" : "risk:" + one.risks.front(), !one.risks.empty(), std::move(by)});
  }
}

std::vector<Duty> duties_of(const RiskMap& map) {
  std::vector<Duty> duties;
  add_covered(duties, minimum_event_coverage(map.study), tr("Minimum event"));
  add_covered(duties, obligation_coverage(map.study, map.obligations), tr("Obligation"));
  for (const auto& reference : feared_events_without_scenario(map.study)) {
    const auto* event = map.index.feared_events.find(reference);
    duties.push_back({tr("Feared event"), reference + "\u00A0– " + (event ? event->name : std::string{}), "feared_event:" + reference, false, {}});
  }
  return duties;
}

} // namespace

TreeRows finding_tree(const RiskMap& map) {
  TreeRows tree{{{tr("Finding")}, {tr("About")}}, {}};
  std::size_t parent = TreeNode::none;
  std::string_view rule;
  for (std::size_t i = 0; i < map.findings.size(); ++i) {
    const auto& finding = map.findings[i];
    if (finding.rule != rule) { // they come in the order of the rules
      rule = finding.rule;
      parent = tree.nodes.size();
      const auto count = std::ranges::count(map.findings, finding.rule, &Finding::rule);
      const auto* known = rule_named(rule);
      tree.nodes.push_back({std::string{rule_sign} + finding.rule,
                            TreeNode::none,
                            {{"⚠ " + (known ? tr(known->sentence) : finding.rule), Tone::warning}, {trn("{1} finding", "{1} findings", count)}}});
    }
    tree.nodes.push_back({std::to_string(i), parent, {{finding.sentence}, {subject_of(finding).reference}}});
  }
  return tree;
}

Cell findings_sentence(const RiskMap& map) {
  if (map.findings.empty()) return {"✔ " + tr("The checks find nothing to settle in the study."), Tone::good};
  return {"⚠ " + trn("{1} finding. Enter leads to the record; nothing is ever changed by itself.",
                     "{1} findings. Enter leads to the record; nothing is ever changed by itself.", static_cast<std::int64_t>(map.findings.size())),
          Tone::warning};
}

std::string reason_of(const RiskMap& map, std::string_view key) {
  const auto* finding = finding_at(map, key);
  const auto* rule = rule_named(finding ? std::string_view{finding->rule} : key.starts_with(rule_sign) ? key.substr(rule_sign.size()) : std::string_view{});
  return rule ? tr("Why it matters: {1}", {tr(rule->reason)}) : "";
}

RisksSubject found_record(const RiskMap& map, std::string_view key) {
  const auto* finding = finding_at(map, key);
  return finding ? subject_of(*finding) : RisksSubject{};
}

ListRows coverage_rows(const RiskMap& map) {
  std::vector<ListRow> rows;
  for (const auto& duty : duties_of(map)) {
    const auto state = duty.covered ? Cell{"✔ " + tr("covered"), Tone::good} : Cell{"⚠ " + tr("not covered"), Tone::warning};
    rows.push_back({duty.lead + number_sign + std::to_string(rows.size()), {{duty.title}, state, {joined(duty.by, ", ")}, {duty.what}}});
  }
  return rows_at_hand({{tr("What the map has to speak of")}, {tr("State")}, {tr("By")}, {tr("Kind")}}, std::move(rows));
}

Cell coverage_sentence(const RiskMap& map) {
  const auto duties = duties_of(map);
  const auto covered = std::ranges::count_if(duties, &Duty::covered);
  const bool all = covered == static_cast<std::ptrdiff_t>(duties.size());
  return {(all ? "✔ " : "⚠ ") + tr("{1} of {2} covered by the risks of the register", {std::to_string(covered), std::to_string(duties.size())}),
          all ? Tone::good : Tone::warning};
}

RisksSubject covering_record(std::string_view key) { return risks_subject(key.substr(0, key.find(number_sign))).value_or(RisksSubject{}); }

} // namespace hdskit::gui
