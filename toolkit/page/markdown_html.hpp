#pragma once

#include <string>
#include <string_view>

namespace hdskit::page {

/// Markdown (CommonMark with tables) as HTML, for the screen. HTML inside the text and addresses that would run a script are left out.
std::string html_of_markdown(std::string_view markdown);

} // namespace hdskit::page
