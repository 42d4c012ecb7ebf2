#pragma once

#include "gui/presenter/citation.hpp"

#include <optional>
#include <string>

class wxWindow;

namespace hdskit::gui {

/// Asks which records a field shall cite: a list to search, one to be chosen or several to be checked. `typed` is what stands in the control; what
/// comes back is to stand there, nothing when the person changed their mind.
std::optional<std::string> ask_citation(wxWindow* owner, const FormField& field, const std::string& typed);

} // namespace hdskit::gui
