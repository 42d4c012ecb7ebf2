#include "toolkit/dossier/campaign_report.hpp"

#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/campaign_report_words.hpp"
#include "toolkit/organisation/organisation_store.hpp"
#include "toolkit/page/pdf_writer.hpp"

#include <algorithm>

namespace hdskit {
namespace {

constexpr const char* report_template = "rapport-revue-acces";

} // namespace

CampaignReport campaign_report_of(const Workspace& workspace, const ReviewCampaign& campaign) {
  CampaignReport report{
      .campaign = campaign, .withdrawals = withdrawals_of(workspace, campaign), .signatures = signatures_of(workspace, campaign_subject(campaign.reference))};
  if (auto last = details_of(workspace, campaign)) {
    report.frozen = frozen_campaign(workspace, campaign);
    report.decisions = std::move(last->decisions);
  }
  return report;
}

page::Document compose_campaign_report(const CampaignReport& report, CampaignPaper paper, const std::string& hospital, Date day,
                                       const TemplateSource& templates) {
  const auto& campaign = report.campaign;
  const bool nominative = paper == CampaignPaper::nominative;
  page::Document document{.metadata = {.title = "Revue des habilitations " + campaign.reference + " – " + campaign.title,
                                       .subject = nominative ? "Annexe nominative" : "Synthèse sans nom de bénéficiaire",
                                       .author = hospital,
                                       .keywords = "habilitations, revue, accès, " + campaign.reference,
                                       .language = "fr-FR",
                                       .created = Instant::at_midnight(day)}};
  document.header_left = hospital;
  document.header_right = "Revue des habilitations " + campaign.reference + (nominative ? " – annexe nominative" : "");
  document.footer_left = day.french();
  Words words;
  {
    const LanguageScope french{Language::french};
    words = campaign_report_words(report, paper, day);
  }
  document.blocks = page::blocks_of_markdown(fill_template(report_template, templates, words), report_template, words.figures());
  return document;
}

std::string campaign_report_pdf(const CampaignReport& report, CampaignPaper paper, const std::string& hospital, Date day, const TemplateSource& templates) {
  const ScratchFolder folder;
  const auto file = folder.path() / "revue.pdf";
  page::write_pdf(compose_campaign_report(report, paper, hospital, day, templates), file);
  return read_file(file);
}

std::string campaign_report_pdf(const Workspace& workspace, const CampaignReport& report, CampaignPaper paper, Date day) {
  const auto entities = read_organisation(workspace).entities;
  const auto host = std::ranges::find(entities, EntityRole::host, &LegalEntity::role);
  return campaign_report_pdf(report, paper, host == entities.end() ? "Hébergeur" : host->name, day,
                             [&](std::string_view id) { return find_template(workspace, id).text; });
}

} // namespace hdskit
