#include "gui/presenter/table_check.hpp"

#include "toolkit/base/digest.hpp"
#include "toolkit/base/file.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/exchange/table_reader.hpp"
#include "toolkit/surroundings/surroundings.hpp"

#include <charconv>

namespace hdskit::gui {
namespace {

constexpr std::int64_t least_threshold = 1, greatest_threshold = 1000;
constexpr std::size_t told_findings = 20; ///< in the log: the rest is counted

std::string findings_in_words(const SmallCountReport& report) {
  if (report.clean()) return tr("Nothing was found.");
  std::vector<std::string> sentences;
  for (const auto& finding : report.findings) {
    if (sentences.size() == told_findings) break;
    sentences.push_back(finding.sentence);
  }
  const auto more = report.findings.size() + report.unsaid - sentences.size();
  auto words = joined(sentences, "\n");
  if (more > 0) words += "\n" + tr("And {1} more.", {std::to_string(more)});
  return words;
}

} // namespace

TableCheck check_table(const std::filesystem::path& file, std::int64_t threshold) {
  const auto bytes = read_file(file, workbook_size_limit);
  const auto reading = read_table(bytes, file.filename().string());
  if (!reading.defects.empty())
    throw Problem{ProblemKind::bad_input, file.filename().string(),
                  tr("Line {1}: {2}", {std::to_string(reading.defects.front().line), reading.defects.front().sentence}),
                  tr("Mend the table, then check it again: a table that cannot be read whole is not released.")};
  SmallCountCheck check{reading.table.headings, threshold};
  for (const auto& row : reading.table.rows) check.take(row.cells, static_cast<std::uint64_t>(row.line));
  return {file.filename().string(), digest_of(bytes).hex(), threshold, check.end()};
}

std::optional<std::int64_t> typed_threshold(const std::string& typed) {
  const auto words = trimmed(typed);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
  const bool fits = error == std::errc{} && end == words.data() + words.size() && number >= least_threshold && number <= greatest_threshold;
  return fits ? std::optional{number} : std::nullopt;
}

std::string threshold_fault(const std::string& typed) {
  return typed_threshold(typed) ? "" : tr("A number from {1} to {2} is expected.", {std::to_string(least_threshold), std::to_string(greatest_threshold)});
}

Cell table_sentence(const TableCheck& check) {
  const auto& report = check.report;
  const auto measured = tr("“{1}”: {2} lines, {3} numbers compared with {4}.",
                           {check.file, std::to_string(report.lines), std::to_string(report.cells), std::to_string(check.threshold)});
  if (report.clean()) return {"✔ " + measured + " " + tr("Nothing was found."), Tone::good};
  return {"⚠ " + measured + " " +
              trn("{1} finding: look at it before anything leaves.", "{1} findings: look at them before anything leaves.",
                  static_cast<std::int64_t>(report.findings.size() + report.unsaid)),
          Tone::warning};
}

ListRows table_finding_rows(const TableCheck& check) {
  std::vector<ListRow> rows;
  for (std::size_t i = 0; i < check.report.findings.size(); ++i) {
    const auto& finding = check.report.findings[i];
    rows.push_back({std::to_string(i), {{finding.line == 0 ? "–" : std::to_string(finding.line)}, {finding.column}, {finding.sentence, Tone::warning}}});
  }
  return rows_at_hand({{tr("Line"), CellKind::number}, {tr("Column")}, {tr("What was found")}}, std::move(rows));
}

Assignments output_of(const TableCheck& check, Instant now) {
  const auto day = paris_date(now);
  return {{"moment", day.iso() + "T" + paris_time(now)},
          {"description", check.file},
          {"file", check.file},
          {"digest", check.digest},
          {"threshold", std::to_string(check.threshold)},
          {"checked", day.iso()},
          {"findings", findings_in_words(check.report)}};
}

} // namespace hdskit::gui
