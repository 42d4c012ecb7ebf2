#include "gui/presenter/access_review.hpp"

#include "gui/presenter/access_words.hpp"
#include "gui/presenter/form.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/sought_words.hpp"

#include <algorithm>
#include <charconv>

namespace hdskit::gui {
namespace {

constexpr std::string_view newcomer = "new", still_there = "not_withdrawn"; // CampaignLine::differences

bool differs(const CampaignLine& line, std::string_view how) { return std::ranges::find(line.differences, how) != line.differences.end(); }
bool is_new(const CampaignLine& line) { return differs(line, newcomer); }

bool fits(const CampaignWork& work, const CampaignLine& line, WorkFilter filter) {
  switch (filter) {
    case WorkFilter::all: break;
    case WorkFilter::undecided: return work.decided(line.number) == LineDecision::undecided;
    case WorkFilter::with_findings: return !line.findings.empty();
    case WorkFilter::new_accounts: return is_new(line);
    case WorkFilter::changed_since: return !line.differences.empty();
    case WorkFilter::not_judged: return !line.not_judged.empty();
  }
  return true;
}

int gravity_of(std::string_view severity) {
  for (const auto each : {ReviewSeverity::high, ReviewSeverity::medium, ReviewSeverity::low, ReviewSeverity::to_confirm})
    if (word_of(each) == severity) return static_cast<int>(each);
  return static_cast<int>(ReviewSeverity::to_confirm);
}

std::vector<const CampaignLine::Remark*> gravest_first(const CampaignLine& line) {
  std::vector<const CampaignLine::Remark*> remarks;
  for (const auto& one : line.findings) remarks.push_back(&one);
  std::ranges::stable_sort(remarks, {}, [](const auto* one) { return gravity_of(one->severity); });
  return remarks;
}

Cell findings_cell(const CampaignLine& line) {
  if (line.findings.empty()) return line.not_judged.empty() ? Cell{"✔ " + tr("none"), Tone::good} : Cell{"○ " + tr("not all judged"), Tone::faint};
  const auto gravest = severity_cell(gravest_first(line).front()->severity);
  return {gravest.text + " (" + std::to_string(line.findings.size()) + ")", gravest.tone};
}

std::string differences_text(const CampaignLine& line) {
  std::vector<std::string> labels;
  for (const auto& one : line.differences) labels.push_back(label_of_difference(one));
  return joined(labels, ", ");
}

ListRow row_of(const CampaignWork& work, const CampaignLine& line) {
  return {std::to_string(line.number),
          {decision_cell(work.decided(line.number)),
           {subject_of(line)},
           {line.name},
           findings_cell(line),
           {line.last_decision.empty() ? "–" : decision_label(line.last_decision), line.last_decision.empty() ? Tone::faint : Tone::neutral},
           {line.role},
           {differences_text(line), differs(line, still_there) ? Tone::bad
                                    : is_new(line)             ? Tone::warning
                                                               : Tone::neutral}}};
}

std::string rule_title(const std::string& id) {
  const auto rules = review_rules();
  const auto found = std::ranges::find(rules, id, &ReviewRule::id);
  return found == rules.end() ? id : tr(found->title);
}

/// Who the account is for, and how it is entered.
std::string identity_sentence(const CampaignLine& line) {
  std::vector<std::string> parts;
  const auto add = [&](const char* words, const std::string& value) {
    if (!value.empty()) parts.push_back(tr(words, {value}));
  };
  add(marked("role: {1}"), line.role);
  add(marked("national identifier: {1}"), line.national_id);
  add(marked("staff number: {1}"), line.matricule);
  add(marked("state: {1}"), label_of_state(line.state));
  add(marked("entered by: {1}"), line.means.empty() ? "" : label_of_means(line.means));
  add(marked("last login: {1}"), line.last_login ? tr_date(*line.last_login) : "");
  if (line.privileged) parts.push_back(tr("privileged"));
  if (line.technical) parts.push_back(tr("technical account"));
  return joined(parts, ", ");
}

} // namespace

std::span<const char* const> work_filters() {
  static constexpr const char* labels[] = {
      marked("All accounts"),         marked("To be decided"), marked("With findings"), marked("New since last year"), marked("Different from last year"),
      marked("Not evaluable in part")};
  return labels;
}

ListRows work_rows(const CampaignWork& work, WorkFilter filter, std::string_view words) {
  const SoughtWords sought{words};
  std::vector<ListRow> rows;
  for (const auto& line : work.frozen.lines) {
    if (!fits(work, line, filter)) continue;
    auto row = row_of(work, line);
    std::vector<std::string> texts;
    for (const auto& cell : row.cells) texts.push_back(cell.text);
    if (sought.are_in(texts)) rows.push_back(std::move(row));
  }
  return rows_at_hand({{tr("Decision")}, {tr("Account")}, {tr("Name")}, {tr("Findings")}, {tr("Last year")}, {tr("Role")}, {tr("Different")}}, std::move(rows));
}

std::int64_t line_of(std::string_view key) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
  return error == std::errc{} && end == key.data() + key.size() ? number : 0;
}

