#include "toolkit/backup/scratch_postgresql.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <array>

namespace hdskit {
namespace {

// The sentences of servers and clients are in English: their messages are asked for in the language C.
constexpr std::array<std::string_view, 3> no_room{"No space left on device", "disk quota exceeded", "disk full"};
constexpr std::array<std::string_view, 9> not_installed{"invalid command \\restrict",
                                                        "unsupported version (",
                                                        "extension control file",
                                                        "is not available",
                                                        "could not access file \"$libdir/",
                                                        "must be loaded via shared_preload_libraries",
                                                        "invalid locale name",
                                                        "locale is incompatible with operating system",
                                                        "could not create locale"};
constexpr std::array<std::string_view, 6> lost_server{
    "server closed the connection unexpectedly", "terminating connection",      "the database system is in recovery mode",
    "the database system is shutting down",      "could not connect to server", "out of memory"};

constexpr std::uintmax_t journal_segment = 16u << 20; // bytes: a server that cannot add one more stops

template <std::size_t Count> bool says(const std::string& text, const std::array<std::string_view, Count>& marks) {
  for (const auto mark : marks)
    if (text.find(mark) != std::string::npos) return true;
  return false;
}

/// The line that names what this machine lacks: an extension, a library or a locale, never a row.
std::string lacking(const std::string& errors) {
  for (const auto line : lines_of(errors))
    for (const auto mark : not_installed)
      if (line.find(mark) != std::string_view::npos)
        return std::string{line.substr(line.find("ERROR:") == std::string_view::npos ? 0 : line.find("ERROR:"), 300)};
  return {};
}

[[noreturn]] void drill_broke(ProblemKind kind, const std::string& what, const std::string& remedy) { throw Problem{kind, "PostgreSQL", what, remedy}; }

} // namespace

void ScratchPostgresql::refuse_broken_drill(const SourceAccess& access, const ChildResult& result) const {
  if (result.succeeded()) return;
  if (!result.objection.empty()) drill_broke(ProblemKind::no_space, result.objection, tr("Give the test more room, or another scratch folder."));
  if (result.timed_out) drill_broke(ProblemKind::unreachable, tr("The time of the test was over before the restore was."), tr("Give the test more time."));
  // a client may learn of it as “checkpoint request failed” only, and the server's own log be cut short by it
  if (says(result.errors, no_room) || says(log_tail(), no_room) || std::filesystem::space(folder_).available < journal_segment)
    drill_broke(ProblemKind::no_space, tr("The scratch space is full: the restore could not be carried out to its end."),
                tr("Give the test more room, or another scratch folder."));
  if (access.limits.objection)
    if (const auto objection = access.limits.objection(); !objection.empty())
      drill_broke(ProblemKind::no_space, objection, tr("Give the test more room, or another scratch folder."));
  if (result.signal != 0)
    drill_broke(ProblemKind::unreachable, tr("A program of PostgreSQL was ended from outside (signal {1}).", {std::to_string(result.signal)}),
                tr("Start the test again; look whether the machine ran out of memory."));
  if (says(result.errors, lost_server) || (server_ && !running()))
    drill_broke(ProblemKind::unreachable, tr("The scratch server of PostgreSQL ended or broke off while it was being used."),
                tr("Start the test again; look whether the machine ran out of memory."));
  if (const auto line = lacking(result.errors); !line.empty())
    drill_broke(ProblemKind::not_found, tr("This machine lacks something that the database needs: {1}", {line}),
                tr("Install the extension or the locale on this machine, then start the test again."));
}

} // namespace hdskit
