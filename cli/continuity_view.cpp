#include "cli/continuity_view.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/continuity/continuity_store.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <ostream>

namespace hdskit::cli {

CheckedContinuity::CheckedContinuity(const Workspace& workspace, Date today)
    : continuity{read_continuity(workspace)}, graph{continuity}, inherited{inherited_objectives(graph, continuity)}, findings{
                                                                                                                         check_continuity(continuity, today)} {
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const std::string_view subject = findings[i].finding.subject; // "service DPI"
    const auto space = subject.find(' ');
    if (space != std::string_view::npos) by_subject_[reference_key(subject.substr(space + 1))].push_back(i);
  }
}

std::vector<const ChainFinding*> CheckedContinuity::findings_about(std::string_view reference) const {
  std::vector<const ChainFinding*> found;
  if (const auto places = by_subject_.find(reference_key(reference)); places != by_subject_.end())
    for (const auto place : places->second) found.push_back(&findings[place]);
  return found;
}

json::object finding_json(const ChainFinding& finding) {
  json::array path;
  for (const auto& reference : finding.path) path.emplace_back(json_text(reference));
  return {{"rule", json_text(finding.finding.rule)},
          {"subject", json_text(finding.finding.subject)},
          {"path", std::move(path)},
          {"sentence", json_text(finding.finding.sentence)}};
}

json::array findings_json(const std::vector<ChainFinding>& findings) {
  json::array all;
  for (const auto& finding : findings) all.push_back(finding_json(finding));
  return all;
}

void print_finding(Context& context, const ChainFinding& finding) {
  context.out << tr("{1}: {2} [{3}]", {finding.finding.subject, finding.finding.sentence, finding.finding.rule}) << '\n';
  if (finding.path.size() > 1) context.out << "    " << joined(finding.path, " → ") << '\n';
}

json::value duration_json(const std::optional<Minutes>& minutes) { return minutes ? json::value(json_text(to_field_text(minutes))) : json::value(); }

std::string day_text(const std::optional<Date>& day) { return day ? tr_date(*day) : ""; }

} // namespace hdskit::cli
