#pragma once

#include "toolkit/page/drawing.hpp"

#include <string>
#include <string_view>

namespace hdskit::page {

/// Escaped for XML, between tags and inside attributes in double quotes; characters that XML 1.0 cannot hold are left out.
std::string xml_text(std::string_view utf8);

std::string colour_code(const Colour& colour); ///< "#1c2129"
std::string short_number(double value);        ///< at most 2 decimals, a point whatever the locale

} // namespace hdskit::page
