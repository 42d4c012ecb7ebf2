#include "cli/campaign_view.hpp"
#include "cli/command.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <algorithm>
#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view decisions[] = {"keep", "change", "withdraw", "justify", "undecided"};
constexpr Option operands[] = {campaign_operand};
constexpr Option options[] = {
    {.name = "line",
     .placeholder = marked("NUMBER"),
     .help = marked("The line to decide upon; may be given several times."),
     .kind = OptionKind::number,
     .repeatable = true},
    {.name = "login",
     .placeholder = marked("LOGIN"),
     .help = marked("The account instead, as “application/login” or login alone; may be given several times."),
     .repeatable = true},
    {.name = "decision",
     .placeholder = marked("DECISION"),
     .help = marked("What becomes of the access; “undecided” takes a decision back."),
     .kind = OptionKind::choice,
     .required = true,
     .choices = decisions},
    {.name = "reason", .placeholder = marked("TEXT"), .help = marked("Why; needed for all but keeping an account without any finding.")},
    {.name = "reviewer", .placeholder = marked("NAME"), .help = marked("Who decides (default: who acts on the workspace); never the beneficiary.")},
    {.name = "reviewer-id", .placeholder = marked("NUMBER"), .help = marked("RPPS, ADELI or matricule of who decides.")},
    {.name = "date", .placeholder = marked("DATE"), .help = marked("The day of the decision (default: today)."), .kind = OptionKind::date},
    {.name = "evidence", .placeholder = marked("CODE"), .help = marked("Code of the document that bears the decision out.")},
    {.name = "until", .placeholder = marked("DATE"), .help = marked("With “justify”: when the exception ends."), .kind = OptionKind::date},
};

[[noreturn]] void refuse(const std::string& login, const std::string& sentence) {
  throw Problem{ProblemKind::bad_input, login, sentence, tr("See them with: hdskit access campaign lines")};
}

std::vector<std::int64_t> chosen_lines(const Context& context, const Workspace& workspace, const ReviewCampaign& campaign) {
  std::vector<std::int64_t> lines;
  for (const auto& text : context.arguments.all("line")) lines.push_back(std::stoll(text));
  const auto& logins = context.arguments.all("login");
  if (logins.empty()) {
    if (lines.empty()) refuse("--line", tr("Neither a line nor a login is given."));
    return lines;
  }
  const auto frozen = frozen_campaign(workspace, campaign);
  for (const auto& login : logins) {
    const auto wanted = folded_word(login);
    const auto before = lines.size();
    for (const auto& line : frozen.lines)
      if (folded_word(subject_of(line)) == wanted || folded_word(line.login) == wanted) lines.push_back(line.number);
    if (lines.size() == before) refuse(login, tr("There is no account {1}.", {login}));
    if (lines.size() > before + 1) refuse(login, tr("Several lines have the account {1}: the number of the line is needed.", {login}));
  }
  return lines;
}

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto& arguments = context.arguments;
  CampaignDecision decision;
  from_field_text(arguments.text("decision"), decision.decision);
  decision.reason = arguments.text("reason");
  decision.reviewer = arguments.has("reviewer") ? arguments.text("reviewer") : context.acting().name;
  decision.reviewer_id = arguments.text("reviewer-id");
  decision.day = context.date_or_today();
  decision.evidence = arguments.text("evidence");
  decision.justified_until = arguments.date("until");
  auto campaign = chosen_campaign(context, workspace);
  std::vector<CampaignDecision> taken;
  for (const auto line : chosen_lines(context, workspace, campaign)) {
    decision.line = line;
    taken.push_back(decision);
  }
  workspace.change(context.acting(), [&](Change& change) { campaign = decide_campaign(change, campaign, taken); });
  if (context.json) print_json(context.out, campaign_json(campaign));
  else
    context.out << tr("{1}: {2} of {3} accounts are decided.", {campaign.reference, std::to_string(campaign.decided), std::to_string(campaign.lines)}) << '\n';
  return 0;
}

} // namespace

extern const Command access_campaign_decide;
const Command access_campaign_decide{
    .name = "access campaign decide",
    .summary = marked("Decide what becomes of an account in a review campaign"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
