#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hdskit::gui {

// Values as people write them, in their language. Dates: shown_date of form.hpp.

/// “22/11/2026 11:15”, the time in Paris, of an instant as the workspace records it ("2026-11-22T10:15:00Z"); any other text as it is.
std::string shown_moment(std::string_view instant);

/// “1,4 Mo”, in English “1.4 MB”: powers of 1000.
std::string shown_bytes(std::uint64_t bytes);

/// At most so many lines, with “…” on a line of its own where there are more: what a bar has room for.
std::string first_lines(const std::string& text, std::size_t most);

} // namespace hdskit::gui
