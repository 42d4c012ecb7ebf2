#include "toolkit/dossier/file_dossier.hpp"

#include "toolkit/base/problem.hpp"
#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/dossier/assemble_dossier.hpp"
#include "toolkit/dossier/dossier_outputs.hpp"
#include "toolkit/requirements/framework_store.hpp"
#include "toolkit/workspace/document_store.hpp"

namespace hdskit {
namespace {

void refuse_incomplete(const std::vector<Gap>& gaps) {
  if (gaps.empty()) return;
  throw Problem{ProblemKind::refused, "dossier",
                trn("The dossier is not complete: {1} gap remains.", "The dossier is not complete: {1} gaps remain.", static_cast<std::int64_t>(gaps.size())),
                tr("See them with “hdskit dossier check”, or file it all the same with --despite and a reason.")};
}

/// Every digest that the filing rests on: the files that were sent, then each annex as it stood in the vault.
std::string full_manifest(const BuiltDossier& built, const Workspace& workspace, const std::string& framework) {
  auto manifest = built.manifest_text;
  const auto facts = read_dossier_input(workspace, framework);
  for (const auto& annex : plan_annexes(facts)) manifest += annex.evidence->digest + "  " + annex.evidence->code + "\n";
  return manifest;
}

} // namespace

Filing file_dossier(Workspace& workspace, const DossierOrder& order, const std::string& despite, const Acting& acting, const Progress& progress) {
  const auto position = journal_position(workspace);
  const auto gaps = find_gaps(read_dossier_input(workspace, order.framework), order.day);
  const auto reason = std::string{trimmed(despite)};
  if (reason.empty()) refuse_incomplete(gaps);
  auto what_is_sent = order;
  what_is_sent.replace = false;
  const auto built = assemble_dossier(workspace, what_is_sent, gaps.empty() ? "" : reason, false, progress);
  Filing filing{.filed_at = acting.at.iso(),
                .dossier_date = order.day,
                .version = built.version,
                .reason = built.gaps.empty() ? "" : reason,
                .pdf = built.pdf.digest,
                .size = built.pdf.size,
                .pages = built.pdf.pages,
                .manifest = full_manifest(built, workspace, order.framework),
                .gaps = built.gaps,
                .journal = position,
                .framework = framework_checklist(workspace, order.framework).id};
  try {
    workspace.change(acting, [&](Change& change) {
      if (journal_position(workspace) != position)
        throw Problem{ProblemKind::busy, "dossier", tr("The workspace was changed while the dossier was being assembled; nothing was filed."),
                      tr("File it again: it will hold the latest answers.")};
      store_document(change, built.pdf_file, progress);
      add_filing(change, filing);
    });
  } catch (...) { // files that no filing remembers must not be taken for what was sent
    std::error_code ignored;
    for (const auto& file : {built.pdf_file, built.archive, built.manifest}) std::filesystem::remove(file, ignored);
    if (built.odt) std::filesystem::remove(*built.odt, ignored);
    throw;
  }
  return *filing_of(workspace, built.pdf.digest);
}

} // namespace hdskit
