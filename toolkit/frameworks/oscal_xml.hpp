#pragma once

#include "toolkit/frameworks/oscal_catalog.hpp"
#include "toolkit/markup/markup_document.hpp"

namespace hdskit {

/// A catalog as XML, in the namespace of OSCAL, with whatever prefix, or in none. `root`: of the document.
FrameworkLibrary read_oscal_xml(MarkupDocument& document, pugi::xml_node root, LibraryFindings& findings);

} // namespace hdskit
