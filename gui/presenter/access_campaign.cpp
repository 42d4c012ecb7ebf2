#include "gui/presenter/access_campaign.hpp"

#include "toolkit/access/campaign_store.hpp"
#include "toolkit/access/review_readers.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <optional>
#include <system_error>

namespace hdskit::gui {
namespace {

constexpr std::uint64_t policy_limit = 1u << 20; ///< bytes

bool is_file(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(path, ignored);
}

AccessReview read_review(const CampaignWish& wish, Date today, const Progress& progress) {
  AccessReview review{today};
  review.policy = wish.policy.empty() ? shipped_review_policy() : parse_review_policy(read_file(wish.policy, policy_limit), wish.policy);
  progress.tell(tr("Accounts"), 0, 0);
  read_accounts(wish.accounts, review);
  progress.stop_if_cancelled();
  if (!wish.people.empty()) read_people(wish.people, review);
  if (!wish.cards.empty()) {
    progress.tell(tr("Cards"), 0, 0);
    read_card_holders(wish.cards, review);
  }
  progress.stop_if_cancelled();
  if (!wish.directory.empty()) read_directory(wish.directory, review, progress);
  if (!wish.directory_answers.empty()) read_directory_answers(wish.directory_answers, review);
  if (!wish.stays.empty()) read_stays(wish.stays, review);
  if (!wish.watched.empty()) read_watched(wish.watched, review);
  if (!wish.logs.empty()) read_access_logs({wish.logs.begin(), wish.logs.end()}, review, progress);
  return review;
}

} // namespace

std::span<const CampaignSource> campaign_sources() {
  static constexpr CampaignSource sources[] = {
      {marked("Accounts of the applications"), marked("required"), &CampaignWish::accounts},
      {marked("People of human resources"), marked("arrivals, departures, units"), &CampaignWish::people},
      {marked("Card holders"), marked("the open file of the card holders"), &CampaignWish::cards},
      {marked("Directory of professionals"), marked("the RPPS extract"), &CampaignWish::directory},
      {marked("Answers of the directory"), marked("what its interface said of the others"), &CampaignWish::directory_answers},
      {marked("Stays of patients"), marked("for the care team"), &CampaignWish::stays},
      {marked("Protected patients"), marked("reinforced protection: read, never copied"), &CampaignWish::watched},
      {marked("Policy of the review"), marked("empty: the one that comes with the program"), &CampaignWish::policy},
  };
  return sources;
}

std::string wish_fault(const CampaignWish& wish, Date today) {
  if (trimmed(wish.title).empty()) return tr("Give the campaign a title.");
  if (trimmed(wish.reviewer).empty()) return tr("Say who answers for the campaign.");
  const auto due = Date::parse(trimmed(wish.due));
  if (!trimmed(wish.due).empty() && !due) return tr("This is no day: write it as 31/12/2027.");
  if (due && *due < today) return tr("The due day has passed already.");
  if (wish.accounts.empty()) return tr("Name the file of the accounts.");
  for (const auto& source : campaign_sources())
    if (const auto& file = wish.*source.file; !file.empty() && !is_file(file)) return tr("“{1}” is not there: {2}", {tr(source.label), file});
  for (const auto& log : wish.logs)
    if (!is_file(log)) return tr("“{1}” is not there: {2}", {tr("Access logs"), log});
  return "";
}

std::string proposed_title(Date today) { return tr("Access review {1}", {std::to_string(today.year())}); }

std::string campaign_caution(const AccessMap& map) {
  if (!map.work || map.work->campaign.state != CampaignState::open) return "";
  return tr("The campaign {1} is still open; the new one takes its place in this window.", {map.work->campaign.reference});
}

ReviewCampaign open_wished_campaign(const std::string& location, const Acting& acting, const CampaignWish& wish, Date today, const Progress& progress) {
  auto workspace = Workspace::open(location);
  auto review = read_review(wish, today, progress);
  give_last_decisions(workspace, review);
  progress.tell(tr("Rules of the review"), 0, 0);
  progress.stop_if_cancelled();
  const auto outcomes = judge_review(review);
  progress.stop_if_cancelled();
  ReviewCampaign campaign;
  const CampaignOrder order{.title = wish.title, .reviewer = wish.reviewer, .day = today, .due = Date::parse(trimmed(wish.due)), .note = ""};
  workspace.change(acting, [&](Change& change) { campaign = open_campaign(change, order, review, outcomes); });
  return campaign;
}

} // namespace hdskit::gui
