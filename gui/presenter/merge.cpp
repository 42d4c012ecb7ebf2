#include "gui/presenter/merge.hpp"

#include "gui/presenter/shown.hpp"
#include "toolkit/base/translate.hpp"
#include "toolkit/workspace/journal.hpp"

#include <utility>

namespace hdskit::gui {
namespace {

constexpr std::size_t long_from = 80; ///< bytes: beyond, two texts are better brought together than chosen between

bool is_long(const FormField& field, const FieldConflict& conflict) {
  if (!field.choices.empty()) return false;
  if (field.kind == FieldKind::long_text) return true;
  const auto wordy = [](const std::string& text) { return text.size() > long_from || text.find('\n') != std::string::npos; };
  return field.kind == FieldKind::text && (wordy(conflict.mine) || wordy(conflict.theirs));
}

} // namespace

Merge merge_values(const std::vector<std::string>& before, const std::vector<std::string>& mine, const std::vector<std::string>& theirs) {
  Merge merge{mine, {}, false};
  for (std::size_t i = 0; i < mine.size(); ++i) {
    if (theirs.at(i) == before.at(i) || theirs[i] == mine[i]) continue;
    if (mine[i] == before[i]) {
      merge.values[i] = theirs[i];
      merge.taken_over = true;
    } else merge.conflicts.push_back({i, before[i], mine[i], theirs[i]});
  }
  return merge;
}

Resolution::Resolution(std::vector<FormField> fields, Merge merge) : fields_{std::move(fields)}, merge_{std::move(merge)} {
  for (const auto& conflict : merge_.conflicts) {
    const auto& field = fields_.at(conflict.field);
    lines_.push_back({field.label, text_to_read(field, conflict.before), text_to_read(field, conflict.mine), text_to_read(field, conflict.theirs),
                      is_long(field, conflict)});
    sides_.push_back(Side::mine);
    edited_.push_back(conflict.mine);
  }
}

void Resolution::take(std::size_t line, Side side) { sides_.at(line) = side; }

void Resolution::edit(std::size_t line, std::string text) {
  sides_.at(line) = Side::edited;
  edited_[line] = std::move(text);
}

std::string Resolution::result(std::size_t line) const {
  const auto& conflict = merge_.conflicts.at(line);
  switch (sides_[line]) {
    case Side::mine: return conflict.mine;
    case Side::theirs: return conflict.theirs;
    case Side::edited: return edited_[line];
  }
  return conflict.mine;
}

std::vector<std::string> Resolution::values() const {
  auto values = merge_.values;
  for (std::size_t line = 0; line < lines_.size(); ++line) values[merge_.conflicts[line].field] = result(line);
  return values;
}

std::vector<FormField> labelled_fields(const std::vector<std::string>& labels) {
  std::vector<FormField> fields;
  for (const auto& label : labels) {
    FormField field;
    field.name = field.label = label;
    fields.push_back(std::move(field));
  }
  return fields;
}

std::optional<LastChange> last_change_of(const Workspace& workspace, std::string_view kind, const std::string& subject) {
  const auto entries = journal_entries(workspace, {.kind = std::string{kind}, .subject = subject, .last = 1});
  if (entries.empty()) return std::nullopt;
  return LastChange{entries.back().actor, entries.back().at, entries.back().verb == "remove"};
}

std::string who_and_when(const std::optional<LastChange>& change) {
  if (!change) return tr("somebody else");
  return change->who + ", " + shown_moment(change->at);
}

} // namespace hdskit::gui
