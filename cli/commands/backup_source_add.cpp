#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/record_changes.hpp"
#include "toolkit/base/text.hpp"

#include <algorithm>

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view kinds[] = {"restic", "borg", "archive", "directory", "postgresql-dump", "postgresql-base", "sqlite", "command"};
constexpr std::string_view copies[] = {"primary", "other_site", "offline", "immutable"};

constexpr Option options[] = {
    {.name = "name", .placeholder = marked("NAME"), .help = marked("The short name by which tests and reports call it, such as DPI."), .required = true},
    {.name = "kind",
     .placeholder = marked("KIND"),
     .help = marked("What kind of backup it is."),
     .kind = OptionKind::choice,
     .required = true,
     .choices = kinds},
    {.name = "location",
     .placeholder = marked("LOCATION"),
     .help = marked("Repository, file or folder as its own tool writes it; of a “command”, the adapter and its arguments."),
     .required = true},
    {.name = "selection",
     .placeholder = marked("PATTERN"),
     .help = marked("Which of the backups there: a pattern with * and ? on their names; restic: host=…, tag=… or path=….")},
    {.name = "service", .placeholder = marked("CODE"), .help = marked("The hosted service that it saves; its objectives are taken from there.")},
    {.name = "arrangement",
     .placeholder = marked("REFERENCE"),
     .help = marked("The backup arrangement of continuity; its last test and measured restore follow the tests.")},
    {.name = "copy",
     .placeholder = marked("COPY"),
     .help = marked("Which of the copies it is (default: primary)."),
     .kind = OptionKind::choice,
     .choices = copies},
    {.name = "password-file", .placeholder = marked("FILE"), .help = marked("A file whose first line is the password."), .kind = OptionKind::path},
    {.name = "password-command", .placeholder = marked("COMMAND"), .help = marked("A command that prints the password, such as that of a password store.")},
    {.name = "period", .placeholder = marked("DURATION"), .help = marked("The time that is promised between two backups, such as 1j or 6h.")},
    {.name = "rto", .placeholder = marked("DURATION"), .help = marked("How long a restore may take, when not as the service says, such as 4h.")},
    {.name = "rpo", .placeholder = marked("DURATION"), .help = marked("How old the restored data may be, when not as the service says, such as 24h.")},
    {.name = "test-every", .placeholder = marked("DAYS"), .help = marked("A proof older than this is none (default: 365)."), .kind = OptionKind::number},
    {.name = "preserve",
     .placeholder = marked("ASPECT"),
     .help = marked("What a restore must give back: content, mode, owner, time, acl, … (default: all that the kind can)."),
     .repeatable = true},
    {.name = "reference-manifest",
     .placeholder = marked("FILE"),
     .help = marked("The manifest of the source at backup time, as “hdskit backup manifest” wrote it."),
     .kind = OptionKind::path},
    {.name = "reference-tree", .placeholder = marked("DIR"), .help = marked("The live folder to compare with."), .kind = OptionKind::path},
    {.name = "database", .placeholder = marked("NAME"), .help = marked("The database that is queried, when there are several.")},
    {.name = "check-query", .placeholder = marked("SQL"), .help = marked("A query that must give a row whose first column is neither empty, 0 nor false.")},
    {.name = "newest-query", .placeholder = marked("SQL"), .help = marked("A query that gives the moment of the newest datum.")},
    {.name = "check-command", .placeholder = marked("COMMAND"), .help = marked("A program that looks at what was restored; status 0 is the only pass.")},
    {.name = "space-gb", .placeholder = marked("GB"), .help = marked("How much scratch space a test may take."), .kind = OptionKind::number},
    {.name = "time-limit", .placeholder = marked("DURATION"), .help = marked("How long a test may take (default: 24h).")},
    {.name = "turns",
     .placeholder = marked("TESTS"),
     .help = marked("Of a huge backup: in how many tests all content is read once (default: 1, all of it each time)."),
     .kind = OptionKind::number},
    {.name = "random-permille",
     .placeholder = marked("NUMBER"),
     .help = marked("With --turns: how many files of a thousand are drawn besides."),
     .kind = OptionKind::number},
    {.name = "requirements", .placeholder = marked("ITEM"), .help = marked("An item of the checklist that a proof serves."), .repeatable = true},
    {.name = "referent", .placeholder = marked("NAME"), .help = marked("Who judges for the business (référent métier).")},
    {.name = "note", .placeholder = marked("TEXT"), .help = marked("What else is to be known.")},
};

int run(Context& context) {
  auto workspace = context.open_workspace();
  Assignments assignments;
  for (const auto& option : options)
    if (context.arguments.has(option.name))
      assignments.emplace_back(option.name == "name" ? "reference" : replaced(std::string{option.name}, "-", "_"),
                               joined(context.arguments.all(option.name), "; "));
  add_and_report(context, workspace, backup_kind(BackupSource::type().kind), assignments);
  return 0;
}

} // namespace

extern const Command backup_source_add;
const Command backup_source_add{
    .name = "backup source add",
    .summary = marked("Record where backups lie and how their restore is tested"),
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
