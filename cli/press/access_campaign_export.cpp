#include "cli/press/works.hpp"

#include "cli/campaign_view.hpp"
#include "toolkit/access/campaign_json.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/dossier/campaign_report.hpp"
#include "toolkit/exchange/campaign_sheet.hpp"

#include <map>
#include <ostream>
#include <sstream>

namespace hdskit::cli::press {
namespace {

[[noreturn]] void refuse_usage(const std::string& sentence) {
  throw Problem{ProblemKind::bad_input, "--output", sentence, tr("See: hdskit help {1}", {"access campaign export"})};
}

std::string json_of(const CampaignReport& report) {
  auto object = campaign_json(report.campaign);
  std::map<std::int64_t, const CampaignDecision*> decisions;
  for (const auto& decision : report.decisions) decisions[decision.line] = &decision;
  json::array lines, withdrawals;
  for (const auto& line : report.frozen->lines) {
    const auto found = decisions.find(line.number);
    lines.push_back(campaign_line_json(line, found == decisions.end() ? nullptr : found->second));
  }
  for (const auto& withdrawal : report.withdrawals) withdrawals.push_back(withdrawal_json(withdrawal));
  object["lines"] = std::move(lines);
  object["withdrawals"] = std::move(withdrawals);
  std::ostringstream text;
  print_json(text, object);
  return text.str();
}

void write_output(const Context& context, const Workspace& workspace, const CampaignReport& report, const std::filesystem::path& file) {
  const auto ending = file.extension().string();
  if (ending != ".pdf" && ending != ".json" && ending != ".csv" && !is_workbook_name(file))
    refuse_usage(tr("“{1}” ends in none of .xlsx, .csv, .pdf and .json.", {file.string()}));
  if (!report.frozen) frozen_campaign(workspace, report.campaign); // says that it was forgotten
  if (ending == ".pdf") write_file(file, campaign_report_pdf(workspace, report, CampaignPaper::nominative, context.today()));
  else if (ending == ".json") write_file(file, json_of(report));
  else write_sheet(file, campaign_sheet(report.campaign.reference + " " + report.campaign.title, *report.frozen, report.decisions));
}

void write_signature(const Workspace& workspace, const ReviewCampaign& campaign, const std::filesystem::path& file) {
  const auto signatures = signatures_of(workspace, campaign_subject(campaign.reference));
  if (signatures.empty())
    throw Problem{ProblemKind::not_found, campaign.reference, tr("No card signed the campaign {1}.", {campaign.reference}),
                  tr("Without a card there is no signature to write.")};
  write_file(file, signature_document(workspace, signatures.back()));
}

void write_signed_text(const Workspace& workspace, const ReviewCampaign& campaign, const std::filesystem::path& file) {
  const auto text = signed_text(workspace, campaign);
  if (!text)
    throw Problem{ProblemKind::not_found, campaign.reference, tr("There is no signed text of the campaign {1}.", {campaign.reference}),
                  tr("It is made when the campaign is signed, and forgotten with its details.")};
  write_file(file, *text);
}

} // namespace

int access_campaign_export(Context& context) {
  const auto workspace = context.open_workspace();
  const auto report = campaign_report_of(workspace, chosen_campaign(context, workspace));
  const auto& arguments = context.arguments;
  std::vector<std::string> written;
  const auto write = [&](const char* option, const auto& work) {
    if (!arguments.has(option)) return;
    work(arguments.text(option));
    written.push_back(arguments.text(option));
  };
  write("output", [&](const std::string& file) { write_output(context, workspace, report, file); });
  write("summary", [&](const std::string& file) { write_file(file, campaign_report_pdf(workspace, report, CampaignPaper::summary, context.today())); });
  write("signed-text", [&](const std::string& file) { write_signed_text(workspace, report.campaign, file); });
  write("signature", [&](const std::string& file) { write_signature(workspace, report.campaign, file); });
  if (written.empty()) refuse_usage(tr("Nothing to write is named."));
  for (const auto& file : written) context.out << tr("Written: {1}", {file}) << '\n';
  return 0;
}

} // namespace hdskit::cli::press
