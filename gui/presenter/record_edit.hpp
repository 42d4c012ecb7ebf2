#pragma once

#include "gui/presenter/form.hpp"
#include "gui/presenter/merge.hpp"
#include "gui/presenter/session.hpp"

#include <functional>
#include <optional>
#include <string>

namespace hdskit::gui {

/// How the records of a room are called, cited and kept: what an edit must know beyond the kind of its record.
struct RecordWays {
  std::function<std::string(const RecordKind&, const RecordView&)> title = title_of;
  CitedRecords cited; ///< none: what is cited is typed freely
  /// Who refers to a record, by name: it is not removed as long as somebody does. None: the kind itself says what it refuses.
  std::function<std::vector<std::string>(const Workspace&, const RecordKind&, std::int64_t id)> referring;
  /// What the room says of the fields beside their table: the words of a scale, the parts of a long form.
  std::function<void(const Workspace&, const RecordKind&, std::vector<FormField>&)> refine = {};
};
std::vector<FormField> form_fields(const Workspace& workspace, const RecordKind& kind, const RecordWays& ways);

/// One record while a person edits it, or a new one; of any kind.
class RecordEdit {
public:
  /// A new one. `proposed`: what stands in its fields before anybody types, a free reference perhaps.
  RecordEdit(const Workspace& workspace, const RecordKind& kind, RecordWays ways, const Assignments& proposed = {});
  /// Throws Problem not_found.
  RecordEdit(const Workspace& workspace, const RecordKind& kind, std::int64_t id, RecordWays ways);

  const RecordKind& kind() const { return kind_; }
  std::optional<std::int64_t> id() const { return id_; } ///< nothing: not recorded yet
  Form& form() { return form_; }
  const Form& form() const { return form_; }
  std::string title() const;                                 ///< as it is recorded
  std::string last_change(const Workspace& workspace) const; ///< sentence; "" for a new one

  void discard() { form_.start(form_.started()); }

  /// The workspace has another revision: fields that were not touched follow what others wrote, references offer what is there now.
  struct Following {
    bool removed = false; ///< the record has gone; what was typed is kept
    std::string sentence; ///< to tell, when something was being typed; once for each change
    std::string warning;  ///< and what becomes of what is typed, when it is concerned
  };
  Following follow(const Workspace& workspace);

  /// What the face asks while saving. Both may last, so that the workspace is never held meanwhile.
  struct Questions {
    std::function<std::optional<std::vector<std::string>>(const Merge&, const std::string& who_and_when)> conflicts;
    std::function<RemovedAnswer(const std::string& who_and_when)> removed;
  };
  enum class Outcome {
    saved,
    nothing, ///< there was nothing to save
    let_go,  ///< the record has gone, and so has what was typed
    not_yet, ///< a fault, or the person goes on typing: `sentence` says which fault
  };
  struct Saving {
    Outcome outcome = Outcome::nothing;
    std::string sentence;
    std::optional<std::size_t> fault; ///< the field at fault
  };
  /// Merges with what others wrote meanwhile; asks where two wrote different things, and again when they go on writing. Throws Problem refused when
  /// what a reference leads to has gone, and what Session::change throws; then all stays as typed.
  Saving save(Session& session, const Questions& questions);

private:
  Saving add(Session& session, const std::vector<std::string>& values);
  Saving save_existing(Session& session, const Questions& questions);
  Saving save_removed(Session& session, const std::vector<std::string>& mine, const Questions& questions);
  void load(const Workspace& workspace);

  const RecordKind& kind_;
  RecordWays ways_;
  std::optional<std::int64_t> id_;
  Form form_;
  std::optional<std::vector<std::string>> told_of_; ///< what others wrote, as follow() last found it; empty: the record has gone
};

/// The record, or nothing when it has gone.
std::optional<RecordView> record_if_there(const Workspace& workspace, const RecordKind& kind, std::int64_t id);

/// Throws Problem refused, naming the records that refer to it, or saying who changed it when it is no longer what `seen` was.
/// The sentence to tell comes back.
std::string remove_record_of(Session& session, const RecordKind& kind, std::int64_t id, const std::vector<std::string>& seen, const RecordWays& ways);

} // namespace hdskit::gui