std::string next_undecided(const CampaignWork& work, const ListRows& rows, std::int64_t line) {
  std::size_t start = 0;
  for (std::size_t row = 0; row < rows.count; ++row)
    if (line_of(rows.key(row)) == line) start = row + 1;
  for (std::size_t step = 0; step < rows.count; ++step) {
    const auto key = rows.key((start + step) % rows.count);
    if (line_of(key) != line && work.decided(line_of(key)) == LineDecision::undecided) return key;
  }
  return "";
}

std::vector<DecisionKey> decision_keys() {
  std::vector<DecisionKey> keys{{LineDecision::keep, tr("&Keep")},
                                {LineDecision::withdraw, tr("&Withdraw")},
                                {LineDecision::change, tr("C&hange")},
                                {LineDecision::justify, tr("&Justify")}};
  for (auto& one : keys) {
    const auto mark = one.label.find('&');
    const auto letter = mark == std::string::npos || mark + 1 == one.label.size() ? std::size_t{0} : mark + 1;
    const char byte = one.label[letter];
    one.key = byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
  }
  return keys;
}

std::optional<LineDecision> decision_by_key(int key) {
  for (const auto& one : decision_keys())
    if (one.key == key) return one.decision;
  return std::nullopt;
}

std::vector<Cell> line_sentences(const CampaignWork& work, const CampaignLine& line) {
  std::vector<Cell> lines{{subject_of(line) + (line.name.empty() ? "" : " – " + line.name)}, {identity_sentence(line)}};
  for (const auto* remark : gravest_first(line)) {
    const auto severity = severity_cell(remark->severity);
    const auto sentence = remark->sentence + (remark->evidence.empty() ? "" : " (" + remark->evidence + ")");
    lines.push_back({tr("{1}: {2}", {severity.text + ", " + rule_title(remark->rule), sentence}), severity.tone});
  }
  if (line.findings.empty()) lines.push_back({tr("No finding."), Tone::good});
  std::vector<std::string> unjudged;
  for (const auto& rule : line.not_judged) unjudged.push_back(rule_title(rule));
  if (!unjudged.empty()) lines.push_back({"○ " + tr("Could not be judged: {1}.", {joined(unjudged, ", ")}), Tone::faint});
  if (!line.last_decision.empty()) lines.push_back({tr("Last year: {1}.", {decision_label(line.last_decision)})});
  else if (!work.campaign.previous.empty()) lines.push_back({tr("It was not in the campaign before."), Tone::warning});
  if (const auto different = differences_text(line); !different.empty() && !is_new(line)) lines.push_back({tr("Different from last year: {1}.", {different})});
  return lines;
}

