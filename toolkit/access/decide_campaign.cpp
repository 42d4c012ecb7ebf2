#include "toolkit/access/campaign_files.hpp"
#include "toolkit/access/campaign_json.hpp"
#include "toolkit/access/run_campaign.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/personal_file.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <map>

namespace hdskit {
namespace {

constexpr std::size_t most_said = 100; ///< defects that a person reads

void refuse_closed(const ReviewCampaign& campaign) {
  if (campaign.state == CampaignState::open) return;
  throw Problem{ProblemKind::refused, campaign.reference, tr("The campaign {1} is signed: its decisions do not change any more.", {campaign.reference}),
                tr("Decide anew in the next campaign.")};
}

void refuse_defects(const ReviewCampaign& campaign, const FrozenCampaign& frozen, const std::vector<CampaignDecision>& decisions) {
  const ReviewerCheck reviewers{frozen.lines};
  std::vector<std::string> defects;
  for (const auto& decision : decisions) {
    if (decision.line < 1 || decision.line > static_cast<std::int64_t>(frozen.lines.size())) {
      defects.push_back(tr("There is no line {1}.", {std::to_string(decision.line)}));
      continue;
    }
    const auto& line = frozen.lines[static_cast<std::size_t>(decision.line - 1)];
    for (const auto& sentence : decision_defects(decision, line, reviewers))
      defects.push_back(tr("line {1} ({2}): {3}", {std::to_string(line.number), subject_of(line), sentence}));
  }
  if (defects.empty()) return;
  const auto count = static_cast<std::int64_t>(defects.size());
  if (defects.size() > most_said) defects.resize(most_said);
  throw Problem{ProblemKind::bad_input, campaign.reference,
                (count > 1 ? trn("{1} decision cannot be taken:", "{1} decisions cannot be taken:", count) + "\n" : std::string{}) + joined(defects, "\n"),
                tr("Correct them, then start again; nothing was changed.")};
}

using ByLine = std::map<std::int64_t, CampaignDecision>;

std::vector<CampaignDecision> listed(const ByLine& by_line) {
  std::vector<CampaignDecision> decisions;
  for (const auto& [line, decision] : by_line) decisions.push_back(decision);
  return decisions;
}

/// Puts the decisions of one file beside those that it holds; `campaign` gets the figures.
void write_piece(Change& change, ReviewCampaign& campaign, const std::string& name, const std::vector<const CampaignDecision*>& decisions) {
  ByLine by_line;
  if (const auto file = personal_file(change.workspace(), name))
    for (auto& decision : decisions_of_json(file->content, name)) by_line[decision.line] = std::move(decision);
  const auto before = count_decisions(listed(by_line));
  for (const auto* decision : decisions)
    if (decision->decision == LineDecision::undecided) by_line.erase(decision->line);
    else by_line[decision->line] = *decision;
  const auto after_all = listed(by_line);
  const auto after = count_decisions(after_all);
  put_personal_file(change, name, decisions_json(after_all), campaign.kept_until);
  campaign.decided += after.decided - before.decided;
  campaign.withdrawn += after.withdrawn - before.withdrawn;
  campaign.changed += after.changed - before.changed;
  campaign.justified += after.justified - before.justified;
}

} // namespace

ReviewCampaign decide_campaign(Change& change, const ReviewCampaign& given, const std::vector<CampaignDecision>& decisions) {
  auto campaign = find_record<ReviewCampaign>(change.workspace(), given.id); // another process may have decided meanwhile
  refuse_closed(campaign);
  refuse_defects(campaign, frozen_campaign(change.workspace(), campaign), decisions);
  std::map<std::string, std::vector<const CampaignDecision*>> pieces;
  for (const auto& decision : decisions) pieces[decisions_file(campaign, decision.line)].push_back(&decision);
  for (const auto& [name, piece] : pieces) write_piece(change, campaign, name, piece);
  update_record(change, campaign);
  return campaign;
}

} // namespace hdskit
