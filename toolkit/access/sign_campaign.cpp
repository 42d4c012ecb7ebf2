#include "toolkit/access/campaign_files.hpp"
#include "toolkit/access/campaign_text.hpp"
#include "toolkit/access/run_campaign.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/personal_file.hpp"
#include "toolkit/workspace/record_store.hpp"

namespace hdskit {
namespace {

[[noreturn]] void refuse(const ReviewCampaign& campaign, const std::string& what, const std::string& remedy) {
  throw Problem{ProblemKind::refused, campaign.reference, what, remedy};
}

/// Names nobody: the line is that of the campaign.
void add_withdrawal(Change& change, const ReviewCampaign& campaign, const CampaignDecision& decision, Date due) {
  Withdrawal withdrawal;
  withdrawal.campaign = campaign.reference;
  withdrawal.line = decision.line;
  withdrawal.action = decision.decision == LineDecision::withdraw ? WithdrawalAction::withdraw : WithdrawalAction::change;
  withdrawal.due = due;
  withdrawal.id = WithdrawalId{change.next_number(Withdrawal::type().kind)};
  withdrawal.reference = "RT" + withdrawal.id.text();
  record_rows::insert(change, Withdrawal::type().kind, record_columns<Withdrawal>(), withdrawal.id.number(), record_values(withdrawal));
}

/// Two numbers that do not contradict each other: an RPPS is the idNat_PS that begins with 8.
bool same_number(const std::string& one, const std::string& other) {
  if (one.empty() || other.empty()) return true;
  const auto read = national_id_of(one);
  return one == other || (!read.empty() && read == national_id_of(other));
}

/// Without a card nothing proves who signed: the record says so for good.
std::string declared(const std::string& note, const SignOff& sign_off) {
  const auto sentence = tr("Signed off by {1} on {2}, declared without a card.", {sign_off.signer, tr_date(sign_off.day)});
  return note.empty() ? sentence : note + "\n" + sentence;
}

} // namespace

CampaignToSign campaign_to_sign(const Workspace& workspace, const ReviewCampaign& given) {
  const auto campaign = find_record<ReviewCampaign>(workspace, given.id);
  if (campaign.state != CampaignState::open)
    refuse(campaign, tr("The campaign {1} is signed already.", {campaign.reference}), tr("There is nothing more to sign."));
  const auto decisions = campaign_decisions(workspace, campaign);
  const auto left = campaign.lines - static_cast<std::int64_t>(decisions.size());
  if (left > 0)
    refuse(campaign, trn("{1} account is still to be decided upon.", "{1} accounts are still to be decided upon.", left),
           tr("See them with: hdskit access campaign lines {1} --undecided", {campaign.reference}));
  const auto frozen = frozen_campaign(workspace, campaign);
  auto text = campaign_text(campaign, frozen, decisions);
  const auto content = digest_of(text);
  return {campaign, std::move(text), content, frozen.withdrawal_days};
}

void refuse_other_signer(const CampaignToSign& to_sign, const std::string& name, const std::string& national_id,
                         const std::vector<CampaignDecision>& decisions) {
  const auto& campaign = to_sign.campaign;
  const auto key = person_name_key(campaign.reviewer);
  bool right = person_name_key(name) == key;
  for (const auto& decision : decisions) // the reviewer's number, where decisions give it
    if (person_name_key(decision.reviewer) == key && !same_number(decision.reviewer_id, national_id)) right = false;
  if (!right)
    refuse(campaign, tr("{1} answers for this campaign, and {2} would sign it.", {campaign.reviewer, name}), tr("Have it signed by {1}.", {campaign.reviewer}));
}

ReviewCampaign sign_campaign(Change& change, const CampaignToSign& to_sign, const SignOff& sign_off) {
  const auto& workspace = change.workspace();
  const auto now = campaign_to_sign(workspace, to_sign.campaign);
  if (now.content != to_sign.content || (sign_off.signed_by_card && sign_off.signed_by_card->content != to_sign.content))
    refuse(now.campaign, tr("The campaign was changed while it was being signed; nothing was signed."), tr("Look at it again, then sign it."));
  const auto decisions = campaign_decisions(workspace, now.campaign);
  refuse_other_signer(now, sign_off.signer, sign_off.signed_by_card ? sign_off.signed_by_card->card.national_id : "", decisions);
  auto campaign = now.campaign;
  campaign.state = CampaignState::signed_off;
  campaign.content = now.content.hex();
  if (sign_off.signed_by_card) keep_signature(change, *sign_off.signed_by_card, campaign_subject(campaign.reference));
  else campaign.note = declared(campaign.note, sign_off);
  put_personal_file(change, signed_file(campaign), now.text, campaign.kept_until);
  const auto due = sign_off.day.plus_days(now.withdrawal_days);
  for (const auto& decision : decisions)
    if (decision.decision == LineDecision::withdraw || decision.decision == LineDecision::change) add_withdrawal(change, campaign, decision, due);
  update_record(change, campaign);
  return campaign;
}

} // namespace hdskit
