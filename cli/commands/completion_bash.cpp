#include "cli/command.hpp"

#include "cli/completion.hpp"
#include "cli/context.hpp"

namespace hdskit::cli::commands {
namespace {

int run(Context& context) {
  print_bash_completion(context.out);
  return 0;
}

} // namespace

extern const Command completion_bash;
const Command completion_bash{
    .name = "completion bash",
    .summary = marked("Print the completion script for bash"),
    .run = run,
};

} // namespace hdskit::cli::commands
