#include "toolkit/dossier/filing.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/gap_text.hpp"
#include "toolkit/workspace/document_store.hpp"
#include "toolkit/workspace/settings.hpp"

#include <boost/json.hpp>

namespace hdskit {
namespace {

constexpr const char* columns =
    "select id, filed_at, dossier_date, version, reason, pdf_digest, pdf_size, pages, manifest, gaps, journal_number, journal_digest from filing";

Filing filing_of_row(const Row& row) {
  const auto date = Date::parse(row[2]);
  const auto digest = Digest::parse(row[5]);
  if (!date || !digest)
    throw Problem{ProblemKind::damaged, row[0], tr("Filing {1} can no longer be read: its date or its digest is not what the program wrote.", {row[0]}),
                  tr("Restore the workspace from a backup, then compare.")};
  return {.number = std::stoll(row[0]),
          .filed_at = row[1],
          .dossier_date = *date,
          .version = row[3],
          .reason = row[4],
          .pdf = *digest,
          .size = std::stoull(row[6]),
          .pages = std::stoi(row[7]),
          .manifest = row[8],
          .gaps = gaps_of_text(row[9]),
          .journal = {std::stoll(row[10]), row[11]}};
}

/// Filings are older than frameworks that can be chosen: which one it was stands beside them.
std::string framework_setting(std::int64_t number) { return "filing." + std::to_string(number) + ".framework"; }

std::vector<Filing> filings_of_rows(const Workspace& workspace, const std::vector<Row>& rows) {
  std::vector<Filing> filings;
  for (const auto& row : rows) {
    filings.push_back(filing_of_row(row));
    filings.back().framework = setting(workspace, framework_setting(filings.back().number)).value_or("");
  }
  return filings;
}

} // namespace

std::vector<Filing> all_filings(const Workspace& workspace) { return filings_of_rows(workspace, workspace.read(std::string{columns} + " order by id")); }

std::optional<Filing> filing_of(const Workspace& workspace, const Digest& pdf) {
  auto filings = filings_of_rows(workspace, workspace.read(std::string{columns} + " where pdf_digest = :p1", {pdf.hex()}));
  return filings.empty() ? std::nullopt : std::optional{std::move(filings.front())};
}

void add_filing(Change& change, Filing filing) {
  filing.number = change.next_number("filing");
  const auto number = std::to_string(filing.number);
  change.write("insert into filing (id, filed_at, dossier_date, version, reason, pdf_digest, pdf_size, pages, manifest, gaps, journal_number, journal_digest) "
               "values (:p1, :p2, :p3, :p4, :p5, :p6, :p7, :p8, :p9, :p10, :p11, :p12)",
               {number, filing.filed_at, filing.dossier_date.iso(), filing.version, filing.reason, filing.pdf.hex(), std::to_string(filing.size),
                std::to_string(filing.pages), filing.manifest, text_of_gaps(filing.gaps), std::to_string(filing.journal.number), filing.journal.digest});
  const boost::json::object after{
      {"version", filing.version},  {"dossier_date", filing.dossier_date.iso()}, {"pdf_digest", filing.pdf.hex()},         {"reason", filing.reason},
      {"gaps", filing.gaps.size()}, {"journal_number", filing.journal.number},   {"journal_digest", filing.journal.digest}};
  change.record("file", "filing", number, "", boost::json::serialize(after));
  if (!filing.framework.empty()) set_setting(change, framework_setting(filing.number), filing.framework);
}

FilingCheck verify_filing(const Workspace& workspace, const std::filesystem::path& pdf) {
  FilingCheck check;
  check.filing = filing_of(workspace, digest_of_file(pdf));
  if (!check.filing) {
    check.sentence = tr("“{1}” is no filing of this workspace: no dossier that was sent has these bytes.", {pdf.filename().string()});
    return check;
  }
  check.kept_intact = document_state(workspace, check.filing->pdf) == DocumentState::intact;
  check.sentence = tr("“{1}” is filing {2}, version {3}, sent on {4}, byte for byte.",
                      {pdf.filename().string(), std::to_string(check.filing->number), check.filing->version, check.filing->filed_at});
  if (!check.kept_intact) check.sentence += " " + tr("But the copy kept in the vault is no longer intact: restore it from a backup.");
  return check;
}

} // namespace hdskit
