#pragma once

#include "gui/presenter/merge.hpp"

#include <optional>
#include <string>
#include <vector>

class wxWindow;

namespace hdskit::gui {

/// Shows mine and theirs side by side, field by field, and asks which to keep. All values of the merge come back, or nothing: then everything stays
/// as typed and nothing is saved. `who_and_when`: see merge.hpp. `labels`: one per field of the merge.
std::optional<std::vector<std::string>> resolve_conflicts(wxWindow* owner, const std::string& record_title, const std::string& who_and_when,
                                                          const std::vector<std::string>& labels, const Merge& merge);
/// The same for the fields of a form: choices and dates as people read them, long texts to be brought together by hand.
std::optional<std::vector<std::string>> resolve_conflicts(wxWindow* owner, const std::string& record_title, const std::string& who_and_when,
                                                          const std::vector<FormField>& fields, const Merge& merge);

/// Somebody removed the record while it was being edited.
RemovedAnswer ask_about_removed(wxWindow* owner, const std::string& record_title, const std::string& who_and_when);

} // namespace hdskit::gui
