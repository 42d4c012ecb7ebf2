#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/evidence_options.hpp"
#include "cli/framework_options.hpp"
#include "cli/requirement_view.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "item", .placeholder = marked("ITEM"), .help = marked("The item of the checklist, such as R1111-14-2-a."), .required = true},
};
constexpr std::string_view applicability_words[] = {"applicable", "excluded"};
constexpr Option options[] = {
    {.name = "framework", .placeholder = marked("FRAMEWORK"), .help = marked("The framework that holds the item (default: any that the workspace follows).")},
    {.name = "state",
     .placeholder = marked("STATE"),
     .help = marked("How far the item has come."),
     .kind = OptionKind::choice,
     .choices = demonstration_states},
    {.name = "applicability",
     .placeholder = marked("APPLICABILITY"),
     .help = marked("Whether the item concerns the hospital; an excluded one needs its justification as statement."),
     .kind = OptionKind::choice,
     .choices = applicability_words},
    {.name = "statement", .placeholder = marked("TEXT"), .help = marked("The text for the dossier; it cites documents as [CODE].")},
    {.name = "statement-file", .placeholder = marked("FILE"), .help = marked("The same, read from a text file in UTF-8."), .kind = OptionKind::path},
    {.name = "owner", .placeholder = marked("NAME"), .help = marked("Who keeps the answer true.")},
    {.name = "due", .placeholder = marked("DATE"), .help = marked("When it must be done."), .kind = OptionKind::date},
};

std::string statement_from(const std::string& file) {
  constexpr std::uint64_t longest = 1u << 20; // no statement of a dossier is longer than a book
  auto text = read_file(file, longest);
  if (!is_utf8(text))
    throw Problem{ProblemKind::bad_input, file, tr("The text of “{1}” is not in UTF-8.", {file}),
                  tr("Save it in UTF-8, then start again; nothing was changed.")};
  return std::string{trimmed(text)};
}

void change_answer(Answer& answer, const Arguments& arguments) {
  bool given = false;
  for (const std::string_view name : {"state", "statement", "owner", "due", "applicability"}) {
    if (!arguments.has(name)) continue;
    Answer::type().find(name)->set(answer, arguments.text(name));
    given = true;
  }
  if (arguments.has("statement-file")) answer.statement = statement_from(arguments.text("statement-file"));
  else if (!given)
    throw Problem{ProblemKind::bad_input, answer.item, tr("Nothing was said about “{1}”.", {answer.item}),
                  tr("Give --state, --applicability, --statement, --statement-file, --owner or --due.")};
}

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto checklists = context.arguments.has("framework") ? chosen_checklists(workspace, context.arguments) : all_checklists(workspace);
  const auto asked = context.arguments.text("item");
  const auto place = find_item(checklists, asked);
  auto answer = answer_to(workspace, place ? place.item->id : asked).value_or(Answer{});
  answer.item = place ? place.item->id : asked;
  change_answer(answer, context.arguments);
  workspace.change(context.acting(), [&](Change& change) { give_answer(change, checklists, answer); });
  if (context.json) {
    const Requirements requirements{workspace, checklists};
    print_json(context.out, requirement_json(requirements.find(answer.item)));
  } else {
    context.out << tr("The answer to {1} was recorded.", {answer.item}) << '\n';
  }
  return 0;
}

} // namespace

extern const Command requirement_answer;
const Command requirement_answer{
    .name = "requirement answer",
    .summary = marked("Answer an item of the checklist"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
