#include "toolkit/backup/scratch_postgresql.hpp"

#include "toolkit/base/text.hpp"

namespace hdskit {
namespace {

/// Values stand after a colon: invalid input syntax for type date: "…". Names of tables and constraints do not.
std::string without_values(std::string_view line) {
  for (const std::string_view mark : {": \"", "=(", "='", "= '"})
    if (const auto at = line.find(mark); at != std::string_view::npos) return std::string{line.substr(0, at)} + ": …";
  return std::string{line};
}

} // namespace

SourceAccess without_rows(const SourceAccess& access) {
  auto quiet = access;
  quiet.log = [log = access.log](std::string_view text) {
    if (!log) return;
    std::string kept;
    for (const auto line : lines_of(text)) {
      const bool of_child = line.starts_with("  | "); // lines that go with an error quote rows and statements: DETAIL, CONTEXT, "Command was:"
      const bool names_error =
          line.find("ERROR:") != std::string_view::npos || line.find("FATAL:") != std::string_view::npos || line.find(" error: ") != std::string_view::npos;
      if (!of_child || names_error) kept += (kept.empty() ? "" : "\n") + (of_child ? without_values(line) : std::string{line});
    }
    log(kept);
  };
  return quiet;
}

} // namespace hdskit
