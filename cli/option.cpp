#include "cli/option.hpp"

#include "toolkit/base/translate.hpp"

namespace hdskit::cli {
namespace {

constexpr std::string_view languages[] = {"fr", "en"};

constexpr Option global[] = {
    {.name = "workspace",
     .placeholder = marked("PATH|URL"),
     .help = marked("The workspace: a file, or postgresql://… (default: the variable HDSKIT_WORKSPACE)."),
     .kind = OptionKind::path},
    {.name = "lang",
     .placeholder = marked("LANGUAGE"),
     .help = marked("Language of the messages: fr or en (default: the locale, else French)."),
     .kind = OptionKind::choice,
     .choices = languages},
    {.name = "actor",
     .placeholder = marked("NAME"),
     .help = marked("Who is acting, for the journal (default: the variable HDSKIT_ACTOR, else the login name).")},
    {.name = "wait",
     .placeholder = marked("SECONDS"),
     .help = marked("How long to wait for a workspace that another process holds (default: 10)."),
     .kind = OptionKind::number},
    {.name = "quiet", .placeholder = nullptr, .help = marked("No progress on standard error."), .kind = OptionKind::flag},
    {.name = "help", .placeholder = nullptr, .help = marked("Show the options of the command and stop."), .kind = OptionKind::flag},
};

constexpr Option json{.name = "json", .placeholder = nullptr, .help = marked("Print JSON, for machines."), .kind = OptionKind::flag};

} // namespace

std::span<const Option> global_options() { return global; }
const Option& json_option() { return json; }

} // namespace hdskit::cli