Cell decision_sentence(const CampaignWork& work, const CampaignLine& line) {
  const auto* decision = work.decision(line.number);
  if (!decision || decision->decision == LineDecision::undecided) return {tr("Not decided yet."), Tone::warning};
  auto cell = decision_cell(decision->decision);
  cell.text += " – " + decision->reviewer + (decision->day ? ", " + tr_date(*decision->day) : "");
  if (!decision->reason.empty()) cell.text = tr("{1}: {2}", {cell.text, decision->reason});
  if (decision->justified_until) cell.text += " " + tr("(until {1})", {tr_date(*decision->justified_until)});
  return cell;
}

bool needs_reason(const CampaignLine& line, LineDecision decision) {
  if (decision == LineDecision::undecided) return false;
  return decision != LineDecision::keep || !line.findings.empty();
}

std::string decision_fault(const CampaignWork& work, const CampaignDecision& decision) {
  const auto* line = work.line(decision.line);
  if (!line || decision.decision == LineDecision::undecided) return tr("Choose a decision.");
  return joined(decision_defects(decision, *line, ReviewerCheck{work.frozen.lines}), " ");
}

WorkProgress work_progress(const CampaignWork& work) {
  WorkProgress progress;
  progress.all = static_cast<int>(work.frozen.lines.size());
  for (const auto& line : work.frozen.lines) progress.decided += work.decided(line.number) == LineDecision::undecided ? 0 : 1;
  progress.words = tr("{1} of {2} accounts decided", {french_number(progress.decided), french_number(progress.all)});
  return progress;
}

Cell campaign_sentence(const AccessMap& map) {
  if (!map.work)
    return {tr("No review was begun yet: press “Open a campaign…” and give the accounts of your applications, and what human resources, cards, the directory "
               "and the logs say."),
            Tone::faint};
  const auto& campaign = map.work->campaign;
  const auto state = campaign_state_cell(campaign.state);
  const bool late = campaign.state == CampaignState::open && campaign.due && *campaign.due < map.day;
  auto words = tr("{1}: {2}", {campaign.reference + " – " + campaign.title, state.text});
  if (campaign.due && campaign.state == CampaignState::open)
    words += ", " + (late ? tr("was due on {1}", {tr_date(*campaign.due)}) : tr("due on {1}", {tr_date(*campaign.due)}));
  if (campaign.kept_until) words += ", " + tr("details kept until {1}", {tr_date(*campaign.kept_until)});
  return {words, late ? Tone::bad : state.tone};
}

Cell comparison_sentence(const CampaignWork& work) {
  if (work.campaign.previous.empty()) return {tr("There is no campaign before to compare with."), Tone::faint};
  const auto compared = compare_with_last(work.frozen);
  const auto count = [](const auto& some) { return french_number(static_cast<std::int64_t>(some.size())); };
  auto words = tr("Beside {1}: {2} new accounts, {3} that differ, {4} that are gone.",
                  {work.campaign.previous, count(compared.new_accounts), count(compared.changed), count(compared.gone)});
  if (compared.not_withdrawn.empty()) return {words};
  return {"✖ " + tr("To be withdrawn last year and still there: {1}.", {count(compared.not_withdrawn)}) + " " + words, Tone::bad};
}

ListRows comparison_rows(const CampaignWork& work) {
  std::vector<ListRow> rows;
  const auto compared = compare_with_last(work.frozen);
  for (const auto* some : {&compared.not_withdrawn, &compared.new_accounts, &compared.changed})
    for (const auto number : *some)
      if (const auto* line = work.line(number))
        rows.push_back({std::to_string(number),
                        {{differences_text(*line), differs(*line, still_there) ? Tone::bad : Tone::neutral},
                         {subject_of(*line)},
                         {line->name},
                         {line->last_decision.empty() ? "–" : decision_label(line->last_decision)}}});
  for (const auto& gone : compared.gone)
    rows.push_back({"",
                    {{tr("gone or closed"), Tone::faint},
                     {gone.application.empty() ? gone.login : gone.application + "/" + gone.login},
                     {gone.name},
                     {decision_label(gone.last_decision)}}});
  return rows_at_hand({{tr("What differs")}, {tr("Account")}, {tr("Name")}, {tr("Last year")}}, std::move(rows));
}

} // namespace hdskit::gui
