#include "cli/command.hpp"

#include "cli/context.hpp"
#include "cli/json.hpp"
#include "cli/read_table.hpp"
#include "cli/table.hpp"
#include "toolkit/base/digest.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/habilitation/small_counts.hpp"

#include <ostream>

namespace hdskit::cli::commands {
namespace {

constexpr std::int64_t least_threshold = 2, greatest_threshold = 1000;

constexpr Option operands[] = {
    {.name = "file",
     .placeholder = marked("FILE"),
     .help = marked("The table that asks to leave, CSV or a workbook of Excel (.xlsx)."),
     .kind = OptionKind::path,
     .required = true},
};
constexpr Option options[] = {
    {.name = "threshold",
     .placeholder = marked("NUMBER"),
     .help = marked("Counts below it are small (default: 11; no text sets it)."),
     .kind = OptionKind::number},
};

SmallCountReport checked(const CsvReading& reading, std::int64_t threshold) {
  SmallCountCheck check{reading.table.headings, threshold};
  for (const auto& row : reading.table.rows) check.take(row.cells, static_cast<std::uint64_t>(row.line));
  return check.end();
}

json::object as_json(const SmallCountReport& report, std::int64_t threshold, const std::string& digest) {
  json::array findings;
  for (const auto& finding : report.findings)
    findings.push_back(json::object{
        {"rule", json_text(finding.rule)}, {"line", finding.line}, {"column", json_text(finding.column)}, {"sentence", json_text(finding.sentence)}});
  return {{"sha256", json_text(digest)}, {"threshold", threshold},          {"lines", report.lines},
          {"cells", report.cells},       {"findings", std::move(findings)}, {"unsaid", report.unsaid}};
}

int run(Context& context) {
  const auto threshold = context.arguments.number("threshold").value_or(usual_small_count);
  if (threshold < least_threshold || threshold > greatest_threshold)
    throw Problem{ProblemKind::bad_input, "--threshold",
                  tr("A number from {1} to {2} is expected.", {std::to_string(least_threshold), std::to_string(greatest_threshold)}), tr("Check the number.")};
  const auto file = context.arguments.text("file");
  const auto reading = read_table_file(context, file);
  if (!reading.defects.empty())
    throw Problem{ProblemKind::bad_input, file, tr("Line {1}: {2}", {std::to_string(reading.defects.front().line), reading.defects.front().sentence}),
                  tr("Mend the table, then check it again: a table that cannot be read whole is not released.")};
  const auto report = checked(reading, threshold);
  const auto digest = digest_of_file(file).hex();
  if (context.json) print_json(context.out, as_json(report, threshold, digest));
  else {
    for (const auto& finding : report.findings) context.out << finding.sentence << '\n';
    if (report.unsaid > 0) context.out << tr("And {1} more.", {std::to_string(report.unsaid)}) << '\n';
    context.out << tr("{1} lines, {2} numbers compared with {3}; SHA-256 {4}.",
                      {french_number(static_cast<std::int64_t>(report.lines)), french_number(static_cast<std::int64_t>(report.cells)),
                       std::to_string(threshold), digest})
                << '\n';
  }
  return report.clean() ? 0 : 1;
}

} // namespace

extern const Command habilitation_table;
const Command habilitation_table{
    .name = "habilitation table",
    .summary = marked("Look for small counts and identifying columns in a table before it leaves a secure space"),
    .operands = operands,
    .options = options,
    .json = true,
    .run = run,
};

} // namespace hdskit::cli::commands
