#include "toolkit/dossier/campaign_report_words.hpp"

#include "toolkit/access/campaign_json.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/item_words.hpp"
#include "toolkit/dossier/restore_words.hpp"

#include <map>

namespace hdskit {
namespace {

std::string number(std::int64_t count) { return french_number(count); }
std::string number(std::size_t count) { return french_number(static_cast<std::int64_t>(count)); }

Words::List input_rows(const ReviewCampaign& campaign) {
  Words::List rows;
  for (const auto& input : inputs_of_json(campaign.inputs))
    rows.push_back(Words{}
                       .set("source", label_of(input))
                       .set("file", or_dash(input.file))
                       .set("lines", number(input.lines))
                       .set("dated", short_date(Date::parse(input.dated)))
                       .set("sha256", input.sha256.empty() ? std::string{"–"} : input.sha256));
  return rows;
}

void add_figures(Words& words, const ReviewCampaign& campaign) {
  const auto kept = campaign.decided - campaign.withdrawn - campaign.changed - campaign.justified;
  words.set("accounts", number(campaign.lines))
      .set("decided", number(campaign.decided))
      .set("kept", number(kept))
      .set("changed", number(campaign.changed))
      .set("withdrawn", number(campaign.withdrawn))
      .set("justified", number(campaign.justified))
      .set("findings_total", number(campaign.findings))
      .set("not_judged_total", number(campaign.not_judged));
}

void add_rules(Words& words, const CampaignReport& report) {
  Words::List rows;
  if (report.frozen)
    for (const auto& rule : report.frozen->rules)
      rows.push_back(Words{}
                         .set("rule", title_of_rule(rule.id))
                         .set("rule_state", label_of(rule.state))
                         .flag("found", rule.state == ReviewState::finding)
                         .flag("not_evaluable", rule.state == ReviewState::not_evaluable)
                         .set("findings", number(rule.findings))
                         .set("unjudged", number(rule.unjudged)));
  words.flag("has_rules", !rows.empty()).list("rules", std::move(rows));
}

void add_comparison(Words& words, const CampaignReport& report) {
  const auto& campaign = report.campaign;
  const auto comparison = report.frozen ? compare_with_last(*report.frozen) : CampaignComparison{};
  words.flag("has_previous", !campaign.previous.empty())
      .set("previous", or_dash(campaign.previous))
      .flag("has_comparison", report.frozen.has_value())
      .flag("grave", !comparison.not_withdrawn.empty())
      .set("not_withdrawn_count", number(comparison.not_withdrawn.size()))
      .set("new_count", number(comparison.new_accounts.size()))
      .set("changed_count", number(comparison.changed.size()))
      .set("gone_count", number(comparison.gone.size()));
}

void add_withdrawals(Words& words, const CampaignReport& report, Date day) {
  Words::List rows;
  for (const auto& withdrawal : report.withdrawals)
    rows.push_back(Words{}
                       .set("withdrawal", withdrawal.reference)
                       .set("action", label_of_choice(withdrawal.action))
                       .set("due", short_date(withdrawal.due))
                       .flag("late", !withdrawal.done_on && withdrawal.due && *withdrawal.due < day)
                       .set("done_on", short_date(withdrawal.done_on))
                       .set("proof", !withdrawal.evidence.empty() ? withdrawal.evidence
                                     : withdrawal.note.empty()    ? std::string{"–"}
                                                                  : std::string{"note"}));
  words.flag("has_withdrawals", !rows.empty()).list("withdrawals", std::move(rows));
}

std::string differences_text(const CampaignLine& line) {
  std::vector<std::string> labels;
  for (const auto& difference : line.differences) labels.push_back(label_of_difference(difference));
  return or_dash(joined(labels, ", "));
}

/// Accounts and decisions: only in the nominative annex.
void add_people(Words& words, const CampaignReport& report, bool nominative) {
  Words::List people, remarks, gone;
  std::map<std::int64_t, const CampaignDecision*> decisions;
  for (const auto& decision : report.decisions) decisions[decision.line] = &decision;
  if (nominative && report.frozen) {
    for (const auto& line : report.frozen->lines) {
      const auto found = decisions.find(line.number);
      const CampaignDecision decision = found == decisions.end() ? CampaignDecision{} : *found->second;
      people.push_back(Words{}
                           .set("number", std::to_string(line.number))
                           .set("account", subject_of(line))
                           .set("name", or_dash(line.name))
                           .set("role", or_dash(line.role))
                           .set("differences", differences_text(line))
                           .set("decision", label_of_choice(decision.decision))
                           .set("reason", or_dash(decision.reason))
                           .set("decided_by", decision.reviewer.empty() ? std::string{"–"} : decision.reviewer + ", " + short_date(decision.day)));
      for (const auto& remark : line.findings)
        remarks.push_back(Words{}
                              .set("number", std::to_string(line.number))
                              .set("account", subject_of(line))
                              .set("severity", label_of_severity(remark.severity))
                              .set("sentence", remark.sentence));
    }
    for (const auto& account : report.frozen->gone) {
      LineDecision decided{};
      from_field_text(account.last_decision, decided);
      gone.push_back(Words{}
                         .set("account", account.application.empty() ? account.login : account.application + "/" + account.login)
                         .set("name", or_dash(account.name))
                         .set("decision", account.last_decision.empty() ? std::string{"–"} : label_of_choice(decided)));
    }
  }
  words.flag("has_people", !people.empty()).list("people", std::move(people));
  words.flag("has_remarks", !remarks.empty()).list("remarks", std::move(remarks));
  words.flag("has_gone", !gone.empty()).list("gone", std::move(gone));
}

void add_signatures(Words& words, const CampaignReport& report) {
  Words::List rows;
  for (const auto& signature : report.signatures)
    rows.push_back(Words{}
                       .set("signer", signature.signer)
                       .set("national_id", signature.national_id)
                       .set("signed_at", moment_text(Instant::parse(signature.signed_at)))
                       .set("standing", standing_sentence(signature.standing))
                       .set("certificate", signature.certificate));
  words.flag("signed", report.campaign.state != CampaignState::open)
      .flag("has_signatures", !rows.empty())
      .list("signatures", std::move(rows))
      .set("content", report.campaign.content.empty() ? std::string{"–"} : report.campaign.content)
      .set("note", report.campaign.note);
}

} // namespace

Words campaign_report_words(const CampaignReport& report, CampaignPaper paper, Date day) {
  const auto& campaign = report.campaign;
  Words words;
  words.set("reference", campaign.reference)
      .set("title", campaign.title)
      .set("opened_on", date_text(campaign.opened_on))
      .set("reviewer", campaign.reviewer)
      .set("day", day.french())
      .set("state", label_of_choice(campaign.state))
      .set("policy", campaign.policy.empty() ? std::string{"–"} : campaign.policy)
      .set("kept_until", date_text(campaign.kept_until))
      .flag("nominative", paper == CampaignPaper::nominative)
      .list("inputs", input_rows(campaign));
  add_figures(words, campaign);
  add_rules(words, report);
  add_comparison(words, report);
  add_withdrawals(words, report, day);
  add_people(words, report, paper == CampaignPaper::nominative);
  add_signatures(words, report);
  return words;
}

} // namespace hdskit
