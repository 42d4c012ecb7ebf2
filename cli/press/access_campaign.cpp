#include "cli/press/works.hpp"

#include "cli/campaign_view.hpp"
#include "cli/press/signing_card.hpp"
#include "toolkit/access/review_readers.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/dossier/campaign_report.hpp"

#include <ostream>

namespace hdskit::cli::press {
namespace {

constexpr std::uint64_t policy_limit = 1u << 20; ///< bytes

AccessReview read_review(Context& context, const Workspace& workspace) {
  const auto& arguments = context.arguments;
  AccessReview review{context.date_or_today()};
  const auto policy = arguments.text("policy");
  review.policy = policy.empty() ? shipped_review_policy() : parse_review_policy(read_file(policy, policy_limit), policy);
  const auto progress = context.start_progress();
  read_accounts(arguments.text("accounts"), review);
  if (arguments.has("people")) read_people(arguments.text("people"), review);
  if (arguments.has("cards")) read_card_holders(arguments.text("cards"), review);
  if (arguments.has("directory")) read_directory(arguments.text("directory"), review, progress);
  if (arguments.has("directory-answers")) read_directory_answers(arguments.text("directory-answers"), review);
  if (arguments.has("stays")) read_stays(arguments.text("stays"), review);
  if (arguments.has("watched")) read_watched(arguments.text("watched"), review);
  const auto& logs = arguments.all("logs");
  if (!logs.empty()) read_access_logs({logs.begin(), logs.end()}, review, progress);
  give_last_decisions(workspace, review);
  return review;
}

void tell(Context& context, const Workspace& workspace, const ReviewCampaign& campaign, const std::string& sentence) {
  if (context.json) {
    auto object = campaign_json(campaign);
    object["sign_off"] = sign_off_sentence(workspace, campaign);
    print_json(context.out, object);
  } else context.out << sentence << '\n';
}

[[noreturn]] void refuse_usage(const char* option, const std::string& sentence) {
  throw Problem{ProblemKind::bad_input, option, sentence, tr("See: hdskit help {1}", {"access campaign sign"})};
}

SignOff sign_off_of(Context& context, const Workspace& workspace, const CampaignToSign& to_sign) {
  const auto& arguments = context.arguments;
  const auto day = context.date_or_today();
  if (arguments.has("module") == arguments.has("without-card")) refuse_usage("--module", tr("Give a card with --module, or --without-card."));
  if (arguments.has("without-card")) return {arguments.has("by") ? arguments.text("by") : context.acting().name, std::nullopt, day};
  const SigningCard card{context, workspace};
  // before the PIN is tried: the card of somebody else costs no try
  refuse_other_signer(to_sign, card.card().name, card.card().national_id, campaign_decisions(workspace, to_sign.campaign));
  return {card.card().name, card.sign(context, to_sign.content), day};
}

} // namespace

int access_campaign_open(Context& context) {
  auto workspace = context.open_workspace();
  const auto review = read_review(context, workspace);
  const auto outcomes = judge_for_campaign(review);
  const auto& arguments = context.arguments;
  const CampaignOrder order{.title = arguments.text("title"),
                            .reviewer = arguments.text("reviewer"),
                            .day = context.date_or_today(),
                            .due = arguments.date("due"),
                            .note = arguments.text("note")};
  ReviewCampaign campaign;
  workspace.change(context.acting(), [&](Change& change) { campaign = open_campaign(change, order, review, outcomes); });
  tell(context, workspace, campaign,
       tr("{1}: {2} accounts to decide upon by {3}, {4} findings.",
          {campaign.reference, std::to_string(campaign.lines), iso_day(campaign.due), std::to_string(campaign.findings)}));
  return 0;
}

int access_campaign_sign(Context& context) {
  auto workspace = context.open_workspace();
  const auto to_sign = campaign_to_sign(workspace, chosen_campaign(context, workspace));
  const auto sign_off = sign_off_of(context, workspace, to_sign);
  const auto campaign = sign_and_file(workspace, context.acting(), to_sign, sign_off);
  tell(context, workspace, campaign,
       sign_off_sentence(workspace, campaign) + "\n" + tr("SHA-256 of what was signed: {1}", {campaign.content}) + "\n" +
           tr("The summary without names is filed as {1}.", {campaign.evidence}));
  return 0;
}

int access_campaign_close(Context& context) {
  auto workspace = context.open_workspace();
  const auto campaign = close_and_file(workspace, context.acting(), chosen_campaign(context, workspace), context.date_or_today());
  tell(context, workspace, campaign, tr("{1} is closed; its personal details are kept until {2}.", {campaign.reference, iso_day(campaign.kept_until)}));
  return 0;
}

} // namespace hdskit::cli::press
