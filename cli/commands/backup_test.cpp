#include "cli/command.hpp"

#include "cli/backup_options.hpp"
#include "cli/press.hpp"
#include "cli/server_options.hpp"

namespace hdskit::cli::commands {
namespace {

constexpr std::string_view triggers[] = {"manual", "timer", "exercise"};

constexpr Option operands[] = {
    {.name = "source", .placeholder = marked("NAME"), .help = marked("The backup source to test, by its name.")},
};
constexpr Option options[] = {
    {.name = "all", .placeholder = nullptr, .help = marked("Test every source, one after the other."), .kind = OptionKind::flag},
    {.name = "due",
     .placeholder = nullptr,
     .help = marked("Test the sources whose proof is missing, failing, too old or soon too old."),
     .kind = OptionKind::flag},
    {.name = "plan",
     .placeholder = marked("FILE"),
     .help = marked("Test without a workspace, by the plan that “hdskit backup source export” wrote."),
     .kind = OptionKind::path},
    {.name = "key", .placeholder = marked("FILE"), .help = marked("With --plan: the key of this machine, which signs the result."), .kind = OptionKind::path},
    {.name = "output", .placeholder = marked("FILE"), .help = marked("With --plan: the signed result, for “hdskit backup import”."), .kind = OptionKind::path},
    {.name = "reference",
     .placeholder = marked("DIR"),
     .help = marked("Compare with this live folder instead of what the source says."),
     .kind = OptionKind::path},
    {.name = "manifest",
     .placeholder = marked("FILE"),
     .help = marked("Compare with this manifest instead of what the source says."),
     .kind = OptionKind::path},
    {.name = "point", .placeholder = marked("ID"), .help = marked("Restore this backup (default: the newest).")},
    {.name = "scratch",
     .placeholder = marked("DIR"),
     .help = marked("The folder in which the scratch space is made (default: the variable TMPDIR, else /var/tmp)."),
     .kind = OptionKind::path},
    password_descriptor_option,
    {.name = "trigger",
     .placeholder = marked("TRIGGER"),
     .help = marked("What started the test, for its report (default: manual)."),
     .kind = OptionKind::choice,
     .choices = triggers},
    plugin_option,
    metrics_option,
};

} // namespace

extern const Command backup_test;
const Command backup_test{
    .name = "backup test",
    .summary = marked("Restore a backup into scratch space, compare, measure, and file the proof"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run_in_press,
    .failure_status = 3,
};

} // namespace hdskit::cli::commands
