#include "toolkit/exchange/campaign_sheet.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <map>

namespace hdskit {
namespace {

std::string iso_of(const std::optional<Date>& day) { return day ? day->iso() : std::string{}; }
std::string yes(bool condition) { return condition ? tr("yes") : std::string{}; }

std::string remarks_text(const CampaignLine& line) {
  std::vector<std::string> texts;
  for (const auto& remark : line.findings) texts.push_back(label_of_severity(remark.severity) + tr(": ") + remark.sentence);
  return joined(texts, "\n");
}

template <typename Label> std::string labels_of(const std::vector<std::string>& words, Label label) {
  std::vector<std::string> labels;
  for (const auto& word : words) labels.push_back(label(word));
  return joined(labels, ", ");
}

std::string decision_label(std::string_view word) {
  if (word.empty()) return "";
  return tr(choices_of(LineDecision{})[choice_index(word, choices_of(LineDecision{}))].label);
}

std::vector<SheetColumn> columns() {
  return {{tr("No."), CellKind::number},
          {tr("Application")},
          {tr("Login")},
          {tr("Name")},
          {tr("Role")},
          {tr("State of the account")},
          {tr("Means of access")},
          {tr("Last login"), CellKind::date},
          {tr("Privileged")},
          {tr("Findings")},
          {tr("Not evaluable")},
          {tr("Decision of last year")},
          {tr("Differences")},
          {tr("Decision")},
          {tr("Reason")},
          {tr("Reviewer")},
          {tr("Identifier of the reviewer")},
          {tr("Decided on"), CellKind::date},
          {tr("Evidence")},
          {tr("Exception until"), CellKind::date}};
}

} // namespace

Sheet campaign_sheet(const std::string& title, const FrozenCampaign& frozen, const std::vector<CampaignDecision>& decisions) {
  Sheet sheet{.title = title, .columns = columns(), .rows = {}};
  std::map<std::int64_t, const CampaignDecision*> by_line;
  for (const auto& decision : decisions) by_line[decision.line] = &decision;
  for (const auto& line : frozen.lines) {
    const auto found = by_line.find(line.number);
    const CampaignDecision none, &decision = found == by_line.end() ? none : *found->second;
    const bool decided = decision.decision != LineDecision::undecided;
    sheet.rows.push_back({std::to_string(line.number),
                          line.application,
                          line.login,
                          line.name,
                          line.role,
                          label_of_state(line.state),
                          label_of_means(line.means),
                          iso_of(line.last_login),
                          yes(line.privileged),
                          remarks_text(line),
                          labels_of(line.not_judged, title_of_rule),
                          decision_label(line.last_decision),
                          labels_of(line.differences, label_of_difference),
                          decided ? decision_label(to_field_text(decision.decision)) : std::string{},
                          decision.reason,
                          decision.reviewer,
                          decision.reviewer_id,
                          iso_of(decision.day),
                          decision.evidence,
                          iso_of(decision.justified_until)});
  }
  return sheet;
}

} // namespace hdskit
