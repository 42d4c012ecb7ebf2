#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/campaign_report.hpp"
#include "toolkit/dossier/taken_over.hpp"
#include "toolkit/evidence/evidence_store.hpp"
#include "toolkit/workspace/record_store.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr int days_of_year = 365;

/// The newest review is the one whose renewal is awaited.
void retire_earlier(Change& change, const ReviewCampaign& campaign, const std::vector<Evidence>& all) {
  for (const auto& other : all_campaigns(change.workspace())) {
    const auto found = std::ranges::find(all, other.evidence, &Evidence::code);
    if (other.id == campaign.id || other.evidence.empty() || found == all.end() || (!found->valid_until && !found->next_test)) continue;
    auto earlier = *found;
    earlier.valid_until.reset();
    earlier.next_test.reset();
    edit_evidence(change, earlier);
  }
}

std::string summary(const Workspace& workspace, const ReviewCampaign& campaign, Date day) {
  return campaign_report_pdf(workspace, campaign_report_of(workspace, campaign), CampaignPaper::summary, day);
}

void file_summary(Change& change, ReviewCampaign& campaign, Date day) {
  const auto& workspace = change.workspace();
  const auto all = all_evidence(workspace);
  retire_earlier(change, campaign, all);
  Evidence evidence;
  if (std::ranges::none_of(all, [&](const Evidence& other) { return folded(other.code) == folded(campaign.reference); })) evidence.code = campaign.reference;
  evidence.title = "Revue des habilitations " + campaign.reference + " – " + campaign.title;
  evidence.kind = EvidenceKind::report;
  evidence.author = campaign.reviewer;
  evidence.date = evidence.last_test = day;
  evidence.state = DemonstrationState::demonstrated;
  evidence.file_name = "revue-habilitations-" + campaign.reference + ".pdf";
  evidence.valid_until = evidence.next_test = day.plus_days(days_of_year);
  evidence.requirements = items_of_check(workspace, access_review_check);
  evidence.obligation = obligation_of(workspace, evidence.requirements);
  campaign.evidence = add_evidence_bytes(change, std::move(evidence), summary(workspace, campaign, day)).code;
  update_record(change, campaign);
}

} // namespace

ReviewCampaign sign_and_file(Workspace& workspace, const Acting& acting, const CampaignToSign& to_sign, const SignOff& sign_off) {
  ReviewCampaign campaign;
  workspace.change(acting, [&](Change& change) {
    campaign = sign_campaign(change, to_sign, sign_off);
    file_summary(change, campaign, sign_off.day);
  });
  return campaign;
}

ReviewCampaign close_and_file(Workspace& workspace, const Acting& acting, const ReviewCampaign& given, Date day) {
  ReviewCampaign campaign;
  workspace.change(acting, [&](Change& change) {
    campaign = close_campaign(change, given, day);
    auto all = all_evidence(workspace);
    const auto found = std::ranges::find(all, campaign.evidence, &Evidence::code);
    if (campaign.evidence.empty() || found == all.end()) return; // somebody removed it: closing files nothing anew
    const ScratchFolder folder;
    const auto file = folder.path() / found->file_name;
    write_file(file, summary(workspace, campaign, day));
    replace_evidence_file(change, *found, file);
  });
  return campaign;
}

} // namespace hdskit
