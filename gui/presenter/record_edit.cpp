#include "gui/presenter/record_edit.hpp"

#include "toolkit/base/text.hpp"
#include "toolkit/base/translate.hpp"

#include <utility>

namespace hdskit::gui {
namespace {

std::string named(const RecordWays& ways, const RecordKind& kind, const std::vector<std::string>& values) {
  return tr("{1} “{2}”", {tr(kind.label), ways.title(kind, RecordView{0, values})});
}

/// Inside the change: a record chosen a moment ago may have gone.
void check_references(const Workspace& workspace, const RecordKind& kind, const Assignments& assignments) {
  for (const auto& [name, text] : assignments) {
    const auto& field = kind.fields[kind.index_of(name)];
    const auto* target = kind_referred_to(field);
    if (!target || text.empty() || record_if_there(workspace, *target, std::stoll(text))) continue;
    throw Problem{ProblemKind::refused, name, tr("What “{1}” refers to was removed meanwhile.", {tr(field.label)}),
                  tr("Choose another one, then save again; nothing was changed.")};
  }
}

Assignments differences(const RecordKind& kind, const std::vector<std::string>& from, const std::vector<std::string>& to) {
  Assignments assignments;
  for (std::size_t i = 0; i < to.size(); ++i)
    if (from[i] != to[i]) assignments.emplace_back(kind.fields[i].name, to[i]);
  return assignments;
}

/// The first few: a sentence is read, a list of sixty names is not.
std::string few_of(const std::vector<std::string>& names) {
  constexpr std::size_t few = 6;
  if (names.size() <= few + 1) return joined(names, ", ");
  const auto others = static_cast<std::int64_t>(names.size() - few);
  return joined({names.begin(), names.begin() + few}, ", ") + " " + trn("and {1} other", "and {1} others", others);
}

std::string last_writer(const Workspace& workspace, const RecordKind& kind, std::int64_t id) {
  return who_and_when(last_change_of(workspace, kind.word, std::to_string(id)));
}

} // namespace

std::optional<RecordView> record_if_there(const Workspace& workspace, const RecordKind& kind, std::int64_t id) {
  try {
    return kind.find(workspace, id);
  } catch (const Problem& problem) {
    if (problem.kind() != ProblemKind::not_found) throw;
    workspace.ensure_in_place(); // the whole workspace may have gone: that is another matter
    return std::nullopt;
  }
}

std::vector<FormField> form_fields(const Workspace& workspace, const RecordKind& kind, const RecordWays& ways) {
  auto fields = form_fields(workspace, kind, ways.cited);
  if (ways.refine) ways.refine(workspace, kind, fields);
  return fields;
}

RecordEdit::RecordEdit(const Workspace& workspace, const RecordKind& kind, RecordWays ways, const Assignments& proposed)
    : kind_{kind}, ways_{std::move(ways)}, form_{form_fields(workspace, kind, ways_)} {
  auto values = form_.started();
  for (const auto& [name, text] : proposed) values[kind.index_of(name)] = text;
  form_.start(std::move(values));
}

RecordEdit::RecordEdit(const Workspace& workspace, const RecordKind& kind, std::int64_t id, RecordWays ways)
    : kind_{kind}, ways_{std::move(ways)}, id_{id}, form_{form_fields(workspace, kind, ways_)} {
  load(workspace);
}

void RecordEdit::load(const Workspace& workspace) {
  form_.offer(form_fields(workspace, kind_, ways_));
  form_.start(kind_.find(workspace, *id_).values);
}

std::string RecordEdit::title() const { return id_ ? ways_.title(kind_, RecordView{*id_, form_.started()}) : tr("New: {1}", {tr(kind_.label)}); }

std::string RecordEdit::last_change(const Workspace& workspace) const {
  const auto change = id_ ? last_change_of(workspace, kind_.word, std::to_string(*id_)) : std::nullopt;
  return change ? tr("Last changed by {1}", {who_and_when(change)}) : "";
}

RecordEdit::Following RecordEdit::follow(const Workspace& workspace) {
  form_.offer(form_fields(workspace, kind_, ways_));
  if (!id_) return {};
  const auto theirs = record_if_there(workspace, kind_, *id_);
  const auto values = theirs ? theirs->values : std::vector<std::string>{};
  const bool told = std::exchange(told_of_, values) == values, typing = form_.changed();
  const auto writer = last_writer(workspace, kind_, *id_);
  if (!theirs && told) return {true, "", ""};
  if (!theirs) return {true, tr("“{1}” was removed: {2}.", {title(), writer}), tr("What you typed is kept until you save or discard it.")};
  const auto conflicts = merge_values(form_.started(), form_.values(), values).conflicts;
  const bool followed = !form_.follow(values).empty();
  if (told || !typing || (!followed && conflicts.empty())) return {};
  if (conflicts.empty()) return {false, tr("“{1}” was changed: {2}. The fields that you did not touch follow.", {title(), writer}), ""};
  std::vector<std::string> labels;
  for (const auto& conflict : conflicts) labels.push_back(form_.fields()[conflict.field].label);
  return {false, tr("“{1}” was changed: {2}.", {title(), writer}),
          tr("That concerns what you are typing ({1}): you will choose when you save.", {joined(labels, ", ")})};
}

RecordEdit::Saving RecordEdit::save(Session& session, const Questions& questions) {
  if (id_ && !form_.changed()) return {};
  form_.tell_all();
  if (const auto fault = form_.first_fault()) return {Outcome::not_yet, form_.fields()[*fault].label + ": " + form_.fault(*fault), fault};
  return id_ ? save_existing(session, questions) : add(session, form_.values());
}

RecordEdit::Saving RecordEdit::add(Session& session, const std::vector<std::string>& values) {
  const auto assignments = differences(kind_, std::vector<std::string>(values.size()), values);
  std::int64_t id = 0;
  session.change(tr("addition of {1}", {named(ways_, kind_, values)}), [&](Change& change) {
    check_references(change.workspace(), kind_, assignments);
    id = kind_.add(change, assignments);
  });
  id_ = id;
  load(session.workspace());
  return {Outcome::saved, tr("Recorded: {1}.", {named(ways_, kind_, values)})};
}

RecordEdit::Saving RecordEdit::save_removed(Session& session, const std::vector<std::string>& mine, const Questions& questions) {
  switch (questions.removed(last_writer(session.workspace(), kind_, *id_))) {
    case RemovedAnswer::record_again: return add(session, mine);
    case RemovedAnswer::let_go: return {Outcome::let_go, tr("Let go: {1}.", {named(ways_, kind_, form_.started())})};
    case RemovedAnswer::keep_typing: break;
  }
  return {Outcome::not_yet, ""};
}

RecordEdit::Saving RecordEdit::save_existing(Session& session, const Questions& questions) {
  auto before = form_.started(), mine = form_.values();
  std::string taken_from;
  for (;;) {
    const auto theirs = record_if_there(session.workspace(), kind_, *id_);
    if (!theirs) return save_removed(session, mine, questions);
    const auto merge = merge_values(before, mine, theirs->values);
    const auto writer = last_writer(session.workspace(), kind_, *id_);
    if (merge.taken_over || !merge.conflicts.empty()) taken_from = writer;
    mine = merge.values;
    if (!merge.conflicts.empty()) {
      const auto resolved = questions.conflicts(merge, writer);
      if (!resolved) return {Outcome::not_yet, ""};
      mine = *resolved;
    }
    bool moved = false;
    session.change(tr("change of {1}", {named(ways_, kind_, theirs->values)}), [&](Change& change) {
      const auto now = record_if_there(change.workspace(), kind_, *id_);
      moved = !now || now->values != theirs->values;
      const auto assignments = differences(kind_, theirs->values, mine);
      if (moved || assignments.empty()) return;
      check_references(change.workspace(), kind_, assignments);
      kind_.edit(change, *id_, assignments);
    });
    if (!moved) break;
    before = theirs->values; // somebody wrote between the question and the answer: what was decided is now mine
  }
  load(session.workspace());
  const auto name = named(ways_, kind_, mine);
  return {Outcome::saved,
          taken_from.empty() ? tr("Saved: {1}.", {name}) : tr("Saved: {1}, together with what was changed meanwhile: {2}.", {name, taken_from})};
}

std::string remove_record_of(Session& session, const RecordKind& kind, std::int64_t id, const std::vector<std::string>& seen, const RecordWays& ways) {
  const auto title = ways.title(kind, RecordView{id, seen});
  session.change(tr("removal of {1}", {named(ways, kind, seen)}), [&](Change& change) {
    const auto& workspace = change.workspace();
    if (kind.find(workspace, id).values != seen)
      throw Problem{ProblemKind::refused, title, tr("“{1}” was changed meanwhile: {2}.", {title, last_writer(workspace, kind, id)}),
                    tr("Look at it again before you remove it; nothing was changed.")};
    if (const auto users = ways.referring ? ways.referring(workspace, kind, id) : std::vector<std::string>{}; !users.empty())
      throw Problem{ProblemKind::refused, title, tr("“{1}” is still referred to: {2}.", {title, few_of(users)}),
                    tr("Change or remove these records first; nothing was changed.")};
    kind.remove(change, id);
  });
  return tr("Removed: {1}. Edit > Undo brings it back.", {named(ways, kind, seen)});
}

} // namespace hdskit::gui
