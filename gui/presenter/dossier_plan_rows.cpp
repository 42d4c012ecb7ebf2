#include "gui/presenter/dossier_plan.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <algorithm>
#include <utility>

namespace hdskit::gui {
namespace {

std::string gap_count(int gaps) { return "⚠ " + trn("{1} gap", "{1} gaps", gaps); }

/// A line tells its own gaps in words, and how many lie under it.
Cell gap_cell(const PlanNode& node) {
  if (node.gaps_in_all == 0) return {};
  if (node.gaps.empty()) return {gap_count(node.gaps_in_all), Tone::warning};
  return {"⚠ " + joined(node.gaps, "  ⚠ "), Tone::warning};
}

/// The sentence stands in the last column; here, what it is about is enough.
bool is_gap(const PlanNode& node) { return node.key.starts_with("gap:"); }

/// The marks come first, because beside the PDF the other columns are out of sight.
Cell title_cell(const PlanNode& node) {
  if (is_gap(node)) return {tr("⚠ Missing here"), Tone::warning};
  std::string marks = node.gaps_in_all > 0 ? "⚠ " : "";
  if (node.key.starts_with("item:")) marks += node.state.text.substr(0, node.state.text.find(' ') + 1);
  return {marks + node.title};
}

TreeNode row_of(const PlanNode& node, std::size_t parent) { return {node.key, parent, {title_cell(node), node.state, gap_cell(node)}}; }

/// Titles as they compare: a printed page has other spaces, and a reader may fold letters.
std::string comparable(std::string_view title) {
  std::string text{title};
  for (const auto* space : {"\u00A0", "\u202F", "\u2009", "\t", "\n"}) text = replaced(std::move(text), space, " ");
  std::string single;
  for (const char c : folded(text))
    if (c != ' ' || (!single.empty() && single.back() != ' ')) single += c;
  return std::string{trimmed(single)};
}

std::optional<int> page_titled(const std::string& heading, const std::vector<OutlinePlace>& outline) {
  if (heading.empty()) return std::nullopt;
  const auto wanted = comparable(heading);
  for (const auto& place : outline)
    if (comparable(place.title) == wanted) return place.page;
  for (const auto& place : outline) // a chapter whose heading is numbered, or a title that is cut for being long
    if (const auto title = comparable(place.title); title.ends_with(" " + wanted) || (title.size() > 40 && wanted.starts_with(title))) return place.page;
  return std::nullopt;
}

} // namespace

TreeRows plan_rows(const DossierPlan& plan, bool only_gaps) {
  TreeRows rows{{{tr("Part of the file")}, {tr("State")}, {tr("What it lacks")}}, {}};
  std::vector<std::size_t> places(plan.nodes.size(), TreeNode::none);
  for (std::size_t i = 0; i < plan.nodes.size(); ++i) {
    const auto& node = plan.nodes[i];
    if (only_gaps && node.gaps_in_all == 0) continue;
    places[i] = rows.nodes.size();
    rows.nodes.push_back(row_of(node, node.parent == TreeNode::none ? TreeNode::none : places[node.parent]));
  }
  return rows;
}

Cell plan_sentence(int gaps) {
  if (gaps == 0) return {"✔ " + tr("Complete: the dossier can be filed."), Tone::good};
  return {"⚠ " + trn("{1} gap: the dossier will be a draft.", "{1} gaps: the dossier will be a draft.", gaps), Tone::warning};
}

std::string plan_details(const PlanNode& node) {
  std::vector<std::string> lines;
  if (!is_gap(node)) lines.push_back(node.state.text.empty() ? node.title : node.title + " — " + node.state.text);
  for (const auto& gap : node.gaps) lines.push_back("⚠ " + gap);
  if (const auto below = node.gaps_in_all - static_cast<int>(node.gaps.size()); below > 0)
    lines.push_back("⚠ " + trn("{1} gap lies under it.", "{1} gaps lie under it.", below));
  return joined(lines, "\n");
}

std::string plan_key(const DossierPlan& plan, std::string_view subject) {
  for (const auto* kind : {"", "item:", "annex:", "section:", "chapter:"})
    if (const auto key = kind + std::string{subject}; plan.find(key)) return key;
  return "";
}

std::optional<int> page_of(const DossierPlan& plan, std::string_view key, const std::vector<OutlinePlace>& outline) {
  for (const auto* node = plan.find(key); node; node = node->parent == TreeNode::none ? nullptr : &plan.nodes[node->parent])
    if (const auto page = page_titled(node->heading, outline)) return page;
  return std::nullopt;
}

} // namespace hdskit::gui
