#pragma once

#include "toolkit/access/run_campaign.hpp"
#include "toolkit/dossier/template_filler.hpp"
#include "toolkit/dossier/template_store.hpp"
#include "toolkit/page/document.hpp"

namespace hdskit {

/// All that the report of a review campaign says; its personal details only as long as they are kept.
struct CampaignReport {
  ReviewCampaign campaign;
  std::optional<FrozenCampaign> frozen;
  std::vector<CampaignDecision> decisions;
  std::vector<Withdrawal> withdrawals;
  std::vector<CardSignature> signatures;
};
CampaignReport campaign_report_of(const Workspace& workspace, const ReviewCampaign& campaign);

/// `summary`: figures alone, fit for the vault and the dossier, without any beneficiary; `nominative`: every account and decision, to be forgotten in time.
enum class CampaignPaper { summary, nominative };

/// In French, from the template `rapport-revue-acces`. Pure.
page::Document compose_campaign_report(const CampaignReport& report, CampaignPaper paper, const std::string& hospital, Date day,
                                       const TemplateSource& templates);
std::string campaign_report_pdf(const CampaignReport& report, CampaignPaper paper, const std::string& hospital, Date day,
                                const TemplateSource& templates = shipped_template);
/// By the workspace's own template and hospital.
std::string campaign_report_pdf(const Workspace& workspace, const CampaignReport& report, CampaignPaper paper, Date day);

/// In one change: the campaign is signed, and its summary goes into the vault as evidence of the items whose check is access-review, valid for a year.
ReviewCampaign sign_and_file(Workspace& workspace, const Acting& acting, const CampaignToSign& to_sign, const SignOff& sign_off);
/// In one change: the campaign is closed, and its summary says so.
ReviewCampaign close_and_file(Workspace& workspace, const Acting& acting, const ReviewCampaign& campaign, Date day);

} // namespace hdskit
