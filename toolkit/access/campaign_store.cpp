#include "toolkit/access/campaign_store.hpp"

#include "toolkit/access/campaign_files.hpp"
#include "toolkit/access/campaign_json.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/suggestion.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/personal_file.hpp"
#include "toolkit/workspace/record_store.hpp"
#include "toolkit/workspace/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace hdskit {
namespace {

template <typename Record>
Record find_by_reference(const Workspace& workspace, std::string_view reference, const char* sentence, const std::string& otherwise) {
  std::vector<std::string> known;
  for (auto& record : all_records<Record>(workspace)) {
    if (folded(record.reference) == folded(trimmed(reference))) return std::move(record);
    known.push_back(record.reference);
  }
  throw Problem{ProblemKind::not_found, std::string{reference}, tr(sentence, {reference}),
                suggestion(std::string{reference}, {known.begin(), known.end()}, otherwise)};
}

[[noreturn]] void refuse_forgotten(const ReviewCampaign& campaign) {
  throw Problem{ProblemKind::refused, campaign.reference,
                tr("The personal details of the campaign {1} were forgotten; its figures stay.", {campaign.reference}),
                tr("See them with: hdskit access campaign show {1}", {campaign.reference})};
}

/// The decisions as an input, with the columns that a file of them has.
DecisionList decision_list(const LastCampaign& last, const std::vector<Withdrawal>& withdrawals, const ReviewPolicy& policy) {
  constexpr std::array<std::string_view, 7> columns = {"application", "login", "decision", "reviewer", "day", "evidence", "done"};
  DecisionList list;
  list.columns = ColumnPlaces{columns, {columns.begin(), columns.end()}};
  std::map<std::int64_t, std::optional<Date>> done;
  for (const auto& withdrawal : withdrawals) done[withdrawal.line] = withdrawal.done_on;
  std::map<std::int64_t, const CampaignLine*> lines;
  for (const auto& line : last.lines) lines[line.number] = &line;
  for (const auto& decision : last.decisions) {
    const auto line = lines.find(decision.line);
    if (line == lines.end() || decision.decision == LineDecision::undecided) continue;
    const bool withdraws = decision.decision == LineDecision::withdraw && !policy.withdrawal_words.empty();
    list.decisions.push_back({.application = line->second->application,
                              .login = line->second->login,
                              .decision = withdraws ? policy.withdrawal_words.front() : to_field_text(decision.decision),
                              .reviewer = decision.reviewer,
                              // a keep without any finding needs no reason: the line itself is what was looked at
                              .evidence = !decision.evidence.empty() ? decision.evidence
                                          : !decision.reason.empty() ? decision.reason
                                                                     : "-",
                              .day = decision.day,
                              .done = done.contains(decision.line) ? done[decision.line] : std::nullopt});
  }
  return list;
}

} // namespace

std::vector<ReviewCampaign> all_campaigns(const Workspace& workspace) { return all_records<ReviewCampaign>(workspace); }

ReviewCampaign find_campaign(const Workspace& workspace, std::string_view reference) {
  return find_by_reference<ReviewCampaign>(workspace, reference, marked("There is no review campaign “{1}”."),
                                           tr("See them with: hdskit access campaign list"));
}

Withdrawal find_withdrawal(const Workspace& workspace, std::string_view reference) {
  return find_by_reference<Withdrawal>(workspace, reference, marked("There is no withdrawal “{1}”."), tr("See them with: hdskit access campaign withdrawals"));
}

FrozenCampaign frozen_campaign(const Workspace& workspace, const ReviewCampaign& campaign) {
  const auto file = personal_file(workspace, lines_file(campaign));
  if (!file) refuse_forgotten(campaign);
  return frozen_of_json(file->content, file->name);
}

std::vector<CampaignDecision> campaign_decisions(const Workspace& workspace, const ReviewCampaign& campaign) {
  if (personal_file_names(workspace, lines_file(campaign)).empty()) refuse_forgotten(campaign);
  std::vector<CampaignDecision> decisions;
  for (const auto& name : personal_file_names(workspace, decisions_prefix(campaign)))
    if (const auto file = personal_file(workspace, name))
      for (auto& decision : decisions_of_json(file->content, name))
        if (decision.decision != LineDecision::undecided) decisions.push_back(std::move(decision));
  std::ranges::sort(decisions, {}, &CampaignDecision::line);
  return decisions;
}

std::optional<std::string> signed_text(const Workspace& workspace, const ReviewCampaign& campaign) {
  auto file = personal_file(workspace, signed_file(campaign));
  return file ? std::optional{std::move(file->content)} : std::nullopt;
}

std::vector<Withdrawal> withdrawals_of(const Workspace& workspace, const ReviewCampaign& campaign) {
  auto all = all_records<Withdrawal>(workspace);
  std::erase_if(all, [&](const Withdrawal& withdrawal) { return withdrawal.campaign != campaign.reference; });
  return all;
}

std::optional<ReviewCampaign> last_signed_campaign(const Workspace& workspace, std::string_view except) {
  std::optional<ReviewCampaign> last;
  for (auto& campaign : all_campaigns(workspace)) {
    const bool was_signed = campaign.state == CampaignState::signed_off || campaign.state == CampaignState::closed;
    if (was_signed && campaign.reference != except) last = std::move(campaign);
  }
  return last;
}

std::optional<LastCampaign> details_of(const Workspace& workspace, const ReviewCampaign& campaign) {
  if (personal_file_names(workspace, lines_file(campaign)).empty()) return std::nullopt;
  return LastCampaign{frozen_campaign(workspace, campaign).lines, campaign_decisions(workspace, campaign)};
}

void give_last_decisions(const Workspace& workspace, AccessReview& review) {
  if (review.given(ReviewSource::decisions)) return;
  const auto campaign = last_signed_campaign(workspace);
  const auto last = campaign ? details_of(workspace, *campaign) : std::nullopt;
  if (!last) return;
  review.decisions = decision_list(*last, withdrawals_of(workspace, *campaign), review.policy);
  InputTrace trace{campaign->reference, campaign->content, review.decisions.decisions.size(), std::nullopt};
  for (const auto& decision : review.decisions.decisions)
    if (decision.day && (!trace.dated || *trace.dated < *decision.day)) trace.dated = decision.day;
  review.inputs.push_back({ReviewSource::decisions, std::move(trace)});
}

int retention_days(const Workspace& workspace) {
  const auto text = setting(workspace, retention_setting).value_or("");
  int days = default_retention_days;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  return error == std::errc{} && end == text.data() + text.size() && days > 0 ? days : default_retention_days;
}

void set_retention_days(Change& change, int days) {
  constexpr int least = 30, most = 3660;
  if (days < least || days > most)
    throw Problem{ProblemKind::bad_input, retention_setting,
                  tr("{1} days cannot be a time of retention: a number from {2} to {3} is expected.",
                     {std::to_string(days), std::to_string(least), std::to_string(most)}),
                  tr("Nothing was changed.")};
  set_setting(change, retention_setting, std::to_string(days));
}

} // namespace hdskit
