#pragma once

#include "gui/presenter/palette.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace hdskit::gui {

/// A page of the user guide, which the program carries with it.
struct GuidePage {
  std::string name;  ///< "window.fr.md"
  std::string title; ///< its first heading
  std::string html;  ///< the body alone; each section begins with its anchor
  struct Section {
    std::string anchor, title;
  };
  std::vector<Section> sections;
};

/// The pages in the current language, by name: first that of this program, then the command line, then the templates.
std::vector<std::string> guide_pages();
/// Throws Problem not_found when the program carries no such page.
GuidePage guide_page(std::string_view name);
/// Whether a link leads to another page of the guide.
bool is_guide_page(std::string_view link);

struct GuideInk {
  std::string text, background, link; ///< "#1f2429"
};
/// A whole document in these colours: the theme that is on.
std::string guide_document(const GuidePage& page, const GuideInk& ink);

} // namespace hdskit::gui
