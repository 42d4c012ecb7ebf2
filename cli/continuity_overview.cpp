#include "cli/continuity_view.hpp"

#include "cli/table.hpp"
#include "toolkit/base/text.hpp"

#include <ostream>

namespace hdskit::cli {
namespace {

std::string shown(const std::optional<Minutes>& minutes) { return minutes ? duration_text(*minutes) : ""; }

bool is_promise(const DependencyNode& node) { return node.kind == NodeKind::activity || node.kind == NodeKind::service; }

std::optional<Minutes> mtpd_of(const CheckedContinuity& checked, const DependencyNode& node) {
  return node.kind == NodeKind::activity ? checked.continuity.activities[node.record].mtpd : std::nullopt;
}

std::string status_of(const CheckedContinuity& checked, const DependencyNode& node) {
  const auto count = static_cast<std::int64_t>(checked.findings_about(node.reference).size());
  return count == 0 ? tr("sound") : trn("{1} finding", "{1} findings", count);
}

json::array references_json(const CheckedContinuity& checked, const std::vector<std::size_t>& nodes) {
  json::array references;
  for (const auto node : nodes) references.emplace_back(json_text(checked.graph.nodes()[node].reference));
  return references;
}

std::string references_text(const CheckedContinuity& checked, const std::vector<std::size_t>& nodes) {
  std::vector<std::string> names;
  for (const auto place : nodes) {
    const auto& node = checked.graph.nodes()[place];
    names.push_back(node.name.empty() ? node.reference : tr("{1}, {2}", {node.reference, node.name}));
  }
  return joined(names, "\n");
}

json::object node_json(const CheckedContinuity& checked, std::size_t place) {
  const auto& node = checked.graph.nodes()[place];
  json::array rules;
  for (const auto* finding : checked.findings_about(node.reference)) rules.emplace_back(json_text(finding->finding.rule));
  return {{"reference", json_text(node.reference)},
          {"name", json_text(node.name)},
          {"rto", duration_json(node.rto)},
          {"rpo", duration_json(node.rpo)},
          {"mtpd", duration_json(mtpd_of(checked, node))},
          {"needs", references_json(checked, node.needs)},
          {"findings", std::move(rules)}};
}

void add_promise(Sheet& sheet, const CheckedContinuity& checked, std::string label, const std::optional<Minutes>& promise, std::size_t from,
                 const std::vector<std::size_t>& way) {
  if (!promise || from == DependencyGraph::none) return;
  std::vector<std::string> path;
  for (const auto node : way) path.push_back(checked.graph.nodes()[node].reference);
  sheet.add(std::move(label), tr("{1} ({2})", {duration_text(*promise), joined(path, " → ")}));
}

} // namespace

json::object overview_json(const CheckedContinuity& checked) {
  json::array activities, services;
  for (std::size_t place = 0; place < checked.graph.nodes().size(); ++place) {
    const auto& node = checked.graph.nodes()[place];
    if (node.kind == NodeKind::activity) activities.push_back(node_json(checked, place));
    if (node.kind == NodeKind::service) services.push_back(node_json(checked, place));
  }
  json::object counts;
  for_each_continuity_list(checked.continuity, [&](const char* key, const auto& list) { counts[key] = list.size(); });
  counts["findings"] = checked.findings.size();
  return {{"activities", std::move(activities)}, {"services", std::move(services)}, {"counts", std::move(counts)}};
}

void print_overview(Context& context, const CheckedContinuity& checked) {
  Table table{{tr("Reference"), tr("Name"), tr("RTO (DMIA)"), tr("RPO (PDMA)"), tr("Maximum tolerable period of disruption (MTPD)"), tr("Status")}};
  for (const auto& node : checked.graph.nodes())
    if (is_promise(node)) table.add({node.reference, node.name, shown(node.rto), shown(node.rpo), shown(mtpd_of(checked, node)), status_of(checked, node)});
  table.print(context.out, context.surroundings.output_width);
  const auto& all = checked.continuity;
  context.out << '\n'
              << tr("{1} components, {2} backup arrangements, {3} dependencies, {4} plans, {5} exercises.",
                    {std::to_string(all.components.size()), std::to_string(all.backups.size()), std::to_string(all.dependencies.size()),
                     std::to_string(all.plans.size()), std::to_string(all.exercises.size())})
              << '\n';
  if (!checked.findings.empty())
    context.out << trn("{1} finding: hdskit continuity check names it.", "{1} findings: hdskit continuity check names them.",
                       static_cast<std::int64_t>(checked.findings.size()))
                << '\n';
}

json::object standing_json(const CheckedContinuity& checked, std::string_view reference) {
  json::object object;
  json::array found;
  for (const auto* finding : checked.findings_about(reference)) found.push_back(finding_json(*finding));
  if (const auto place = checked.graph.find(reference); place != DependencyGraph::none) {
    const auto& node = checked.graph.nodes()[place];
    const auto& promise = checked.inherited[place];
    object["needs"] = references_json(checked, node.needs);
    object["serves"] = references_json(checked, node.serves);
    object["promised_rto"] = duration_json(promise.rto);
    object["promised_rpo"] = duration_json(promise.rpo);
    object["rto_path"] = references_json(checked, way_of_rto(checked.graph, checked.inherited, place));
    object["rpo_path"] = references_json(checked, way_of_rpo(checked.graph, checked.inherited, place));
  }
  object["findings"] = std::move(found);
  return object;
}

void print_standing(Context& context, const CheckedContinuity& checked, std::string_view reference) {
  if (const auto place = checked.graph.find(reference); place != DependencyGraph::none) {
    const auto& node = checked.graph.nodes()[place];
    const auto& promise = checked.inherited[place];
    Sheet sheet;
    if (!node.needs.empty()) sheet.add(tr("Needs"), references_text(checked, node.needs));
    if (!node.serves.empty()) sheet.add(tr("Serves"), references_text(checked, node.serves));
    add_promise(sheet, checked, tr("RTO promised above"), promise.rto, promise.rto_from, way_of_rto(checked.graph, checked.inherited, place));
    add_promise(sheet, checked, tr("RPO promised above"), promise.rpo, promise.rpo_from, way_of_rpo(checked.graph, checked.inherited, place));
    context.out << '\n';
    sheet.print(context.out, context.surroundings.output_width);
  }
  if (const auto findings = checked.findings_about(reference); !findings.empty()) {
    context.out << '\n';
    for (const auto* finding : findings) print_finding(context, *finding);
  }
}

} // namespace hdskit::cli
