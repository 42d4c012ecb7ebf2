#pragma once

#include "gui/presenter/form.hpp"
#include "toolkit/workspace/workspace.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

/// A field that two people wrote, each something else.
struct FieldConflict {
  std::size_t field = 0;
  std::string before, mine, theirs;
  bool operator==(const FieldConflict&) const = default;
};

struct Merge {
  std::vector<std::string> values; ///< mine where there is a conflict
  std::vector<FieldConflict> conflicts;
  bool taken_over = false; ///< theirs was taken in fields that I did not touch
};

/// Three versions of the same fields: what I started from, what I have, what stands there now.
Merge merge_values(const std::vector<std::string>& before, const std::vector<std::string>& mine, const std::vector<std::string>& theirs);

/// What a person decides about the conflicts of a merge, field by field.
class Resolution {
public:
  enum class Side { mine, theirs, edited };
  struct Line { ///< one conflict as people read it
    std::string label, before, mine, theirs;
    bool editable = false; ///< a long text: the two may be brought together by hand
  };
  /// `fields`: those of the form, or none but their labels.
  Resolution(std::vector<FormField> fields, Merge merge);

  const std::vector<Line>& lines() const { return lines_; }
  void take(std::size_t line, Side side);
  void edit(std::size_t line, std::string text); ///< the result by hand
  Side side(std::size_t line) const { return sides_.at(line); }
  std::string result(std::size_t line) const; ///< the value that will be stored
  std::vector<std::string> values() const;

private:
  std::vector<FormField> fields_;
  Merge merge_;
  std::vector<Line> lines_;
  std::vector<Side> sides_;
  std::vector<std::string> edited_;
};

/// Text fields that have a label and nothing else.
std::vector<FormField> labelled_fields(const std::vector<std::string>& labels);

/// Who wrote the record last, and when: from the journal.
struct LastChange {
  std::string who;
  std::string at; ///< instant, as the journal has it
  bool removed = false;
};
std::optional<LastChange> last_change_of(const Workspace& workspace, std::string_view kind, const std::string& subject);

/// “Hélène Rousset, 22/11/2026 11:15”, the time in Paris; “somebody else” when the journal does not say.
std::string who_and_when(const std::optional<LastChange>& change);

/// What to do with a record that somebody removed while it was being edited.
enum class RemovedAnswer { record_again, let_go, keep_typing };

} // namespace hdskit::gui
