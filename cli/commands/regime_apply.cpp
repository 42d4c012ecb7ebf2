#include "cli/command.hpp"

#include "cli/framework_options.hpp"
#include "cli/regime_view.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/dossier/taken_over.hpp"
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
     .help = marked("Take over, with where they come from, the answers to items that answer all of one of the framework, and link the reports of checks that "
                    "it asks for."),
     .kind = OptionKind::flag},
};

/// Whether anything had to be done.
bool follow(Change& change, const std::string& id, Date today) {
  if (is_followed(change.workspace(), id)) return false;
  if (framework_if_known(change.workspace(), id)) use_framework(change, id, FrameworkUse::followed, today);
  else put_framework(change, {.xml = std::string{shipped_checklist(id)}, .use = FrameworkUse::followed, .applied_on = today});
  return true;
}

void report(Context& context, const Checklist& checklist, bool fresh, const TakeOverOffer& offer) {
  context.out << (fresh ? tr("The workspace follows {1} from now on: {2}.", {checklist.id, asked_by(checklist)})
                        : tr("The workspace follows {1} already: {2}.", {checklist.id, asked_by(checklist)}))
              << '\n';
  for (const auto& [taken, documents] : offer.answers)
    context.out << tr("{1} answered as {2} ({3}).", {taken.answer.item, taken.item, taken.framework}) << '\n';
  for (const auto& linked : offer.reports) context.out << tr("Report {1} linked to {2}.", {linked.code, joined(linked.items, ", ")}) << '\n';
  for (const auto regime : procedures_of_framework(checklist.id))
    context.out << tr("Its procedure is started with: hdskit procedure start {1} --title …", {regime}) << '\n';
}

json::object as_json(const Checklist& checklist, bool fresh, const TakeOverOffer& offer) {
  json::array answers, reports, procedures;
  for (const auto& [taken, documents] : offer.answers)
    answers.push_back(
        json::object{{"item", taken.answer.item}, {"from_framework", taken.framework}, {"from_item", taken.item}, {"evidence", text_array(documents)}});
  for (const auto& linked : offer.reports) reports.push_back(json::object{{"evidence", linked.code}, {"items", text_array(linked.items)}});
  for (const auto regime : procedures_of_framework(checklist.id)) procedures.push_back(json_text(regime));
  return {{"framework", checklist.id},
          {"version", checklist.version},
          {"items", checklist.items.size()},
          {"requirements", checklist.requirement_count()},
          {"newly_followed", fresh},
          {"answers_taken", std::move(answers)},
          {"reports_linked", std::move(reports)},
          {"procedures", std::move(procedures)}};
}

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto checklist = known_framework(workspace, context.arguments.text("regime"));
  const bool take = context.arguments.has("take-answers");
  bool fresh = !is_followed(workspace, checklist.id);
  const auto planned = take ? take_over_offer(workspace, checklist, context.today()) : TakeOverOffer{};
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
