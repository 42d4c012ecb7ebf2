#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/record_changes.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr Option options[] = {
    {.name = "name", .placeholder = marked("NAME"), .help = marked("The short name by which results call the machine, such as NAS-1."), .required = true},
    {.name = "public-key",
     .placeholder = marked("FILE"),
     .help = marked("Its public key (PEM), as “hdskit backup machine create” printed it there."),
     .kind = OptionKind::path,
     .required = true},
    {.name = "note", .placeholder = marked("TEXT"), .help = marked("What else is to be known.")},
};

/// The PEM alone, whatever was printed around it.
std::string public_key_in(const std::string& file) {
  constexpr std::uint64_t longest = 16u << 10;
  constexpr std::string_view begin = "-----BEGIN PUBLIC KEY-----", end = "-----END PUBLIC KEY-----";
  const auto text = read_file(file, longest);
  if (text.find("PRIVATE KEY") != std::string::npos)
    throw Problem{ProblemKind::refused, file, tr("“{1}” holds a private key, which must not leave its machine.", {file}),
                  tr("Create a new key there, and bring its public key only.")};
  const auto from = text.find(begin), to = text.find(end);
  if (from == std::string::npos || to == std::string::npos || to < from)
    throw Problem{ProblemKind::bad_input, file, tr("“{1}” holds no public key.", {file}),
                  tr("Bring what `hdskit backup machine create` printed on the machine.")};
  return text.substr(from, to + end.size() - from) + "\n";
}

int run(Context& context) {
  auto workspace = context.open_workspace();
  add_and_report(context, workspace, backup_kind(BackupMachine::type().kind),
                 {{"reference", context.arguments.text("name")},
                  {"public_key", public_key_in(context.arguments.text("public-key"))},
                  {"note", context.arguments.text("note")}});
  return 0;
}

} // namespace

extern const Command backup_machine_add;
const Command backup_machine_add{
    .name = "backup machine add",
    .summary = marked("Trust the results that a machine signs with its key"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
