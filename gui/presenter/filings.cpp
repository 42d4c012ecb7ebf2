#include "gui/presenter/filings.hpp"

#include "gui/presenter/form.hpp"
#include "gui/presenter/shown.hpp"
#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/document_store.hpp"

#include <algorithm>
#include <cctype>
#include <memory>

namespace hdskit::gui {
namespace {

constexpr std::size_t digest_shown = 12; ///< digits: enough to tell filings apart; all 64 stand in the text of the filing

std::vector<Cell> cells_of(const Filing& filing) {
  const auto gaps = static_cast<std::int64_t>(filing.gaps.size());
  return {{std::to_string(filing.number)},
          {shown_moment(filing.filed_at)},
          {shown_date(filing.dossier_date.iso())},
          {filing.version},
          {filing.framework},
          {std::to_string(filing.pages)},
          {shown_bytes(filing.size)},
          gaps == 0 ? Cell{"✔ " + tr("complete"), Tone::good} : Cell{"⚠ " + trn("{1} gap", "{1} gaps", gaps), Tone::warning},
          {filing.reason},
          {filing.pdf.hex().substr(0, digest_shown) + "…"}};
}

std::string line(const std::string& label, const std::string& value) { return tr("{1}: {2}", {label, value}) + "\n"; }

} // namespace

ListRows filing_rows(std::vector<Filing> filings) {
  std::ranges::reverse(filings);
  const auto held = std::make_shared<const std::vector<Filing>>(std::move(filings));
  return {.columns = {{tr("No."), CellKind::number},
                      {tr("Filed on")},
                      {tr("Dated")},
                      {tr("Version")},
                      {tr("Framework")},
                      {tr("Pages"), CellKind::number},
                      {tr("Size")},
                      {tr("Gaps")},
                      {tr("Reason")},
                      {tr("SHA-256")}},
          .count = held->size(),
          .cells = [held](std::size_t row) { return cells_of(held->at(row)); },
          .key = [held](std::size_t row) { return std::to_string(held->at(row).number); }};
}

std::string filing_text(const Filing& filing) {
  auto text = filing_title(filing) + "\n\n";
  if (!filing.framework.empty()) text += line(tr("Framework"), filing.framework);
  text += line(tr("Date of the dossier"), tr_date(filing.dossier_date));
  text += line(tr("Pages"), std::to_string(filing.pages)) + line(tr("Size"), shown_bytes(filing.size));
  text += line(tr("SHA-256"), filing.pdf.hex());
  text += line(tr("Journal"), tr("entry {1}, {2}", {std::to_string(filing.journal.number), filing.journal.digest}));
  if (!filing.reason.empty()) text += line(tr("Filed all the same, because"), filing.reason);
  text += "\n";
  if (filing.gaps.empty()) text += "✔ " + tr("Nothing was lacking that day.") + "\n";
  else text += trn("{1} gap, frozen that day:", "{1} gaps, frozen that day:", static_cast<std::int64_t>(filing.gaps.size())) + "\n";
  for (const auto& gap : filing.gaps) text += "⚠ " + gap.sentence + "\n";
  return text + "\n" + tr("Manifest (SHA-256 and name):") + "\n" + filing.manifest;
}

std::string filing_heading(const AnsweredFrameworks& frameworks) {
  const auto framework = frameworks.ordered();
  return framework.empty() ? tr("File the dossier") : tr("File the dossier of {1}", {framework});
}

std::string no_filing_sentence() {
  return tr("Nothing was filed yet. Once the dossier is complete, “File the dossier…” builds it as it is sent and keeps it here for ever.");
}

std::string filing_title(const Filing& filing) {
  return tr("Filing {1}, version {2}, filed on {3}", {std::to_string(filing.number), filing.version, shown_moment(filing.filed_at)});
}

std::string filing_file_name(const Filing& filing) {
  std::string version;
  for (const char c : filing.version) version += static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) ? c : '-';
  return "depot-" + std::to_string(filing.number) + "-version-" + version + "-" + filing.dossier_date.iso() + ".pdf";
}

std::shared_ptr<const std::string> kept_pdf(const Workspace& workspace, const Filing& filing) {
  const auto bytes = std::make_shared<std::string>();
  bytes->reserve(filing.size);
  read_document(workspace, filing.pdf, [&](std::string_view piece) { *bytes += piece; });
  if (digest_of(*bytes) != filing.pdf)
    throw Problem{ProblemKind::damaged, filing.pdf.hex(),
                  tr("The copy of filing {1} kept in the vault is no longer what was sent.", {std::to_string(filing.number)}),
                  tr("Restore the workspace from a backup; the file that was sent can be verified here.")};
  return bytes;
}

Cell verified_sentence(const FilingCheck& check, const std::string& file_name) {
  if (!check.filing) return {"✖ " + tr("“{1}” is no filing of this workspace: no dossier that was sent has these bytes.", {file_name}), Tone::bad};
  const auto& filing = *check.filing;
  const auto same = tr("“{1}” is, byte for byte, filing {2}, version {3}, filed on {4}.",
                       {file_name, std::to_string(filing.number), filing.version, shown_moment(filing.filed_at)});
  if (check.kept_intact) return {"✔ " + same, Tone::good};
  return {"⚠ " + same + " " + tr("But the copy kept in the vault is no longer intact: restore it from a backup."), Tone::warning};
}

std::string filing_warning(std::size_t gaps) {
  auto text =
      tr("Filing builds the dossier as it is sent, then freezes it: the PDF is kept in the vault with its digests, its gaps and the place of the journal. "
         "A filing can be neither changed nor removed nor undone; a later version is another filing.");
  if (gaps > 0)
    text += "\n\n⚠ " + trn("{1} gap remains on that day: it is printed in the file, with the reason why it is filed all the same.",
                           "{1} gaps remain on that day: they are printed in the file, with the reason why it is filed all the same.",
                           static_cast<std::int64_t>(gaps));
  else text += "\n\n✔ " + tr("Nothing is lacking on that day.");
  return text;
}

std::string reason_fault(std::size_t gaps, const std::string& reason) {
  if (gaps == 0 || !trimmed(reason).empty()) return "";
  return tr("Say why the dossier is filed although it is not complete.");
}

} // namespace hdskit::gui
