#include "toolkit/base/text.hpp"
#include "toolkit/continuity/exercise_programme.hpp"
#include "toolkit/dossier/access_chapter.hpp"
#include "toolkit/dossier/access_gaps.hpp"
#include "toolkit/dossier/continuity_chapter.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/dossier/restore_words.hpp"
#include "toolkit/organisation/by_reference.hpp"

#include <algorithm>

namespace hdskit::chapters {
namespace {

/// What was withdrawn or changed, and how much of it was carried out in time.
struct Followed {
  std::int64_t asked = 0, done = 0, late = 0;
};

Followed followed(const AccessRecords& access, const ReviewCampaign& campaign, Date day) {
  Followed result;
  for (const auto& withdrawal : access.withdrawals) {
    if (reference_key(withdrawal.campaign) != reference_key(campaign.reference)) continue;
    ++result.asked;
    result.done += withdrawal.done_on.has_value();
    result.late += withdrawal.due && (withdrawal.done_on ? *withdrawal.done_on > *withdrawal.due : *withdrawal.due < day);
  }
  return result;
}

const CardSignature* signature_of(const AccessRecords& access, const ReviewCampaign& campaign) {
  const auto wanted = std::string{ReviewCampaign::type().kind} + " " + campaign.reference;
  const auto found = std::ranges::find(access.signatures, wanted, &CardSignature::subject);
  return found == access.signatures.end() ? nullptr : &*found;
}

std::string signature_text(const AccessRecords& access, const ReviewCampaign& campaign) {
  if (campaign.state == CampaignState::open) return "non signée";
  const auto* signature = signature_of(access, campaign);
  if (!signature) return "✔ close par " + or_dash(campaign.reviewer) + ", sans carte";
  const auto moment = Instant::parse(signature->signed_at);
  return (signature->standing == "good" ? "✔ carte de " : "▲ carte de ") + or_dash(signature->signer) +
         (moment ? ", le " + short_date(moment->utc_date()) : std::string{});
}

Words campaign_words(const ChapterInput& input, const ReviewCampaign& campaign) {
  const auto& access = input.facts.access;
  const auto follow = followed(access, campaign, input.day);
  Words words;
  words.set("reference", campaign.reference)
      .set("title", campaign.title)
      .set("opened_text", short_date(campaign.opened_on))
      .set("reviewer", or_dash(campaign.reviewer))
      .set("lines", french_number(campaign.lines))
      .set("findings", french_number(campaign.findings))
      .set("not_judged", french_number(campaign.not_judged))
      .set("decided", french_number(campaign.decided))
      .set("withdrawn", french_number(campaign.withdrawn))
      .set("changed", french_number(campaign.changed))
      .set("justified", french_number(campaign.justified))
      .set("asked", french_number(follow.asked))
      .set("done", french_number(follow.done))
      .set("late", french_number(follow.late))
      .flag("any_late", follow.late > 0)
      .set("signature", signature_text(access, campaign))
      .set("content", campaign.content.empty() ? "–" : campaign.content.substr(0, 16))
      .set("state_text", label_of_choice(campaign.state))
      .set("document", campaign.evidence.empty() ? "–" : document_link(input, campaign.evidence));
  return words;
}

Words::List withdrawal_rows(const ChapterInput& input) {
  Words::List rows;
  for (const auto& withdrawal : input.facts.access.withdrawals)
    if (!withdrawal.done_on)
      rows.push_back(Words{}
                         .set("reference", withdrawal.reference)
                         .set("campaign", withdrawal.campaign)
                         .set("line", french_number(withdrawal.line))
                         .set("action", label_of_choice(withdrawal.action))
                         .set("due_text", short_date(withdrawal.due))
                         .flag("late", withdrawal.due && *withdrawal.due < input.day));
  return rows;
}

} // namespace

Words review_words(const ChapterInput& input) {
  const auto& access = input.facts.access;
  Words::List campaigns;
  for (const auto& campaign : access.campaigns) campaigns.push_back(campaign_words(input, campaign));
  auto pending = withdrawal_rows(input);
  const bool any = !campaigns.empty(), any_pending = !pending.empty();
  const auto gaps = access_gaps(input.facts, input.day);
  const auto overdue = std::ranges::find(gaps, GapKind::review_overdue, &Gap::kind);
  Words words;
  words.flag("has_campaigns", any)
      .list("campaigns", std::move(campaigns))
      .flag("has_pending", any_pending)
      .list("pending", std::move(pending))
      .flag("review_overdue", overdue != gaps.end())
      .set("review_sentence", overdue == gaps.end() ? "" : overdue->sentence);
  return words;
}

} // namespace hdskit::chapters
