#include "cli/campaign_view.hpp"

#include "toolkit/access/campaign_json.hpp"
#include "toolkit/base/problem.hpp"

namespace hdskit::cli {
namespace {

json::array texts(const std::vector<std::string>& words) {
  json::array array;
  for (const auto& word : words) array.push_back(json_text(word));
  return array;
}

json::array remarks_json(const std::vector<CampaignLine::Remark>& remarks) {
  json::array array;
  for (const auto& remark : remarks)
    array.push_back(json::object{{"rule", remark.rule}, {"severity", remark.severity}, {"sentence", remark.sentence}, {"evidence", remark.evidence}});
  return array;
}

json::array listed_inputs(const ReviewCampaign& campaign) {
  json::array array;
  for (const auto& input : inputs_of_json(campaign.inputs))
    array.push_back(json::object{{"source", input.source}, {"file", input.file}, {"sha256", input.sha256}, {"lines", input.lines}, {"dated", input.dated}});
  return array;
}

} // namespace

ReviewCampaign chosen_campaign(const Context& context, const Workspace& workspace) {
  const auto reference = context.arguments.text("campaign");
  if (!reference.empty()) return find_campaign(workspace, reference);
  auto all = all_campaigns(workspace);
  if (all.empty()) throw Problem{ProblemKind::not_found, "", tr("There is no review campaign yet."), tr("Open one with: hdskit access campaign open")};
  return std::move(all.back());
}

std::string label_of(CampaignState state) { return tr(choices_of(state)[static_cast<std::size_t>(state)].label); }
std::string label_of(LineDecision decision) { return tr(choices_of(decision)[static_cast<std::size_t>(decision)].label); }
std::string iso_day(const std::optional<Date>& day) { return day ? day->iso() : std::string{}; }

json::object campaign_json(const ReviewCampaign& campaign) {
  return {{"reference", campaign.reference},
          {"title", campaign.title},
          {"state", to_field_text(campaign.state)},
          {"reviewer", campaign.reviewer},
          {"opened_on", iso_day(campaign.opened_on)},
          {"due", iso_day(campaign.due)},
          {"previous", campaign.previous},
          {"accounts", campaign.lines},
          {"findings", campaign.findings},
          {"rules_not_judged", campaign.not_judged},
          {"decided", campaign.decided},
          {"withdrawn", campaign.withdrawn},
          {"changed", campaign.changed},
          {"justified", campaign.justified},
          {"policy_sha256", campaign.policy},
          {"inputs", listed_inputs(campaign)},
          {"content_sha256", campaign.content},
          {"closed_on", iso_day(campaign.closed_on)},
          {"kept_until", iso_day(campaign.kept_until)},
          {"evidence", campaign.evidence},
          {"note", campaign.note}};
}

json::object campaign_line_json(const CampaignLine& line, const CampaignDecision* decision) {
  json::object object{{"line", line.number},
                      {"application", line.application},
                      {"login", line.login},
                      {"name", line.name},
                      {"role", line.role},
                      {"national_id", line.national_id},
                      {"matricule", line.matricule},
                      {"state", line.state},
                      {"means", line.means},
                      {"last_login", iso_day(line.last_login)},
                      {"privileged", line.privileged},
                      {"technical", line.technical},
                      {"findings", remarks_json(line.findings)},
                      {"not_judged", texts(line.not_judged)},
                      {"last_decision", line.last_decision},
                      {"differences", texts(line.differences)},
                      {"decision", to_field_text(decision ? decision->decision : LineDecision::undecided)}};
  if (decision) {
    object["reason"] = decision->reason;
    object["reviewer"] = decision->reviewer;
    object["reviewer_id"] = decision->reviewer_id;
    object["day"] = iso_day(decision->day);
    object["evidence"] = decision->evidence;
    object["justified_until"] = iso_day(decision->justified_until);
  }
  return object;
}

json::object withdrawal_json(const Withdrawal& withdrawal) {
  return {{"reference", withdrawal.reference},
          {"campaign", withdrawal.campaign},
          {"line", withdrawal.line},
          {"action", to_field_text(withdrawal.action)},
          {"due", iso_day(withdrawal.due)},
          {"done_on", iso_day(withdrawal.done_on)},
          {"done_by", withdrawal.done_by},
          {"evidence", withdrawal.evidence},
          {"note", withdrawal.note}};
}

std::string sign_off_sentence(const Workspace& workspace, const ReviewCampaign& campaign) {
  if (campaign.content.empty()) return "";
  const auto signatures = signatures_of(workspace, campaign_subject(campaign.reference));
  if (signatures.empty()) return tr("Signed off without a card: no electronic signature proves it.");
  const auto content = Digest::parse(campaign.content);
  if (!content) return tr("The digest of what was signed cannot be read.");
  return check_signature(workspace, signatures.back(), *content).sentence;
}

} // namespace hdskit::cli
