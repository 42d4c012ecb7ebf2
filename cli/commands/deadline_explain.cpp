#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/procedure_view.hpp"
#include "toolkit/dossier/deadlines.hpp"
#include "toolkit/procedure/procedure_deadlines.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "deadline", .placeholder = marked("NAME"), .help = marked("The name of the deadline, such as procedure-3-cnil."), .required = true},
};
constexpr Option options[] = {today_option};

Explanation explain_deadline(const Workspace& workspace, const Deadline& deadline, Date today) {
  for (const auto& file : all_procedures(workspace))
    if (auto explanation = explain(file, deadline.uid, today)) return std::move(*explanation);
  return {deadline.title, {deadline.detail}};
}

int run(Context& context) {
  const auto today = context.date_or_today();
  const auto workspace = context.open_workspace();
  const auto deadline = find_deadline(all_deadlines(workspace, today), context.arguments.text("deadline"));
  const auto explanation = explain_deadline(workspace, deadline, today);
  if (context.json) {
    auto object = deadline_json(deadline, today);
    json::array steps;
    for (const auto& step : explanation.steps) steps.push_back(json_text(step));
    object["steps"] = std::move(steps);
    print_json(context.out, object);
    return 0;
  }
  context.out << explanation.title << " : " << tr_date(deadline.day) << "\n\n";
  for (std::size_t i = 0; i < explanation.steps.size(); ++i) context.out << i + 1 << ". " << explanation.steps[i] << '\n';
  return 0;
}

} // namespace

extern const Command deadline_explain;
const Command deadline_explain{
    .name = "deadline explain",
    .summary = marked("Explain step by step how a date was found, with the articles"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
