#include "toolkit/frameworks/deming_table.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/frameworks/foreign_id.hpp"
#include "toolkit/frameworks/foreign_text.hpp"
#include "toolkit/frameworks/framework_draft.hpp"

#include <map>

namespace hdskit {
namespace {

enum Column : std::size_t { framework, domain, domain_text, clause, name, text, attributes, input };
constexpr std::size_t fewest_columns = 6, most_columns = 11; // those after the description may be left out
constexpr std::size_t most_evidence = 50;

std::string cell(const CsvRow& row, Column column) { return column < row.cells.size() ? row.cells[column] : std::string{}; }

Bilingual french(std::string text) { return {std::move(text), {}}; }

/// Rows in the order of the table; what a row leaves empty in A and B is that of the row above, as in merged cells.
class DemingTable {
public:
  explicit DemingTable(LibraryFindings& findings) : findings_{findings} {}

  void take(const CsvRow& row) {
    if (auto own = one_line(cell(row, framework)); !own.empty() && own != framework_) {
      framework_ = std::move(own);
      domain_.clear();
    }
    if (auto own = one_line(cell(row, domain)); !own.empty()) domain_ = std::move(own);
    if (framework_.empty()) return findings_.refuse(row.line, tr("Column A must name the framework."));
    const auto number = one_line(cell(row, clause));
    if (number.empty()) return findings_.refuse(row.line, tr("Column D must have the clause, which the measure is known by."));
    auto& draft = draft_of(row.line);
    const auto heading = domain_.empty() ? std::string{} : heading_of(draft, row);
    DraftNode node{.line = row.line,
                   .source = number,
                   .parent = heading,
                   .number = number,
                   .name = french(cell(row, name)),
                   .text = french(cell(row, text)),
                   .evidence = {},
                   .assessable = true};
    const auto documents = cell(row, input);
    for (const auto line : lines_of(documents))
      if (auto document = one_line(line); !document.empty() && node.evidence.size() < most_evidence) node.evidence.push_back(french(std::move(document)));
    draft.nodes.push_back(std::move(node));
  }

  FrameworkLibrary settle() {
    FrameworkLibrary library;
    FreshIds ids;
    for (auto& draft : drafts_) {
      draft.id = ids.fresh(draft.id);
      library.frameworks.push_back(settle_framework(std::move(draft), findings_));
      auto& made = library.frameworks.back();
      made.requirements = made.assessable; // domains are no requirements
    }
    return library;
  }

private:
  FrameworkDraft& draft_of(int line) {
    const auto [known, fresh] = places_.emplace(framework_, drafts_.size());
    if (fresh) {
      drafts_.push_back({.line = line,
                         .source = framework_,
                         .id = id_part("deming-" + framework_),
                         .label = framework_,
                         .name = french(framework_),
                         .text = {},
                         .version = {},
                         .publisher = {},
                         .published = {},
                         .nodes = {}});
      headings_.emplace_back();
    }
    draft_ = known->second;
    return drafts_[draft_];
  }

  /// The node of the domain at hand, made with its first measure.
  std::string heading_of(FrameworkDraft& draft, const CsvRow& row) {
    auto& source = headings_[draft_][domain_];
    if (source.empty()) {
      source = "domain:" + domain_;
      const auto told = cell(row, domain_text);
      draft.nodes.push_back({.line = row.line,
                             .source = source,
                             .parent = {},
                             .number = domain_,
                             .name = french(told.empty() ? domain_ : beginning_of(told)),
                             .text = french(told),
                             .evidence = {},
                             .assessable = false});
    }
    return source;
  }

  LibraryFindings& findings_;
  std::string framework_, domain_;
  std::vector<FrameworkDraft> drafts_;
  std::vector<std::map<std::string, std::string>> headings_; ///< by draft: domain, source
  std::map<std::string, std::size_t> places_;
  std::size_t draft_ = 0;
};

} // namespace

FrameworkLibrary read_deming_table(const CsvReading& reading, LibraryFindings& findings) {
  for (const auto& defect : reading.defects)
    findings.refuse(defect.line, defect.column > 0 ? tr("column {1}: {2}", {std::to_string(defect.column), defect.sentence}) : defect.sentence);
  const auto columns = reading.table.headings.size();
  if (columns < fewest_columns || columns > most_columns) {
    findings.refuse(
        reading.table.heading_line,
        tr("The table has {1} columns: a spreadsheet of Deming has 11, from the framework in A to the action plan in K.", {std::to_string(columns)}));
    return {};
  }
  DemingTable table{findings};
  for (const auto& row : reading.table.rows) table.take(row);
  if (reading.table.rows.empty()) findings.refuse(reading.table.heading_line, tr("No row stands under the headings."));
  return table.settle();
}

} // namespace hdskit
