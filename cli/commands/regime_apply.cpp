#include "cli/command.hpp"

#include "cli/framework_options.hpp"
#include "cli/regime_view.hpp"
#include "cli/taken_over.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/procedure/framework_procedures.hpp"
#include "toolkit/requirements/checklist_reader.hpp"
#include "toolkit/requirements/known_frameworks.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "regime", .placeholder = marked("REGIME"), .help = marked("The framework to follow, such as hds-v2."), .required = true},
};
constexpr Option options[] = {
    {.name = "take-answers",
     .placeholder = nullptr,
     .help = marked("Take over, with where they come from, the answers to items that answer all of one of the framework."),
     .kind = OptionKind::flag},
};

/// Whether anything had to be done.
bool follow(Change& change, const std::string& id, Date today) {
  if (is_followed(change.workspace(), id)) return false;
  if (framework_if_known(change.workspace(), id)) use_framework(change, id, FrameworkUse::followed, today);
  else put_framework(change, {.xml = std::string{shipped_checklist(id)}, .use = FrameworkUse::followed, .applied_on = today});
  return true;
}

void report(Context& context, const Checklist& checklist, bool fresh, const std::vector<TakenOver>& taken) {
  context.out << (fresh ? tr("The workspace follows {1} from now on: {2}.", {checklist.id, asked_by(checklist)})
                        : tr("The workspace follows {1} already: {2}.", {checklist.id, asked_by(checklist)}))
              << '\n';
  for (const auto& answer : taken) context.out << tr("{1} answered as {2} ({3}).", {answer.item, answer.from_item, answer.from_framework}) << '\n';
  for (const auto regime : procedures_of_framework(checklist.id))
    context.out << tr("Its procedure is started with: hdskit procedure start {1} --title …", {regime}) << '\n';
}

json::object as_json(const Checklist& checklist, bool fresh, const std::vector<TakenOver>& taken) {
  json::array answers, procedures;
  for (const auto& answer : taken)
    answers.push_back(json::object{
        {"item", answer.item}, {"from_framework", answer.from_framework}, {"from_item", answer.from_item}, {"evidence", text_array(answer.evidence)}});
  for (const auto regime : procedures_of_framework(checklist.id)) procedures.push_back(json_text(regime));
  return {
      {"framework", checklist.id}, {"version", checklist.version},        {"items", checklist.items.size()},    {"requirements", checklist.requirement_count()},
      {"newly_followed", fresh},   {"answers_taken", std::move(answers)}, {"procedures", std::move(procedures)}};
}

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto checklist = known_framework(workspace, context.arguments.text("regime"));
  const bool take = context.arguments.has("take-answers");
  bool fresh = !is_followed(workspace, checklist.id);
  const auto planned = take ? what_to_take_over(workspace, checklist, context.today()) : std::vector<TakenOver>{};
  if (fresh || !planned.empty())
    workspace.change(context.acting(), [&](Change& change) {
      fresh = follow(change, checklist.id, context.today());
      take_over(change, checklist, planned);
    });
  if (context.json) print_json(context.out, as_json(checklist, fresh, planned));
  else report(context, checklist, fresh, planned);
  return 0;
}

} // namespace

extern const Command regime_apply;
const Command regime_apply{
    .name = "regime apply",
    .summary = marked("Follow a framework in the workspace, beside its main checklist"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
