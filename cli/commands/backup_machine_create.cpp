#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "toolkit/backup/signing_key.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "output",
     .placeholder = marked("FILE"),
     .help = marked("The key to create, for its owner only; it never leaves the machine."),
     .kind = OptionKind::path,
     .required = true},
};

int run(Context& context) {
  const auto file = context.arguments.text("output");
  const auto public_key = create_signing_key(file);
  const auto fingerprint = key_fingerprint(public_key);
  if (context.json) {
    print_json(context.out, json::object{{"key", json_text(file)}, {"fingerprint", fingerprint}, {"public_key", public_key}});
    return 0;
  }
  context.out << tr("Key created: {1}", {file}) << '\n' << tr("Fingerprint: {1}", {fingerprint}) << "\n\n" << public_key;
  return 0;
}

} // namespace

extern const Command backup_machine_create;
const Command backup_machine_create{
    .name = "backup machine create",
    .summary = marked("Create the key with which this machine signs the results of its restore tests"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
