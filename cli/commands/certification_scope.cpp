#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/record_changes.hpp"
#include "cli/records.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/certification/certification_store.hpp"
#include "toolkit/requirements/scope_reader.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "answer",
     .placeholder = marked("QUESTION=ANSWER"),
     .help = marked("Answers a question with yes, no or unknown; the command says which comes next."),
     .repeatable = true},
    {.name = "record", .placeholder = nullptr, .help = marked("Record the outcome with its reason in the workspace."), .kind = OptionKind::flag},
    {.name = "questions", .placeholder = marked("QUESTIONS"), .help = marked("Which questions (default: hds-scope).")},
};

ScopeAnswers answers_of(const Arguments& arguments, const ScopeQuestions& questions) {
  ScopeAnswers answers;
  for (const auto& word : arguments.all("answer")) {
    const auto place = word.find('=');
    const auto id = word.substr(0, place);
    if (place == std::string::npos || !questions.find_question(id))
      throw Problem{ProblemKind::bad_input, "--answer", tr("“{1}” answers no question.", {word}),
                    tr("Write QUESTION=yes, =no or =unknown; without answers the command shows the first question.")};
    ScopeAnswer answer{};
    from_field_text(word.substr(place + 1), answer);
    answers[folded(id)] = answer;
  }
  return answers;
}

std::vector<std::string> told(const ScopeWalk& walk) {
  std::vector<std::string> words;
  for (const auto& step : walk.path) words.push_back(step.question->id + "=" + to_field_text(step.answer));
  return words;
}

json::object as_json(const ScopeWalk& walk) {
  json::array path;
  for (const auto& word : told(walk)) path.push_back(json_text(word));
  json::object object{{"answers", std::move(path)}};
  object["next"] = walk.next ? json::value(json::object{{"question", json_text(walk.next->id)}, {"text", json_text(walk.next->asks.in_current_language())}})
                             : json::value(nullptr);
  object["outcome"] = walk.outcome ? json::value(json::object{{"id", json_text(walk.outcome->id)},
                                                              {"verdict", json_text(to_field_text(walk.outcome->verdict))},
                                                              {"title", json_text(walk.outcome->title.in_current_language())},
                                                              {"reason", json_text(walk.outcome->reason.in_current_language())},
                                                              {"checklist", json_text(walk.outcome->checklist)}})
                                   : json::value(nullptr);
  return object;
}

void print(const Context& context, const ScopeQuestions& questions, const ScopeWalk& walk) {
  const auto based_on = [&](const std::string& id, Confidence confidence) {
    if (const auto* article = questions.find_article(id))
      context.out << tr("{1}, {2}. {3}", {article->label, version_words(*article), sentence_of(confidence)}) << '\n';
  };
  for (const auto& step : walk.path)
    context.out << step.question->asks.in_current_language() << "\n  → " << tr(choices_of(step.answer)[static_cast<std::size_t>(step.answer)].label) << '\n';
  if (walk.next) {
    context.out << walk.next->asks.in_current_language() << '\n' << walk.next->help.in_current_language() << '\n';
    based_on(walk.next->article, walk.next->confidence);
    context.out << tr("Answer with: --answer {1}=yes, =no or =unknown, besides the answers given so far.", {walk.next->id}) << '\n';
  }
  if (!walk.outcome) return;
  context.out << '\n' << walk.outcome->title.in_current_language() << '\n' << walk.outcome->reason.in_current_language() << '\n';
  based_on(walk.outcome->article, walk.outcome->confidence);
}

void record(Context& context, const ScopeQuestions& questions, const ScopeWalk& walk) {
  if (!walk.outcome)
    throw Problem{ProblemKind::bad_input, "--record", tr("The questions have not come to an outcome yet."),
                  tr("Answer the question that is shown, then record.")};
  auto workspace = context.open_workspace();
  const LanguageScope french{Language::french}; // the reason goes into a French file
  const Assignments assignments{{"questions", questions.id},           {"answers", joined(told(walk), "; ")},
                                {"outcome", walk.outcome->id},         {"reason", walk.outcome->reason.french},
                                {"decided_on", context.today().iso()}, {"decided_by", context.acting().name}};
  workspace.change(context.acting(), [&](Change& change) { certification_kind("scope_decision").add(change, assignments); });
}

int run(Context& context) {
  const auto id = context.arguments.has("questions") ? context.arguments.text("questions") : std::string{"hds-scope"};
  const auto questions = scope_of(shipped_scope(id), id);
  const auto way = walk(questions, answers_of(context.arguments, questions));
  if (context.arguments.has("record")) record(context, questions, way);
  if (context.json) print_json(context.out, as_json(way));
  else print(context, questions, way);
  return 0;
}

} // namespace

extern const Command certification_scope;
const Command certification_scope{
    .name = "certification scope",
    .summary = marked("Find by questions who must be certified, and keep the reason"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
