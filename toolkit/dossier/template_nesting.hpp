#pragma once

#include "toolkit/dossier/template_filler.hpp"

namespace hdskit {

constexpr int template_nesting_limit = 12; ///< sections and partial templates within each other, counted together

/// Looks at the template `id` and all that it calls before anything is filled, because the Mustache library follows a circle of templates until the
/// stack is used up. Throws Problem bad_input: a template that is not UTF-8, that calls itself in the end, that nests deeper than the limit, or that
/// changes the delimiters (then nobody could say what its tags are).
void require_bounded_nesting(std::string_view id, const TemplateSource& source);

} // namespace hdskit
