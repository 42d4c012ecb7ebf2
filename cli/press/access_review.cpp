#include "cli/press/works.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/table.hpp"
#include "toolkit/access/campaign_store.hpp"
#include "toolkit/access/review_readers.hpp"
#include "toolkit/access/review_rules.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/text.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::press {
namespace {

constexpr std::uint64_t policy_limit = 1u << 20; ///< bytes

AccessReview begin_review(const Context& context) {
  AccessReview review{context.arguments.date("at").value_or(context.today())};
  const auto policy = context.arguments.text("policy");
  review.policy = policy.empty() ? shipped_review_policy() : parse_review_policy(read_file(policy, policy_limit), policy);
  return review;
}

json::array inputs_json(const AccessReview& review) {
  json::array inputs;
  for (const auto& [source, trace] : review.inputs) {
    json::object input{{"source", json_text(word_of(source))}, {"file", trace.file}, {"sha256", trace.sha256}, {"lines", trace.lines}};
    input["dated"] = trace.dated ? json::value(trace.dated->iso()) : json::value(nullptr);
    inputs.push_back(std::move(input));
  }
  return inputs;
}

json::object rule_json(const RuleOutcome& outcome) {
  json::array not_judged;
  for (const auto& [subject, reason] : outcome.examples()) not_judged.push_back(json::object{{"subject", subject}, {"reason", reason}});
  return {{"rule", json_text(outcome.rule().id)},        {"title", tr(outcome.rule().title)}, {"state", json_text(word_of(outcome.state()))},
          {"findings", outcome.findings().size()},       {"not_judged", outcome.unjudged()},  {"reason", outcome.reason()},
          {"examples_not_judged", std::move(not_judged)}};
}

void put_outcomes(json::object& object, const std::vector<RuleOutcome>& outcomes) {
  json::array rules, findings;
  for (const auto& outcome : outcomes) {
    rules.push_back(rule_json(outcome));
    for (const auto& finding : outcome.findings())
      findings.push_back(json::object{{"rule", json_text(outcome.rule().id)},
                                      {"severity", json_text(word_of(finding.severity))},
                                      {"subject", finding.subject},
                                      {"sentence", finding.sentence},
                                      {"evidence", finding.evidence}});
  }
  object["rules"] = std::move(rules);
  object["findings"] = std::move(findings);
}

json::object review_json(const AccessReview& review, const std::vector<RuleOutcome>& outcomes) {
  json::object population;
  for (const auto& count : review_population(review)) population[count.name] = count.number;
  json::object object{{"at", review.at.iso()}, {"policy_sha256", review.policy.sha256}, {"inputs", inputs_json(review)}, {"population", std::move(population)}};
  if (const auto age = review.directory_answer_age())
    object["directory_answers"] =
        json::object{{"age_days", *age}, {"counted", review.directory_answers_count()}, {"complete", review.directory_replies.answers.complete}};
  put_outcomes(object, outcomes);
  return object;
}

void print_outcomes(std::ostream& out, const std::vector<RuleOutcome>& outcomes, int width) {
  Table rules{{tr("Rule"), tr("State"), tr("Findings"), tr("Reason")}};
  Table findings{{tr("Rule"), tr("Severity"), tr("Subject"), tr("Finding"), tr("Evidence")}};
  bool any = false;
  for (const auto& outcome : outcomes) {
    rules.add({tr(outcome.rule().title), label_of(outcome.state()), std::to_string(outcome.findings().size()), outcome.reason()});
    any = any || !outcome.findings().empty();
    for (const auto& finding : outcome.findings())
      findings.add({tr(outcome.rule().title), label_of(finding.severity), finding.subject, finding.sentence, finding.evidence});
  }
  rules.print(out, width);
  if (!any) return;
  out << '\n';
  findings.print(out, width);
}

void print_population(std::ostream& out, const AccessReview& review, int width) {
  Sheet sheet;
  for (const auto& count : review_population(review)) sheet.add(tr(count.label), french_number(static_cast<std::int64_t>(count.number)));
  sheet.print(out, width);
  if (review.directory_answer_age())
    out << tr("The directory was asked on {1}; its answers count for {2} days.",
              {tr_date(review.directory_replies.answers.asked_at.utc_date()), std::to_string(review.policy.directory_answer_days)})
        << '\n';
  out << '\n';
}

/// A rule that could not be evaluated is told, and makes no finding of it.
int status_of(const std::vector<RuleOutcome>& outcomes) {
  return std::ranges::any_of(outcomes, [](const auto& outcome) { return outcome.state() == ReviewState::finding; }) ? 1 : 0;
}

json::array logins_json(const LogReview& logs) {
  json::array logins;
  for (const auto& use : logs.logins)
    logins.push_back(json::object{{"login", use.login},
                                  {"events", use.events},
                                  {"alternations", use.alternations},
                                  {"bursts", use.bursts},
                                  {"most_patients_in_an_hour", use.most_patients},
                                  {"break_glass", use.break_glass},
                                  {"break_glass_without_reason", use.without_reason},
                                  {"own_record", use.own_record},
                                  {"colleagues", use.colleague},
                                  {"same_family_name", use.namesake},
                                  {"watched_patients", use.watched},
                                  {"watched_patients_in_care", use.watched_in_care}});
  return logins;
}

json::object log_counts_json(const LogReview& logs) {
  return {{"lines", logs.lines},     {"unreadable", logs.unreadable},          {"logins", logs.logins.size()},
          {"undated", logs.undated}, {"unattributed", logs.unattributed},      {"backward", logs.backward},
          {"future", logs.future},   {"largest_gap_seconds", logs.largest_gap}};
}

} // namespace

