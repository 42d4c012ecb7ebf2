#pragma once

#include "toolkit/dossier/chapter.hpp"
#include "toolkit/dossier/template_filler.hpp"
#include "toolkit/page/document.hpp"

namespace hdskit {

/// The whole dossier as blocks, in French, without its annexes: fills every chapter's template and reads the result. Pure.
page::Document compose_dossier(const ChapterInput& input, const TemplateSource& templates);

} // namespace hdskit
