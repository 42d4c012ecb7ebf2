#pragma once

#include "toolkit/page/document.hpp"
#include "toolkit/page/style.hpp"

#include <string>

namespace hdskit::page {

/// The attributes that declare the name spaces of OpenDocument 1.3 on a root element, with a space before.
extern const char* const odf_name_spaces;

/// styles.xml: the look of everything under names that a person finds in the list of styles, pages with header and footer.
std::string odt_styles(const Document& document, const Style& style);

/// The fonts, as each of the two XML files must declare them.
std::string odt_fonts(const Style& style);

} // namespace hdskit::page
