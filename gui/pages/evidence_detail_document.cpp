#include "gui/pages/evidence_adding_run.hpp"
#include "gui/pages/evidence_detail.hpp"
#include "gui/viewer/paged_document.hpp"
#include "gui/window/pdf_view.hpp"
#include "gui/window/problem_dialog.hpp"
#include "gui/window/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <wx/filedlg.h>

// What is done with the bytes of the document, in the background: they may be many.

namespace hdskit::gui::pages {

void EvidenceDetail::load_preview() {
  if (!shown_) return;
  const auto& evidence = edit_.evidence();
  if (evidence.digest == previewed_) return;
  desk_.background.cancel(preview_job_);
  previewed_ = evidence.digest;
  if (const auto why = why_not_shown(evidence, can_be_shown(evidence.media_type)); !why.empty()) return preview_->clear(why);
  preview_->clear(tr("Opening “{1}”…", {evidence.file_name}));
  preview_job_ = desk_.background.run(
      this, "",
      [location = desk_.session.location(), evidence](const Progress& progress) { return proven_bytes(Workspace::open(location), evidence, progress); },
      [this, evidence](std::shared_ptr<const std::string> bytes) {
        if (previewed_ == evidence.digest) preview_->show_bytes(std::move(bytes), evidence.file_name.empty() ? evidence.code : evidence.file_name);
      },
      [this, digest = evidence.digest](const std::exception_ptr& failure) {
        if (previewed_ == digest) preview_failed(failure);
      });
}

void EvidenceDetail::preview_failed(const std::exception_ptr& failure) {
  const auto [sentence, remedy, cancelled] = told(failure);
  if (!cancelled) preview_->clear("⚠ " + sentence + (remedy.empty() ? "" : "\n\n" + remedy));
}

void EvidenceDetail::replace_file() {
  if (!settle()) return;
  const auto evidence = edit_.evidence();
  wxFileDialog dialog{this, text(tr("New file for “{1}”", {evidence.title})), "", "", wxFileSelectorDefaultWildcardStr, wxFD_OPEN | wxFD_FILE_MUST_EXIST};
  if (dialog.ShowModal() != wxID_OK) return;
  const std::filesystem::path file{utf8(dialog.GetPath())};
  run_filing(
      desk_, this, tr("replacement of the file of “{1}”", {evidence.code}),
      [id = evidence.id, file](Workspace& workspace, const Acting& acting, const Progress& progress) {
        return replace_document(workspace, acting, id, file, progress);
      },
      [this, evidence] { desk_.tell(tr("Filed a new version of “{1}”. Check its version and its dates.", {evidence.title})); });
}

void EvidenceDetail::save_copy() {
  const auto evidence = edit_.evidence();
  wxFileDialog dialog{this,
                      text(tr("Save a copy of “{1}”", {evidence.title})),
                      "",
                      text(evidence.file_name),
                      wxFileSelectorDefaultWildcardStr,
                      wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
  if (dialog.ShowModal() != wxID_OK) return;
  const std::filesystem::path file{utf8(dialog.GetPath())};
  desk_.background.run(
      this, tr("Saving a copy of “{1}”", {evidence.code}),
      [location = desk_.session.location(), digest = evidence.digest, file](const Progress&) {
        const auto workspace = Workspace::open(location);
        extract_document(workspace, Digest::parse(digest).value(), file);
      },
      [this, file] { desk_.tell(tr("The copy was written: {1}", {file.string()})); });
}

void EvidenceDetail::remove() {
  if (!settle() || !shown_) return; // what was typed is saved first, so that undo brings it back too
  const auto sentence = remove_document(desk_.session, edit_.evidence());
  show(std::nullopt);
  desk_.tell(sentence);
  desk_.changed();
}

} // namespace hdskit::gui::pages
