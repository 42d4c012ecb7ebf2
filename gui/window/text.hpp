#pragma once

#include <wx/string.h>

#include <string>
#include <string_view>

namespace hdskit::gui {

/// Strings are UTF-8 below the window.
inline wxString text(std::string_view utf8) { return wxString::FromUTF8(utf8.data(), utf8.size()); }
inline std::string utf8(const wxString& text) { return text.utf8_string(); }

} // namespace hdskit::gui
