#pragma once

#include "toolkit/dossier/chapter.hpp"
#include "toolkit/dossier/template_filler.hpp"

#include <string>

namespace hdskit {

/// What the first heading of the chapter says once printed, in French: of the hospital's own template where it has one. A chapter without a heading
/// gives the title of its table of contents; a template that cannot be filled, the chapter's id. Reads the heading alone, so that a plan of the file
/// costs nothing like composing it.
std::string chapter_title(const Chapter& chapter, const ChapterInput& input, const TemplateSource& templates);

} // namespace hdskit
