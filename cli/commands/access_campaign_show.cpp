#include "cli/campaign_view.hpp"
#include "cli/command.hpp"
#include "cli/table.hpp"
#include "toolkit/access/campaign_json.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {campaign_operand};

void print(Context& context, const Workspace& workspace, const ReviewCampaign& campaign) {
  Sheet sheet;
  sheet.add(tr("Campaign"), campaign.reference + ", " + campaign.title);
  sheet.add(tr("State"), label_of(campaign.state));
  sheet.add(tr("Who answers for it"), campaign.reviewer);
  sheet.add(tr("Opened on"), iso_day(campaign.opened_on));
  sheet.add(tr("Due"), iso_day(campaign.due));
  if (!campaign.previous.empty()) sheet.add(tr("Campaign before"), campaign.previous);
  for (const auto& input : inputs_of_json(campaign.inputs))
    sheet.add(label_of(input), tr("{1}, {2} lines, SHA-256 {3}", {input.file, std::to_string(input.lines), input.sha256}));
  sheet.add(tr("Accounts"), std::to_string(campaign.lines));
  sheet.add(tr("Findings"), std::to_string(campaign.findings));
  sheet.add(tr("Rules not evaluable in whole"), std::to_string(campaign.not_judged));
  sheet.add(tr("Decided"), std::to_string(campaign.decided));
  sheet.add(tr("To be withdrawn"), std::to_string(campaign.withdrawn));
  sheet.add(tr("To be changed"), std::to_string(campaign.changed));
  sheet.add(tr("Justified exceptions"), std::to_string(campaign.justified));
  if (const auto sentence = sign_off_sentence(workspace, campaign); !sentence.empty()) sheet.add(tr("Signature"), sentence);
  if (!campaign.evidence.empty()) sheet.add(tr("Evidence"), campaign.evidence);
  sheet.add(tr("Personal details kept until"), iso_day(campaign.kept_until));
  if (!campaign.note.empty()) sheet.add(tr("Note"), campaign.note);
  sheet.print(context.out, context.surroundings.output_width);
}

int run(Context& context) {
  const auto workspace = context.open_workspace();
  const auto campaign = chosen_campaign(context, workspace);
  if (!context.json) {
    print(context, workspace, campaign);
    return 0;
  }
  auto object = campaign_json(campaign);
  json::array signatures, withdrawals;
  for (const auto& signature : signatures_of(workspace, campaign_subject(campaign.reference)))
    signatures.push_back(json::object{{"reference", signature.reference},
                                      {"signer", signature.signer},
                                      {"national_id", signature.national_id},
                                      {"signed_at", signature.signed_at},
                                      {"standing", signature.standing},
                                      {"certificate_sha256", signature.certificate}});
  for (const auto& withdrawal : withdrawals_of(workspace, campaign)) withdrawals.push_back(withdrawal_json(withdrawal));
  object["signatures"] = std::move(signatures);
  object["withdrawals"] = std::move(withdrawals);
  object["sign_off"] = sign_off_sentence(workspace, campaign);
  print_json(context.out, object);
  return 0;
}

} // namespace

extern const Command access_campaign_show;
const Command access_campaign_show{
    .name = "access campaign show",
    .summary = marked("Show a review campaign: inputs, figures, signature"),
    .operands = operands,
    .json = true,
    .run = run,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
