#include "toolkit/dossier/sign_filing.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/document_store.hpp"

#include <algorithm>

namespace hdskit {

CardSignature sign_filing(Workspace& workspace, const Acting& acting, const Filing& filing, const SignedByCard& made) {
  const auto subject = filing_subject(filing.number);
  if (made.content != filing.pdf)
    throw Problem{ProblemKind::refused, subject, tr("The card signed something else than the PDF of the filing {1}.", {std::to_string(filing.number)}),
                  tr("Nothing was recorded; sign it again.")};
  if (document_state(workspace, filing.pdf) != DocumentState::intact)
    throw Problem{ProblemKind::damaged, subject, tr("The PDF of the filing {1} is no longer what was sent.", {std::to_string(filing.number)}),
                  tr("Restore the workspace from a backup, then compare.")};
  CardSignature signature;
  workspace.change(acting, [&](Change& change) { signature = keep_signature(change, made, subject); });
  return signature;
}

Filing find_filing(const Workspace& workspace, std::string_view number) {
  auto filings = all_filings(workspace);
  const auto found = std::ranges::find_if(filings, [&](const Filing& filing) { return std::to_string(filing.number) == trimmed(number); });
  if (found != filings.end()) return std::move(*found);
  throw Problem{ProblemKind::not_found, std::string{number}, tr("There is no filing “{1}”.", {number}), tr("See them with: hdskit dossier list")};
}

std::vector<FilingSignature> signatures_of_filing(const Workspace& workspace, const Filing& filing) {
  std::vector<FilingSignature> all;
  for (auto& signature : signatures_of(workspace, filing_subject(filing.number))) {
    auto state = check_signature(workspace, signature, filing.pdf);
    all.push_back({std::move(signature), std::move(state)});
  }
  return all;
}

std::string signers_of_filing(const Workspace& workspace, const Filing& filing) {
  std::vector<std::string> names;
  for (const auto& signature : signatures_of(workspace, filing_subject(filing.number)))
    if (std::ranges::find(names, signature.signer) == names.end()) names.push_back(signature.signer);
  return joined(names, ", ");
}

} // namespace hdskit
