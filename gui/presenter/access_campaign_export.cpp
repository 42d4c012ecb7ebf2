#include "gui/presenter/access_campaign.hpp"

#include "gui/presenter/access_words.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

namespace hdskit::gui {
namespace {

std::string findings_text(const CampaignLine& line) {
  std::vector<std::string> sentences;
  for (const auto& one : line.findings) sentences.push_back(one.sentence + (one.evidence.empty() ? "" : " (" + one.evidence + ")"));
  return joined(sentences, " ");
}

std::string differences_text(const CampaignLine& line) {
  std::vector<std::string> labels;
  for (const auto& one : line.differences) labels.push_back(label_of_difference(one));
  return joined(labels, ", ");
}

std::string decided_text(LineDecision decision) { return tr(choices_of(decision)[static_cast<std::size_t>(decision)].label); }

CampaignWork work_of(const Workspace& workspace, const ReviewCampaign& campaign) {
  CampaignWork work{campaign, frozen_campaign(workspace, campaign), {}};
  for (auto& decision : campaign_decisions(workspace, campaign)) work.decisions.insert_or_assign(decision.line, std::move(decision));
  return work;
}

} // namespace

Sheet campaign_table(const CampaignWork& work) {
  Sheet sheet{work.campaign.reference,
              {{tr("Line"), CellKind::number},
               {tr("Application")},
               {tr("Login")},
               {tr("Name")},
               {tr("National identifier")},
               {tr("Staff number")},
               {tr("Role")},
               {tr("State")},
               {tr("Means of entry")},
               {tr("Last login"), CellKind::date},
               {tr("Findings")},
               {tr("Last year")},
               {tr("Different")},
               {tr("Decision")},
               {tr("Reason")},
               {tr("Exception until"), CellKind::date},
               {tr("Reviewer")},
               {tr("Day"), CellKind::date}},
              {}};
  for (const auto& line : work.frozen.lines) {
    const auto* decision = work.decision(line.number);
    const auto known = decision ? *decision : CampaignDecision{};
    sheet.rows.push_back({std::to_string(line.number), line.application, line.login, line.name, line.national_id, line.matricule, line.role,
                          label_of_state(line.state), line.means.empty() ? "" : label_of_means(line.means), day_text(line.last_login), findings_text(line),
                          line.last_decision.empty() ? "" : decision_label(line.last_decision), differences_text(line), decided_text(known.decision),
                          known.reason, day_text(known.justified_until), known.reviewer, day_text(known.day)});
  }
  return sheet;
}

void export_campaign_to(const Workspace& workspace, const ReviewCampaign& campaign, CampaignExport what, const std::filesystem::path& file, Date today) {
  if (what == CampaignExport::table) return write_sheet(file, campaign_table(work_of(workspace, campaign)));
  const auto paper = what == CampaignExport::nominative_pdf ? CampaignPaper::nominative : CampaignPaper::summary;
  write_file(file, campaign_report_pdf(workspace, campaign_report_of(workspace, campaign), paper, today));
}

} // namespace hdskit::gui