int access_review(Context& context) {
  const auto& arguments = context.arguments;
  auto review = begin_review(context);
  const auto progress = context.start_progress();
  read_accounts(arguments.text("accounts"), review);
  if (arguments.has("people")) read_people(arguments.text("people"), review);
  if (arguments.has("cards")) read_card_holders(arguments.text("cards"), review);
  if (arguments.has("directory")) read_directory(arguments.text("directory"), review, progress);
  if (arguments.has("directory-answers")) read_directory_answers(arguments.text("directory-answers"), review);
  if (arguments.has("stays")) read_stays(arguments.text("stays"), review);
  if (arguments.has("watched")) read_watched(arguments.text("watched"), review);
  if (arguments.has("decisions")) read_decisions(arguments.text("decisions"), review);
  const auto& logs = arguments.all("logs");
  if (!logs.empty()) read_access_logs({logs.begin(), logs.end()}, review, progress);
  if (arguments.has("workspace")) give_last_decisions(context.open_workspace(), review);
  const auto outcomes = judge_review(review);
  if (context.json) print_json(context.out, review_json(review, outcomes));
  else {
    print_population(context.out, review, context.surroundings.output_width);
    print_outcomes(context.out, outcomes, context.surroundings.output_width);
  }
  return status_of(outcomes);
}

int access_logs(Context& context) {
  const auto& files = context.arguments.all("FILE");
  auto review = begin_review(context);
  if (context.arguments.has("watched")) read_watched(context.arguments.text("watched"), review);
  read_access_logs({files.begin(), files.end()}, review, context.start_progress());
  const auto outcomes = judge_review(review, log_rules());
  if (context.json) {
    json::object object{
        {"at", review.at.iso()}, {"policy_sha256", review.policy.sha256}, {"inputs", inputs_json(review)}, {"logs", log_counts_json(review.logs)}};
    put_outcomes(object, outcomes);
    if (context.arguments.has("list")) object["logins"] = logins_json(review.logs);
    print_json(context.out, object);
    return status_of(outcomes);
  }
  if (context.arguments.has("list")) {
    Table table{{tr("Login"), tr("Events"), tr("To and fro"), tr("Bursts"), tr("Break-glass"), tr("Without reason")}};
    for (const auto& use : review.logs.logins)
      table.add({use.login, std::to_string(use.events), std::to_string(use.alternations), std::to_string(use.bursts), std::to_string(use.break_glass),
                 std::to_string(use.without_reason)});
    table.print(context.out, context.surroundings.output_width);
    context.out << '\n';
  }
  print_outcomes(context.out, outcomes, context.surroundings.output_width);
  return status_of(outcomes);
}

} // namespace hdskit::cli::press
