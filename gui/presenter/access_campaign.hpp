#pragma once

#include "gui/presenter/access_map.hpp"
#include "gui/presenter/cell.hpp"
#include "gui/presenter/rows.hpp"
#include "toolkit/dossier/campaign_report.hpp"

#include <filesystem>

namespace hdskit::gui {

// Opening and signing a review campaign: what the dialogs ask, and what is done in the background.

/// What the person wishes of a new campaign; paths are whole, "" where a source is not given.
struct CampaignWish {
  std::string title, reviewer;
  std::string due; ///< as it was typed; "": as the house has it
  std::string accounts, people, cards, directory, directory_answers, stays, watched, policy;
  std::vector<std::string> logs;
};
/// The sources in the order of the dialog: what they are called, and where the wish holds them.
struct CampaignSource {
  const char *label, *sentence; ///< marked messages
  std::string CampaignWish::*file;
};
std::span<const CampaignSource> campaign_sources();

/// What must be mended before the campaign can be opened; "" when it can. Reads no file.
std::string wish_fault(const CampaignWish& wish, Date today);
std::string proposed_title(Date today); ///< “Access review 2026”
/// That another campaign is still open; "" when there is none.
std::string campaign_caution(const AccessMap& map);

/// Reads, judges, freezes and records. For a thread in the background, with a workspace of its own. Throws what the readers and open_campaign do.
ReviewCampaign open_wished_campaign(const std::string& location, const Acting& acting, const CampaignWish& wish, Date today, const Progress& progress);

/// What the person wishes of a signature.
struct SignWish {
  std::string campaign; ///< reference
  std::string signer;
  std::string signer_id; ///< as a card has proven it; "" when none has
  bool by_card = false;
  std::string module; ///< PKCS#11 library
  std::string pin;    ///< kept no longer than the wish
};
std::string wish_fault(const SignWish& wish);
/// What a person reads before they sign: how many accounts, what was decided, what it means to sign without a card.
std::vector<Cell> signing_sentences(const CampaignWork& work, bool by_card);
/// Why the campaign cannot be signed now; "" when it can.
std::string signing_fault(const CampaignWork& work);

/// Signs, records and files the summary among the evidence; one try of the PIN at most. For a thread in the background.
ReviewCampaign sign_wished_campaign(const std::string& location, const Acting& acting, const SignWish& wish, Date today);
/// Closes it once everything is carried out, and files the summary. For a thread in the background.
ReviewCampaign close_wished_campaign(const std::string& location, const Acting& acting, const std::string& reference, Date today);

enum class CampaignExport { summary_pdf, nominative_pdf, table };
/// Writes the report, or the table of all accounts and decisions (.xlsx). For a thread in the background. Throws what writing a file throws, refused when the
/// details were forgotten.
void export_campaign_to(const Workspace& workspace, const ReviewCampaign& campaign, CampaignExport what, const std::filesystem::path& file, Date today);
/// All that is known and decided of each account.
Sheet campaign_table(const CampaignWork& work);

} // namespace hdskit::gui
