#pragma once

#include "gui/presenter/evidence.hpp"
#include "gui/presenter/record_edit.hpp"
#include "gui/presenter/requirements_documents.hpp"

namespace hdskit::gui {

/// The lines of the form that describes a document; what the bytes say of themselves is read only. `obligations` none: typed freely.
std::vector<FormField> evidence_fields(const ObligationTitles& obligations);

/// The description of one document while a person edits it.
class EvidenceEdit {
public:
  EvidenceEdit() : form_{evidence_fields({})} {}

  void offer(const ObligationTitles& obligations);       ///< keeps what was typed
  void show(const Evidence& evidence);                   ///< another one, or the same as it was saved; what was typed is forgotten
  const Evidence& evidence() const { return evidence_; } ///< as it was last read
  Form& form() { return form_; }
  const Form& form() const { return form_; }
  void discard() { form_.start(form_.started()); }
  bool has(EvidenceId id) const { return evidence_.id && evidence_.id == id; }

  /// The workspace has another revision: fields that were not touched follow what others wrote.
  RecordEdit::Following follow(const Workspace& workspace);

  /// As RecordEdit::save, with the same questions. A record that was removed meanwhile may be recorded again: its bytes are still in the vault.
  RecordEdit::Saving save(Session& session, const RecordEdit::Questions& questions);

private:
  RecordEdit::Saving record_again(Session& session, const std::vector<std::string>& mine);
  RecordEdit::Saving save_removed(Session& session, const std::vector<std::string>& mine, const RecordEdit::Questions& questions);
  Evidence with(Evidence evidence, const std::vector<std::string>& values) const;

  Form form_;
  Evidence evidence_;
};

/// The record, or nothing when it has gone.
std::optional<Evidence> evidence_if_there(const Workspace& workspace, EvidenceId id);

/// Throws Problem refused when somebody changed it since `seen`. The sentence to tell comes back.
std::string remove_document(Session& session, const Evidence& seen);

} // namespace hdskit::gui
