#include "gui/presenter/evidence_edit.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/evidence/evidence_store.hpp"

#include <algorithm>

namespace hdskit::gui {
namespace {

constexpr std::string_view told_by_bytes[] = {"file_name", "media_type", "digest", "size"};

using Saving = RecordEdit::Saving;
using Outcome = RecordEdit::Outcome;

std::vector<std::string> values_of(const Evidence& evidence) {
  std::vector<std::string> values;
  for (const auto& field : Evidence::type().fields) values.push_back(field.get(evidence));
  return values;
}

std::string named(const Evidence& evidence) { return tr("document “{1}”", {evidence.code}); }

std::string last_writer(const Workspace& workspace, EvidenceId id) { return who_and_when(last_change_of(workspace, "evidence", id.text())); }

void check_code(std::string_view code) {
  const NewDocument document{.file = {}, .title = "-", .code = std::string{code}};
  if (const auto fault = fault_of(document, {}); !fault.empty()) throw Problem{ProblemKind::bad_input, document.code, fault};
}

} // namespace

std::vector<FormField> evidence_fields(const ObligationTitles& obligations) {
  auto fields = form_fields<Evidence>();
  for (auto& field : fields) {
    field.read_only = std::ranges::find(told_by_bytes, field.name) != std::end(told_by_bytes);
    if (field.name == "code") {
      field.normalise = [](std::string_view code) {
        check_code(code);
        return std::string{code};
      };
      field.hint = tr("how statements cite it: PSSI, E012");
    }
    if (field.name == "requirements") field.hint = tr("items of the checklist, with semicolons between them");
    if (field.name == "obligation" && !obligations.empty()) {
      field.choices = {{"", "–"}};
      for (const auto& [id, title] : obligations) field.choices.push_back({id, title});
      field.kind = FieldKind::choice;
    }
  }
  return fields;
}

std::optional<Evidence> evidence_if_there(const Workspace& workspace, EvidenceId id) {
  try {
    return find_record<Evidence>(workspace, id);
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::not_found) throw;
    workspace.ensure_in_place(); // the whole workspace may have gone: that is another matter
    return std::nullopt;
  }
}

void EvidenceEdit::offer(const ObligationTitles& obligations) {
  Form other{evidence_fields(obligations)};
  other.start(form_.started());
  for (std::size_t i = 0; i < other.fields().size(); ++i)
    if (form_.touched(i)) other.type(i, form_.shown(i));
  form_ = std::move(other);
}

void EvidenceEdit::show(const Evidence& evidence) {
  evidence_ = evidence;
  form_.start(values_of(evidence));
}

Evidence EvidenceEdit::with(Evidence evidence, const std::vector<std::string>& values) const {
  const auto& fields = Evidence::type().fields;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!form_.fields()[i].read_only) fields[i].set(evidence, values[i]);
  return evidence;
}

RecordEdit::Following EvidenceEdit::follow(const Workspace& workspace) {
  if (!evidence_.id) return {};
  const auto theirs = evidence_if_there(workspace, evidence_.id);
  const bool typing = form_.changed();
  if (!theirs)
    return {true,
            typing ? tr("“{1}” was removed: {2}. What you typed is kept until you save or discard it.", {evidence_.code, last_writer(workspace, evidence_.id)})
                   : ""};
  const auto followed = form_.follow(values_of(*theirs));
  const auto seen = std::exchange(evidence_, *theirs);
  if (followed.empty() || !typing) return {};
  return {false, tr("“{1}” was changed: {2}. The fields that you did not touch follow.", {seen.code, last_writer(workspace, seen.id)})};
}

Saving EvidenceEdit::record_again(Session& session, const std::vector<std::string>& mine) {
  auto evidence = with(evidence_, mine);
  session.change(tr("addition of {1}", {named(evidence)}), [&](Change& change) {
    for (const auto& other : change.workspace().read("select code from evidence"))
      if (folded(other[0]) == folded(evidence.code))
        throw Problem{ProblemKind::refused, evidence.code, tr("The code “{1}” is already that of another document.", {evidence.code}),
                      tr("Choose another code; nothing was changed.")};
    evidence = add_record(change, evidence);
  });
  show(evidence);
  return {Outcome::saved, tr("Recorded: {1}.", {named(evidence)})};
}

Saving EvidenceEdit::save_removed(Session& session, const std::vector<std::string>& mine, const RecordEdit::Questions& questions) {
  switch (questions.removed(last_writer(session.workspace(), evidence_.id))) {
    case RemovedAnswer::record_again: return record_again(session, mine);
    case RemovedAnswer::let_go: return {Outcome::let_go, tr("Let go: {1}.", {named(evidence_)})};
    case RemovedAnswer::keep_typing: break;
  }
  return {Outcome::not_yet, ""};
}

Saving EvidenceEdit::save(Session& session, const RecordEdit::Questions& questions) {
  if (!evidence_.id || !form_.changed()) return {};
  form_.tell_all();
  if (const auto fault = form_.first_fault()) return {Outcome::not_yet, form_.fields()[*fault].label + ": " + form_.fault(*fault), fault};
  auto before = form_.started(), mine = form_.values();
  std::string taken_from;
  for (;;) {
    const auto theirs = evidence_if_there(session.workspace(), evidence_.id);
    if (!theirs) return save_removed(session, mine, questions);
    const auto merge = merge_values(before, mine, values_of(*theirs));
    const auto writer = last_writer(session.workspace(), evidence_.id);
    if (merge.taken_over || !merge.conflicts.empty()) taken_from = writer;
    mine = merge.values;
    if (!merge.conflicts.empty()) {
      const auto resolved = questions.conflicts(merge, writer);
      if (!resolved) return {Outcome::not_yet, ""};
      mine = *resolved;
    }
    bool moved = false;
    session.change(tr("change of {1}", {named(*theirs)}), [&](Change& change) {
      const auto now = evidence_if_there(change.workspace(), evidence_.id);
      moved = !now || values_of(*now) != values_of(*theirs);
      if (!moved && mine != values_of(*now)) edit_evidence(change, with(*now, mine));
    });
    if (!moved) break;
    before = values_of(*theirs); // somebody wrote between the question and the answer: what was decided is now mine
  }
  show(find_record<Evidence>(session.workspace(), evidence_.id));
  return {Outcome::saved, taken_from.empty() ? tr("Saved: {1}.", {named(evidence_)})
                                             : tr("Saved: {1}, together with what was changed meanwhile: {2}.", {named(evidence_), taken_from})};
}

std::string remove_document(Session& session, const Evidence& seen) {
  session.change(tr("removal of {1}", {named(seen)}), [&](Change& change) {
    if (values_of(find_record<Evidence>(change.workspace(), seen.id)) != values_of(seen))
      throw Problem{ProblemKind::refused, seen.code, tr("“{1}” was changed meanwhile: {2}.", {seen.code, last_writer(change.workspace(), seen.id)}),
                    tr("Look at it again before you remove it; nothing was changed.")};
    remove_evidence(change, seen.id);
  });
  return tr("Removed: {1}. Edit > Undo brings it back.", {named(seen)});
}

} // namespace hdskit::gui
