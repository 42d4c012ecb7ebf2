#include "cli/command.hpp"

#include "cli/record_changes.hpp"
#include "cli/records.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/continuity/continuity_store.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option operands[] = {
    {.name = "exercise", .placeholder = marked("EXERCISE"), .help = marked("The reference of the exercise, such as EX1."), .required = true},
    {.name = "text", .placeholder = marked("TEXT"), .help = marked("What has just happened."), .required = true},
};
constexpr std::string_view entry_words[] = {"note", "decision", "step-done", "restored", "gap"};
constexpr Option options[] = {
    {.name = "kind", .placeholder = marked("KIND"), .help = marked("Kind of entry (default: note)."), .kind = OptionKind::choice, .choices = entry_words},
    {.name = "step", .placeholder = marked("STEP"), .help = marked("The step of a plan that this ends, such as ET3.")},
};

/// The clock on the wall in Paris, to the second: "2026-03-12T14:05:30".
std::string moment(Instant now) {
  constexpr std::size_t seconds_from = 16; // behind 2026-03-12T14:05
  return paris_date(now).iso() + "T" + paris_time(now) + now.iso().substr(seconds_from, 3);
}

std::string entry_word(const Arguments& arguments) {
  const auto word = arguments.has("kind") ? arguments.text("kind") : "note";
  return word == "step-done" || word == "step_done" ? "step_done" : word;
}

int run(Context& context) {
  auto workspace = context.open_workspace();
  const auto& arguments = context.arguments;
  const auto acting = context.acting();
  add_and_report(context, workspace, continuity_kind(ExerciseEntry::type().kind),
                 {{"exercise", arguments.text("exercise")},
                  {"at", moment(acting.at)},
                  {"kind", entry_word(arguments)},
                  {"text", arguments.text("text")},
                  {"step", arguments.text("step")},
                  {"author", acting.name}});
  return 0;
}

} // namespace

extern const Command continuity_note;
const Command continuity_note{
    .name = "continuity note",
    .summary = marked("Write down what has just happened in an exercise"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
