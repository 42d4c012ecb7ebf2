#include "gui/presenter/access_campaign.hpp"

#include "gui/presenter/access_lists.hpp"
#include "gui/presenter/access_review.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <system_error>

namespace hdskit::gui {

std::string wish_fault(const SignWish& wish) {
  std::error_code ignored;
  if (wish.by_card && !std::filesystem::is_regular_file(wish.module, ignored)) return tr("The card module is not there.");
  if (wish.by_card && wish.pin.empty()) return tr("Type the PIN of the card.");
  return !wish.by_card && trimmed(wish.signer).empty() ? tr("Say who signs.") : "";
}

std::vector<Cell> signing_sentences(const CampaignWork& work, bool by_card) {
  std::vector<CampaignDecision> all;
  for (const auto& [line, decision] : work.decisions) all.push_back(decision);
  const auto counts = count_decisions(all);
  std::vector<Cell> lines{{tr("{1} – {2}: {3} accounts; kept {4}, to be withdrawn {5}, to be changed {6}, justified exceptions {7}.",
                              {work.campaign.reference, work.campaign.title, french_number(static_cast<std::int64_t>(work.frozen.lines.size())),
                               french_number(counts.kept), french_number(counts.withdrawn), french_number(counts.changed), french_number(counts.justified)})},
                          {tr("Once signed, no decision changes any more, and each withdrawal has its due day.")}};
  if (by_card) lines.push_back({tr("The card signs the digest of the whole text; the PIN is tried once, and kept nowhere.")});
  else lines.push_back({"⚠ " + tr("Without a card this is a declared sign-off: everything that shows it says so."), Tone::warning});
  return lines;
}

std::string signing_fault(const CampaignWork& work) {
  const auto progress = work_progress(work);
  if (work.campaign.state != CampaignState::open) return tr("The campaign is no longer open.");
  if (progress.decided < progress.all) return tr("Accounts still to be decided: {1}.", {std::to_string(progress.all - progress.decided)});
  return "";
}

ReviewCampaign sign_wished_campaign(const std::string& location, const Acting& acting, const SignWish& wish, Date today) {
  auto workspace = Workspace::open(location);
  const auto to_sign = campaign_to_sign(workspace, find_campaign(workspace, wish.campaign));
  const auto decisions = campaign_decisions(workspace, to_sign.campaign);
  SignOff sign_off{wish.signer, {}, today};
  if (wish.by_card) {
    const CardModule module{wish.module};
    const auto card = fit_card(module, only_card(module), CertificateRole::signature, workspace_trust(workspace, acting.at).setting);
    refuse_other_signer(to_sign, card.name, card.national_id, decisions); // before the PIN is tried
    sign_off.signer = card.name;
    sign_off.signed_by_card = sign_by_card(module, card, wish.pin, to_sign.content, acting.at);
  } else refuse_other_signer(to_sign, wish.signer, wish.signer_id, decisions);
  return sign_and_file(workspace, acting, to_sign, sign_off);
}

ReviewCampaign close_wished_campaign(const std::string& location, const Acting& acting, const std::string& reference, Date today) {
  auto workspace = Workspace::open(location);
  return close_and_file(workspace, acting, find_campaign(workspace, reference), today);
}

} // namespace hdskit::gui
