#pragma once

#include "toolkit/dossier/words.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace hdskit {

/// A template by its id, for `{{> id}}`. Throws Problem not_found.
using TemplateSource = std::function<std::string(std::string_view id)>;

/// Fills the template `id` (Mustache): `{{word}}` is escaped for Markdown, `{{{word}}}` is Markdown that a chapter made.
/// Throws Problem bad_input naming template, line and word when nothing supplies a word, or when the template itself is faulty: not UTF-8,
/// a circle of templates, more than 12 levels of sections and templates within each other, other delimiters, more than 64 MiB of text.
std::string fill_template(std::string_view id, const TemplateSource& source, const Words& words);

} // namespace hdskit
